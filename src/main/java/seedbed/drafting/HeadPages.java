package seedbed.drafting;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.audit.Deed;
import seedbed.drafting.Tree.Path;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;

/// The cover of a draft.
@Hidden
@Controller("/drafts/{id}/head")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class HeadPages {
  private static final String PART = "drafts/part";

  private final Desk desk;
  private final Drafting drafting;
  private final HeadForm form;
  private final Views views;

  HeadPages(Desk desk, Drafting drafting, HeadForm form, Views views) {
    this.desk = desk;
    this.drafting = drafting;
    this.form = form;
    this.views = views;
  }

  @Get
  @View(PART)
  PartPage show(long id) {
    var manuscript = desk.open(id);
    return page(
        manuscript,
        form.fields(manuscript.document(), manuscript.draft().ends()),
        errors(manuscript));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> save(
      long id, @Body Map<String, @Nullable Object> body, Caller caller, Deed deed) {
    var typed = new Typed(body);
    var manuscript = desk.open(id);
    var mine = form.fields(form.filled(manuscript.document(), typed), form.ends(typed));
    if (!HeadForm.usable(typed.text("id"))) {
      var errors = FormErrors.of(new FieldError("id", "版本代码请用由“-”连接的小写英文字母和数字，最多 60 个。"));
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(PART, page(manuscript, mine, errors)));
    }
    var outcome =
        drafting.save(
            id,
            typed.version(),
            caller,
            "修改封面",
            text ->
                new Drafting.Text(
                    form.filled(text.document(), typed), text.cases(), form.ends(typed)));
    return switch (outcome) {
      case Drafting.Conflict(var kept) ->
          DraftPages.conflict(
              new ModelAndView<>(
                  "drafts/conflict",
                  new PartPage.Conflict(
                      views.head(kept),
                      "",
                      "封面",
                      Places.head(id).toString(),
                      PartViews.lines(mine, form.fields(kept.document(), kept.draft().ends())),
                      typed.kept())));
      case Drafting.Saved(var saved) -> {
        deed.changed("生效日", manuscript.document().text("from"), saved.document().text("from"));
        yield Flash.seeOther(Places.draft(id), "封面已保存。");
      }
    };
  }

  private PartPage page(Manuscript manuscript, List<Input.Fields> fields, FormErrors errors) {
    return new PartPage(
        views.head(manuscript),
        "",
        "封面",
        "封面",
        List.of(),
        Places.head(manuscript.draft().id()).toString(),
        "",
        fields,
        List.of(),
        errors,
        "");
  }

  private static FormErrors errors(Manuscript manuscript) {
    return FormErrors.of(
        manuscript.flaws().stream()
            .filter(flaw -> Views.node(flaw.path()).steps().isEmpty())
            .map(flaw -> new FieldError(field(flaw.path()), flaw.message()))
            .toList());
  }

  private static String field(Path path) {
    var first = path.steps().isEmpty() ? "" : path.steps().getFirst();
    return first.equals("document") && path.steps().size() == 2 ? "document-" + path.last() : first;
  }
}
