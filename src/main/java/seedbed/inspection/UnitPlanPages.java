package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.exceptions.DataAccessException;
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
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.views.ModelAndView;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.FieldError;
import seedbed.web.Flash;
import seedbed.web.FormErrors;
import seedbed.web.Refusal;

/// The yearly plans that a unit keeps: how often it visits one company at most, and for what.
@Hidden
@Controller("/inspections/plans")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class UnitPlanPages {

  private static final int LONGEST_ITEMS = 20_000;
  private static final int LONGEST_DOCUMENT = 200;

  private final UnitPlans plans;
  private final Clock clock;

  UnitPlanPages(UnitPlans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  /// As typed.
  ///
  /// @param lock how often the plan had been changed when the form was shown; empty for a new one
  @Serdeable
  record PlanForm(
      @Nullable String year,
      @Nullable String limit,
      @Nullable String document,
      @Nullable String filed,
      @Nullable String items,
      @Nullable String lock) {

    String text(@Nullable String typed) {
      return typed == null ? "" : typed.strip();
    }
  }

  @Introspected
  record Page(String unit, List<Line> plans, Shown form, FormErrors errors) {}

  @Introspected
  record Line(
      int year, String document, @Nullable Integer limit, int items, @Nullable LocalDate filedOn) {}

  @Introspected
  record Shown(
      String year, String limit, String document, String filed, String items, String lock) {}

  @Get
  @View("inspections/plans")
  Page index(Caller caller, @Nullable @QueryValue String year) {
    int wanted =
        year != null && year.matches("20[0-9]{2}")
            ? Integer.parseInt(year)
            : LocalDate.now(clock).getYear();
    Shown form =
        of(caller, wanted)
            .map(UnitPlanPages::shown)
            .orElse(new Shown("" + wanted, "", "", "", "", ""));
    return page(caller, form, List.of());
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> keep(@Body PlanForm form, Caller caller, Deed deed) {
    List<FieldError> errors = errors(form);
    if (!errors.isEmpty()) {
      return HttpResponse.unprocessableEntity()
          .body(new ModelAndView<>("inspections/plans", page(caller, typed(form), errors)));
    }
    int year = Integer.parseInt(form.text(form.year()));
    UnitPlan known = of(caller, year).orElse(null);
    if (!form.text(form.lock()).equals(known == null ? "" : "" + known.version())) {
      throw changed(year);
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
      throw changed(year);
    }
    deed.noted(year + " 年度检查计划：" + plan.document());
    return Flash.seeOther(
        Address.of("/inspections/plans").with("year", year), year + " 年度检查计划已登记。");
  }

  private Optional<UnitPlan> of(Caller caller, int year) {
    return plans.findByRegionCodeAndUnitAndPlanYear(
        caller.regionCode(), Reporting.unit(caller), year);
  }

  private static Refusal changed(int year) {
    return new Refusal.Stale(year + " 年度检查计划刚刚由本单位其他人修改过，本次没有保存。请打开页面，看过最新内容后再改。");
  }

  private UnitPlan plan(PlanForm form, int year, @Nullable UnitPlan known, Caller caller) {
    String limit = form.text(form.limit());
    return new UnitPlan(
        known == null ? 0 : known.id(),
        caller.regionCode(),
        Reporting.unit(caller),
        year,
        limit.isEmpty() ? null : Integer.valueOf(limit),
        form.text(form.document()),
        ConclusionForm.day(form.text(form.filed())).orElse(null),
        form.text(form.items()),
        clock.instant(),
        caller.username(),
        known == null ? 0 : known.version());
  }

  private static List<FieldError> errors(PlanForm form) {
    List<FieldError> errors = new ArrayList<>();
    if (!form.text(form.year()).matches("20[0-9]{2}")) {
      errors.add(new FieldError("year", "年度应为四位数字，例如 2026。"));
    }
    String limit = form.text(form.limit());
    if (!limit.isEmpty() && (!limit.matches("[0-9]{1,3}") || Integer.parseInt(limit) > 366)) {
      errors.add(new FieldError("limit", "上限应为 0 至 366 之间的整数；没有公布上限的不填。"));
    }
    String document = form.text(form.document());
    if (document.isEmpty()) {
      errors.add(new FieldError("document", "请填写计划名称和文号。"));
    }
    FieldError.tooLong("document", "计划名称和文号", document, LONGEST_DOCUMENT).ifPresent(errors::add);
    String filed = form.text(form.filed());
    if (!filed.isEmpty() && ConclusionForm.day(filed).isEmpty()) {
      errors.add(new FieldError("filed", "“" + filed + "”不是日期，请按“年-月-日”填写。"));
    }
    FieldError.tooLong("items", "检查事项", form.text(form.items()), LONGEST_ITEMS)
        .ifPresent(errors::add);
    return errors;
  }

  private Page page(Caller caller, Shown form, List<FieldError> errors) {
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
        FormErrors.of(errors));
  }

  private static Shown shown(UnitPlan plan) {
    Integer limit = plan.yearLimit();
    LocalDate filed = plan.filedOn();
    return new Shown(
        "" + plan.planYear(),
        limit == null ? "" : "" + limit,
        plan.document(),
        filed == null ? "" : "" + filed,
        plan.items(),
        "" + plan.version());
  }

  private static Shown typed(PlanForm form) {
    return new Shown(
        form.text(form.year()),
        form.text(form.limit()),
        form.text(form.document()),
        form.text(form.filed()),
        form.text(form.items()),
        form.text(form.lock()));
  }
}
