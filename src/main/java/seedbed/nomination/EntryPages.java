package seedbed.nomination;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.archive.Archiving;
import seedbed.audit.Deed;
import seedbed.nomination.EntryPage.Typed;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.Field;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// One entry: why the check says what it says, and what the office does with it.
@Hidden
@Controller("/nominations/{id}")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class EntryPages {

  private final PlanReading reading;
  private final VisiblePlans visible;
  private final Survey survey;
  private final Steps steps;
  private final Nominating nominating;
  private final Archiving archiving;
  private final Clock clock;

  EntryPages(
      PlanReading reading,
      VisiblePlans visible,
      Survey survey,
      Steps steps,
      Nominating nominating,
      Archiving archiving,
      Clock clock) {
    this.reading = reading;
    this.visible = visible;
    this.survey = survey;
    this.steps = steps;
    this.nominating = nominating;
    this.archiving = archiving;
    this.clock = clock;
  }

  private interface Act {
    String done(Nomination entry, LocalDate today);
  }

  @Get
  @View("nominations/show")
  EntryPage show(long id, Permission permission) {
    return page(id, permission, Typed.NOTHING, FormErrors.NONE);
  }

  @Post("/year")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> move(long id, @Body Typed typed, Permission permission, Deed deed) {
    return act(
        id,
        typed,
        permission,
        (entry, today) -> {
          int year = Words.chosenYear(typed.year(), "year");
          String reason =
              Field.of("reason", typed.reason()).text(Words.LONGEST_REASON, "请写明改列的理由。");
          nominating.move(entry, year, reason, today, permission.caller().username());
          deed.changed("年度", entry.aboutYear(), year).noted(reason);
          return "已改列" + year + "年。";
        });
  }

  @Post("/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> drop(long id, @Body Typed typed, Permission permission, Deed deed) {
    return act(
        id,
        typed,
        permission,
        (entry, today) -> {
          String reason =
              Field.of("dropReason", typed.dropReason()).text(Words.LONGEST_REASON, "请写明调出的理由。");
          Nominating.Letter letter = letter(entry, typed.letter());
          nominating.drop(entry, reason, letter, today, permission.caller().username());
          deed.noted("调出：" + reason);
          return letter == Nominating.Letter.VOID ? "已调出计划，推荐文件一并作废，记录仍然保留。" : "已调出计划，记录仍然保留。";
        });
  }

  // Asked for only where there is one.
  private Nominating.Letter letter(Nomination entry, @Nullable String typed) {
    return nominating.letter(entry.id()).isEmpty()
        ? Nominating.Letter.STANDS
        : Nominating.Letter.of(typed)
            .orElseThrow(() -> new Refusal.Invalid("letter", "已经登记过申报，请选择推荐文件保留还是作废。"));
  }

  @Post("/application")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> apply(long id, @Body Typed typed, Permission permission, Deed deed) {
    return act(
        id,
        typed,
        permission,
        (entry, today) -> {
          LocalDate day = Words.day(typed.happenedOn(), "happenedOn", today);
          Field field = Field.of("note", typed.note());
          String note =
              shown(entry, permission).gravest().kind() == Concern.Kind.MISSING_PREREQUISITE
                  ? field.text(Words.LONGEST_REASON, "核对结果是“缺前置”。仍然登记的，请写明申报的依据；登记后编档案号，不能撤销。")
                  : field.text(Words.LONGEST_REASON);
          nominating.apply(entry, day, note, today, permission.caller().username());
          deed.changed("申报", null, day);
          return "已登记申报。";
        });
  }

  private HttpResponse<?> act(long id, Typed typed, Permission permission, Act act) {
    VisiblePlans.Line line = line(id, permission);
    Nomination entry = line.entry();
    reading.own(entry.planId(), permission);
    if (!entry.stands()) {
      throw new Refusal.Stale("这一项已经调出计划，不能再办理。");
    }
    if (typed.version() != null && !typed.version().equals("" + entry.version())) {
      throw new Refusal.Stale("您打开页面以后，这一项已由别人改动。请重新打开，看过最新情况再办理。");
    }
    try {
      return Flash.seeOther(
          Address.of("/nominations/" + id), act.done(entry, LocalDate.now(clock)));
    } catch (Refusal.Invalid wrong) {
      return HttpResponse.unprocessableEntity()
          .body(
              new ModelAndView<>(
                  "nominations/show", page(id, permission, typed, FormErrors.of(wrong.errors()))));
    }
  }

  private VisiblePlans.Line line(long id, Permission permission) {
    return visible
        .find(id, permission.scope())
        .orElseThrow(() -> new Refusal.Absent("申报计划里没有这一项，或者不在您的范围内。"));
  }

  private EntryPage page(long id, Permission permission, Typed typed, FormErrors errors) {
    Nomination entry = line(id, permission).entry();
    Plan plan = reading.find(entry.planId(), permission).orElseThrow();
    List<Survey.Surveyed> all = survey.company(entry.companyId(), permission.scope());
    Survey.Surveyed shown = shown(entry, all);
    List<Choice> years = years(plan, entry);
    return new EntryPage(
        reading.head(plan),
        reading.item(shown),
        entry.stands(),
        entry.stands() && reading.keeps(plan, permission),
        shown.applied() == null
            && entry.aboutYear() >= LocalDate.now(clock).getYear()
            && !years.isEmpty(),
        entry.version(),
        years,
        archiving.about(Nominating.KIND, id).stream().map(Archiving.Held::number).toList(),
        nominating.letter(id).orElse(null),
        all.stream()
            .filter(each -> each.entry().id() != id && each.stands())
            .map(reading::item)
            .toList(),
        steps.findByNominationIdInOrderById(List.of(id)).reversed().stream()
            .map(step ->
                new EntryPage.StepLine(
                    step.move().label(),
                    step.aboutYear(),
                    step.note(),
                    step.doneOn(),
                    step.doneAt(),
                    step.doneBy()))
            .toList(),
        typed,
        errors);
  }

  private Survey.Surveyed shown(Nomination entry, Permission permission) {
    return shown(entry, survey.company(entry.companyId(), permission.scope()));
  }

  private static Survey.Surveyed shown(Nomination entry, List<Survey.Surveyed> all) {
    return all.stream().filter(each -> each.entry().id() == entry.id()).findFirst().orElseThrow();
  }

  /// Years of the plan that are not over.
  private List<Choice> years(Plan plan, Nomination entry) {
    int now = LocalDate.now(clock).getYear();
    return plan.years().stream()
        .filter(year -> year >= now && year != entry.aboutYear())
        .map(year -> new Choice("" + year, year + "年"))
        .toList();
  }
}
