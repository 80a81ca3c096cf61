package seedbed.drafting;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.audit.Deed;
import seedbed.criteria.rule.Checklist;
import seedbed.drafting.Tree.Path;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// The worked cases of a draft: tried one by one, added and taken away.
@Hidden
@Controller("/drafts/{id}/cases")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CasePages {
  private static final Path CASES = Path.root().to("cases");

  private final Desk desk;
  private final Drafting drafting;
  private final CaseForm form;
  private final CaseViews views;

  CasePages(Desk desk, Drafting drafting, CaseForm form, CaseViews views) {
    this.desk = desk;
    this.drafting = drafting;
    this.form = form;
    this.views = views;
  }

  /// @param list the checklist that a new case is about
  @Get
  @View("drafts/cases")
  CasesPage show(long id, @QueryValue @Nullable Integer list) {
    return views.page(desk.open(id), list == null ? 0 : list);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(long id, @Body Map<String, @Nullable Object> body, Caller caller, Deed deed) {
    var typed = new Typed(body);
    var version = typed.version();
    var added = form.filled(checklist(desk.open(id), typed), typed);
    var what = "增加算例：" + added.text("name");
    saved(
        drafting.save(
            id,
            version,
            caller,
            what,
            text -> {
              var count = Tree.items(text.cases().fields().get("cases")).size();
              return with(text, text.cases().put(CASES.to(count), added));
            }));
    deed.noted(what);
    return Flash.seeOther(Places.cases(id).with("list", typed.text("list")), "算例已增加并试过。");
  }

  @Post("/removals")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(
      long id, @Body Map<String, @Nullable Object> body, Caller caller, Deed deed) {
    var typed = new Typed(body);
    var place = Path.place(typed.text("place"));
    var found =
        desk.open(id)
            .cases()
            .at(CASES.to(Math.max(0, place)))
            .orElseThrow(() -> new Refusal.Invalid("place", "没有这个算例，请刷新页面后再试。"));
    var what = "删除算例：" + Tree.group(found).text("name");
    saved(
        drafting.save(
            id,
            typed.version(),
            caller,
            what,
            text -> with(text, text.cases().put(CASES.to(place), null))));
    deed.noted(what);
    return Flash.seeOther(Places.cases(id), "算例已删除。");
  }

  private static Drafting.Text with(Drafting.Text text, Tree cases) {
    return new Drafting.Text(text.document(), Tree.group(cases), text.ends());
  }

  private void saved(Drafting.Outcome outcome) {
    if (outcome instanceof Drafting.Conflict(var kept)) {
      throw desk.stale(kept.draft());
    }
  }

  private static Checklist checklist(Manuscript manuscript, Typed typed) {
    var edition = manuscript.edition();
    var place = Math.max(0, Path.place(typed.text("list")));
    if (edition == null || place >= edition.checklists().size()) {
      throw new Refusal.Invalid("list", "草案还有读不懂的地方，改正后才能增加算例。");
    }
    return edition.checklists().get(place);
  }
}
