package seedbed.visit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.audit.Deed;
import seedbed.criteria.RequestRules;
import seedbed.request.Raising;
import seedbed.visit.VisibleVisits.Row;
import seedbed.web.Choice;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.PersonNames;
import seedbed.web.Refusal;

/// Requests that come of a visit.
@Hidden
@Controller("/visits/{id}/requests")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AskingPages {

  private static final String VIEW = "visits/request";

  private final VisibleVisits visible;
  private final Asking asking;
  private final RequestRules rules;
  private final PersonNames people;

  AskingPages(VisibleVisits visible, Asking asking, RequestRules rules, PersonNames people) {
    this.visible = visible;
    this.asking = asking;
    this.rules = rules;
    this.people = people;
  }

  /// @param seen how many requests had come of the visit when the form was shown
  @Serdeable
  record Form(
      @Nullable String kind,
      @Nullable String subject,
      @Nullable String wanted,
      @Nullable String seen) {

    WishDraft typed() {
      return new WishDraft(text(kind), text(subject), text(wanted));
    }

    int known() {
      if (seen == null || !seen.matches("[0-9]{1,4}")) {
        throw new Refusal.Invalid("", "页面不完整，请核对后再提出一次。");
      }
      return Integer.parseInt(seen);
    }

    private static String text(@Nullable String typed) {
      return typed == null ? "" : typed;
    }
  }

  @Get("/new")
  @View(VIEW)
  AskingPage form(long id, Permission permission) {
    Row row = read(id, permission);
    return page(row, asking.draft(id, row.note()), "", FormErrors.NONE, permission);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> ask(long id, @Body Form form, Permission permission, Deed deed) {
    Row row = read(id, permission);
    WishDraft typed = form.typed();
    try {
      Raising.Raised raised =
          asking.ask(
              id,
              form.known(),
              new Raising.Wish(row.companyId(), typed.kind(), typed.subject(), typed.wanted()),
              permission.caller());
      deed.about("request", raised.id()).noted("由走访 " + id + " 转来：" + typed.subject().strip());
      return Flash.seeOther(VisitPages.address(id), told(raised));
    } catch (Refusal.Invalid refused) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  VIEW, page(row, typed, "", FormErrors.of(refused.errors()), permission)));
    } catch (Refusal.Stale overtaken) {
      return HttpResponse.status(HttpStatus.CONFLICT)
          .body(
              new ModelAndView<>(
                  VIEW, page(row, typed, overtaken.sentence(), FormErrors.NONE, permission)));
    }
  }

  private static String told(Raising.Raised raised) {
    return raised.unit().isEmpty()
        ? "已转为企业诉求，培育办在 " + raised.dueOn() + " 前分办。"
        : "已转为企业诉求，由" + raised.unit() + "办理，" + raised.dueOn() + " 前答复。";
  }

  private AskingPage page(
      Row row, WishDraft typed, String overtaken, FormErrors errors, Permission permission) {
    return new AskingPage(
        row.id(),
        row.company(),
        row.demo(),
        people.of(row.leader()),
        row.visitedOn(),
        overtaken,
        asking.count(row.id()),
        asking.of(row.id(), permission.caller()),
        kinds(),
        typed,
        errors);
  }

  private List<Choice> kinds() {
    return rules.kinds().entrySet().stream()
        .map(kind -> new Choice(kind.getKey(), kind.getValue().label()))
        .toList();
  }

  // Who may not read the note cannot ask for what it says.
  private Row read(long id, Permission permission) {
    return visible.find(id, permission.scope()).stream()
        .filter(row -> VisitLists.reads(row, permission))
        .findFirst()
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的走访记录。"));
  }
}
