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
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.audit.Deed;
import seedbed.drafting.Tree.Path;
import seedbed.web.Flash;
import seedbed.web.Refusal;

/// The parts of a draft: their forms, their order, and what they are made of.
@Hidden
@Controller("/drafts/{id}/part")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PartPages {
  private static final String PART = "drafts/part";

  private final Desk desk;
  private final Drafting drafting;
  private final Forms forms;
  private final PartViews views;

  PartPages(Desk desk, Drafting drafting, Forms forms, PartViews views) {
    this.desk = desk;
    this.drafting = drafting;
    this.forms = forms;
    this.views = views;
  }

  @Get
  @View(PART)
  PartPage show(long id, @QueryValue @Nullable String at) {
    var manuscript = desk.open(id);
    var place = place(at);
    var part = manuscript.document().at(place).orElseThrow(Moving::absent);
    return views.page(manuscript, place, node(place), Tree.group(part), "");
  }

  /// Keeps a filled form; asks for the rest first where another kind was chosen.
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> save(
      long id, @Body Map<String, @Nullable Object> form, Caller caller, Deed deed) {
    var typed = new Typed(form);
    var place = place(typed.text("at"));
    var node = node(place);
    var manuscript = desk.open(id);
    var before = Tree.group(manuscript.document().at(place).orElseThrow(Moving::absent));
    var shown = forms.of(node);
    var kept = shown.filled(before, typed);
    if (!shown.shape(kept).equals(typed.text("shape"))) {
      return HttpResponse.ok(
          new ModelAndView<>(
              PART, views.page(manuscript, place, node, kept, "种类或取数方式已改变，请补齐下面的内容后保存。")));
    }
    var outcome =
        drafting.save(
            id,
            typed.version(),
            caller,
            "修改" + views.named(manuscript, place),
            text -> changed(text, document -> document.put(place, part(document, place, typed))));
    return switch (outcome) {
      case Drafting.Conflict(var now) ->
          DraftPages.conflict(
              new ModelAndView<>("drafts/conflict", views.conflict(now, place, node, kept, typed)));
      case Drafting.Saved(var saved) -> {
        deed.noted("修改" + views.named(saved, place));
        yield after(saved, place);
      }
    };
  }

  private Tree part(Tree.Group document, Path place, Typed typed) {
    var before = Tree.group(document.at(place).orElseThrow(Moving::absent));
    return forms.of(node(place)).filled(before, typed);
  }

  private static HttpResponse<?> after(Manuscript saved, Path place) {
    var wrong = saved.flawsWithin(place).size();
    var id = saved.draft().id();
    return wrong == 0
        ? Flash.seeOther(Places.part(id, place), "已保存，没有发现问题。")
        : Flash.unfinished(Places.part(id, place), "已保存，还有 " + wrong + " 处要改正。");
  }

  @Post("/additions")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(long id, @Body Map<String, @Nullable Object> form, Caller caller, Deed deed) {
    var typed = new Typed(form);
    var list = place(typed.text("at"));
    var node = node(list.to(0));
    var manuscript = desk.open(id);
    var place = list.to(Tree.items(manuscript.document().at(list).orElse(null)).size());
    var deedText = "增加" + node.label();
    var saved =
        saved(
            drafting.save(
                id,
                typed.version(),
                caller,
                deedText,
                text ->
                    changed(
                        text, document -> Moving.added(document, list, node, typed.text("kind")))));
    deed.noted(deedText);
    return Flash.unfinished(Places.part(saved.draft().id(), place), "已增加，请填写内容。");
  }

  @Post("/moves")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> move(
      long id, @Body Map<String, @Nullable Object> form, Caller caller, Deed deed) {
    var typed = new Typed(form);
    var place = place(typed.text("at"));
    var how = typed.text("to");
    var what = (how.equals("remove") ? "删除" : "移动") + views.named(desk.open(id), place);
    var saved =
        saved(
            drafting.save(
                id,
                typed.version(),
                caller,
                what,
                text -> changed(text, document -> Moving.moved(document, place, how))));
    deed.noted(what);
    var owner = Views.node(place.owner());
    return Flash.seeOther(
        owner.steps().isEmpty()
            ? Places.draft(saved.draft().id())
            : Places.part(saved.draft().id(), owner),
        "已" + what + "。");
  }

  private static Drafting.Text changed(Drafting.Text text, Function<Tree.Group, Tree> change) {
    return new Drafting.Text(Tree.group(change.apply(text.document())), text.cases(), text.ends());
  }

  private Manuscript saved(Drafting.Outcome outcome) {
    return switch (outcome) {
      case Drafting.Saved(var manuscript) -> manuscript;
      case Drafting.Conflict(var kept) -> throw desk.stale(kept.draft());
    };
  }

  private static Path place(@Nullable String at) {
    return Path.of(at == null ? "" : at)
        .orElseThrow(() -> new Refusal.Invalid("at", "没有说明是草案的哪一部分，请从草案页进入。"));
  }

  private static Node node(Path place) {
    return Node.of(place).orElseThrow(Moving::absent);
  }
}
