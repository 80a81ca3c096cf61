package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;

/// The yearly plans that a unit keeps: how often it visits one company at most, and for what.
@Hidden
@Controller("/inspections/plans")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class UnitPlanPages {

  private static final String VIEW = "inspections/plans";

  private static final List<Choice> MONTHS =
      IntStream.rangeClosed(1, 12).mapToObj(month -> new Choice("" + month, month + " 月")).toList();

  private final UnitPlans plans;
  private final Clock clock;

  UnitPlanPages(UnitPlans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  @Introspected
  record Page(
      String organ,
      List<Line> plans,
      PlanForm form,
      List<Choice> kinds,
      List<Choice> months,
      FormErrors errors) {}

  @Introspected
  record Line(
      int year, String document, @Nullable Integer limit, int items, @Nullable LocalDate filedOn) {}

  @Get
  @View(VIEW)
  Page index(Caller caller, @Nullable @QueryValue String year) {
    int wanted =
        year != null && year.matches("20[0-9]{2}")
            ? Integer.parseInt(year)
            : LocalDate.now(clock).getYear();
    return page(
        caller,
        of(caller, wanted).map(PlanForm::of).orElseGet(() -> PlanForm.empty(wanted)),
        List.of());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> keep(@Body Map<String, @Nullable Object> typed, Caller caller, Deed deed) {
    PlanForm form = PlanForm.of(typed);
    if (form.more() && !form.full()) {
      return HttpResponse.ok(new ModelAndView<>(VIEW, page(caller, form, List.of())));
    }
    List<FieldError> errors = form.more() ? form.noMore() : form.errors();
    if (!errors.isEmpty()) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>(VIEW, page(caller, form, errors)));
    }
    int year = Integer.parseInt(form.year());
    UnitPlan known = of(caller, year).orElse(null);
    if (!form.lock().equals(known == null ? "" : "" + known.version())) {
      return changed(year, form, caller);
    }
    UnitPlan plan = plan(form, year, known, caller);
    try {
      if (known == null) {
        plans.save(plan);
      } else {
        plans.update(plan);
      }
    } catch (DataAccessException e) {
      UnitPlan now = of(caller, year).orElse(null);
      if (Objects.equals(now, known)) {
        throw e;
      }
      return changed(year, form, caller);
    }
    deed.noted(year + " 年度检查计划：" + plan.document());
    return Flash.seeOther(
        Address.of("/inspections/plans").with("year", year), year + " 年度检查计划已登记。");
  }

  private Optional<UnitPlan> of(Caller caller, int year) {
    return plans.findByRegionCodeAndUnitAndPlanYear(
        caller.regionCode(), Reporting.unit(caller), year);
  }

  // What was typed stays in sight; saving it again from there would lose what the other one wrote.
  private HttpResponse<?> changed(int year, PlanForm form, Caller caller) {
    return HttpResponse.status(HttpStatus.CONFLICT)
        .body(
            new ModelAndView<>(
                VIEW,
                page(
                    caller,
                    form,
                    List.of(
                        new FieldError(
                            "year",
                            year
                                + " 年度检查计划刚刚由本单位其他人登记或者修改过，本次没有保存。您填写的内容保留在下面；请在新窗口打开这一年度，看过最新内容后再改。")))));
  }

  private UnitPlan plan(PlanForm form, int year, @Nullable UnitPlan known, Caller caller) {
    String limit = form.limit();
    return new UnitPlan(
        known == null ? 0 : known.id(),
        caller.regionCode(),
        Reporting.unit(caller),
        year,
        limit.isEmpty() ? null : Integer.valueOf(limit),
        form.document(),
        ConclusionForm.day(form.filed()).orElse(null),
        UnitPlan.lines(form.items()),
        clock.instant(),
        caller.username(),
        known == null ? 0 : known.version());
  }

  private Page page(Caller caller, PlanForm form, List<FieldError> errors) {
    String unit = Reporting.unit(caller);
    return new Page(
        unit,
        plans.findByRegionCodeAndUnitOrderByPlanYearDesc(caller.regionCode(), unit).stream()
            .map(plan ->
                new Line(
                    plan.planYear(),
                    plan.document(),
                    plan.yearLimit(),
                    plan.list().size(),
                    plan.filedOn()))
            .toList(),
        form,
        Coded.choices(Kind.class),
        MONTHS,
        FormErrors.of(errors));
  }
}
