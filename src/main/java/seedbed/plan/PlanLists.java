package seedbed.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Scope;
import seedbed.company.Regions;
import seedbed.plan.VisiblePlans.Query;
import seedbed.plan.VisiblePlans.Standing;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Pager;
import seedbed.web.Refusal;

/// Makes the lists of plans and of their tasks.
@Singleton
class PlanLists {

  private final VisiblePlans visible;
  private final VisibleTasks tasks;
  private final Plans plans;
  private final PlanVersions versions;
  private final PlanSteps steps;
  private final ContentRows rows;
  private final Regions regions;
  private final Clock clock;

  PlanLists(
      VisiblePlans visible,
      VisibleTasks tasks,
      Plans plans,
      PlanVersions versions,
      PlanSteps steps,
      ContentRows rows,
      Regions regions,
      Clock clock) {
    this.visible = visible;
    this.tasks = tasks;
    this.plans = plans;
    this.versions = versions;
    this.steps = steps;
    this.rows = rows;
    this.regions = regions;
    this.clock = clock;
  }

  Query query(@Nullable String show, @Nullable String town, @Nullable String named) {
    String wanted = text(show);
    return new Query(
        wanted == null
            ? null
            : Standing.of(wanted)
                .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + wanted + "”这种状态，请从页面上选择。")),
        text(town),
        text(named));
  }

  private static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  PlanList list(Query query, PageRequest page, Permission permission) {
    Scope scope = permission.scope();
    VisiblePlans.Counts counts = visible.count(query, scope);
    return new PlanList(
        chips(counts, query.standing()),
        query.standing() == null ? "" : query.standing().code(),
        query.town() == null ? "" : query.town(),
        query.named() == null ? "" : query.named(),
        towns(permission),
        tasks.count(scope).of(VisibleTasks.Standing.LATE),
        lines(query, scope, page.size(), page.offset()),
        Pager.of(page, counts.of(query.standing())));
  }

  List<PlanList.Line> lines(Query query, Scope scope, int limit, int offset) {
    return visible.list(query, scope, limit, offset).stream().map(this::line).toList();
  }

  private List<Choice> towns(Permission permission) {
    return regions.subtree(permission.caller().regionCode()).stream()
        .filter(region -> region.code().length() > permission.caller().regionCode().length())
        .map(region -> new Choice(region.code(), region.name()))
        .toList();
  }

  private static Chips chips(VisiblePlans.Counts counts, @Nullable Standing shown) {
    var all = new Chips.Chip("全部", "", counts.all(), shown == null);
    return new Chips(
        "状态",
        "show",
        Stream.concat(
                Stream.of(all),
                Stream.of(Standing.values())
                    .map(each ->
                        new Chips.Chip(each.label(), each.code(), counts.of(each), each == shown)))
            .toList());
  }

  private PlanList.Line line(VisiblePlans.Row row) {
    Stage stage = row.stage();
    LocalDate due = row.dueOn();
    boolean overdue = due != null && LocalDate.now(clock).isAfter(due);
    Span span = row.span();
    String period =
        span == null || stage != Stage.APPROVED
            ? ""
            : span.standing(LocalDate.now(clock).getYear());
    return new PlanList.Line(
        row.company(),
        row.companyId(),
        row.demo(),
        row.region(),
        row.plan(),
        row.abandoned(),
        span == null ? "" : span.toString(),
        stage == null ? "未编制" : period.isEmpty() ? stage.label() : period,
        overdue ? "not" : stage == null || !period.isEmpty() ? "" : stage.styleClass(),
        stage == null ? "企业" : stage.owner(),
        due,
        overdue,
        row.inForce(),
        row.tasks(),
        row.done(),
        row.late());
  }

  /// @param typed what was asked for in vain, and why
  PlanList.Own own(long company, PlanPages.NewForm typed, List<FieldError> errors) {
    List<Plan> all = plans.findByCompanyIdOrderByFirstYearDesc(company);
    List<Span> taken = all.stream().filter(Plan::stands).map(Plan::span).toList();
    return new PlanList.Own(
        all.stream().map(this::own).toList(),
        firsts(taken),
        taken.isEmpty() ? "" : taken(taken.getFirst()),
        IntStream.rangeClosed(Span.SHORTEST, Span.LONGEST)
            .mapToObj(years -> new Choice("" + years, years + " 年"))
            .toList(),
        typed,
        FormErrors.of(errors));
  }

  private PlanList.OwnPlan own(Plan plan) {
    List<Version> all = versions.findByPlanIdOrderByOrdinalDesc(plan.id());
    Version newest = Version.current(all);
    LocalDate due = newest.dueOn();
    Optional<PlanPage.Returned> returned =
        new Remarks(steps.ofPlan(plan.id()), rows.comments(plan.id())).returned(all, newest);
    return new PlanList.OwnPlan(
        plan.id(),
        plan.span(),
        newest.ordinal(),
        newest.stage(),
        newest.since(),
        due,
        due != null && LocalDate.now(clock).isAfter(due),
        returned.isPresent(),
        returned.map(back -> back.comments().size()).orElse(0));
  }

  /// The years from which even the shortest plan is free of those there are.
  private List<Choice> firsts(List<Span> taken) {
    int year = LocalDate.now(clock).getYear();
    return Stream.of(year + 1, year, year - 1)
        .filter(first ->
            taken.stream()
                .noneMatch(
                    span -> span.first() <= first + Span.SHORTEST - 1 && first <= span.last()))
        .map(first -> new Choice("" + first, first + " 年"))
        .toList();
  }

  private static String taken(Span last) {
    return "已有 %s的方案，方案期不能重叠；%d 年起可以编制下一方案。要改变目标和任务，请打开方案修订；年度选错、还没有批准的，请打开方案放弃编制后再选。"
        .formatted(last, last.last());
  }

  PlanList.Tasks tasks(@Nullable String show, PageRequest page, Permission permission) {
    String wanted = text(show);
    VisibleTasks.Standing standing =
        wanted == null
            ? null
            : VisibleTasks.Standing.of(wanted)
                .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + wanted + "”这种状态，请从页面上选择。"));
    Scope scope = permission.scope();
    VisibleTasks.Counts counts = tasks.count(scope);
    var all = new Chips.Chip("全部", "", counts.all(), standing == null);
    return new PlanList.Tasks(
        new Chips(
            "任务",
            "show",
            Stream.concat(
                    Stream.of(all),
                    Stream.of(VisibleTasks.Standing.values())
                        .map(each ->
                            new Chips.Chip(
                                each.label(), each.code(), counts.of(each), each == standing)))
                .toList()),
        standing == null ? "" : standing.code(),
        tasks.list(standing, scope, page.size(), page.offset()).stream()
            .map(this::taskLine)
            .toList(),
        Pager.of(page, counts.of(standing)));
  }

  private PlanList.TaskLine taskLine(VisibleTasks.Row row) {
    Quarter reported = row.reported();
    long late = ChronoUnit.DAYS.between(row.dueOn(), LocalDate.now(clock));
    return new PlanList.TaskLine(
        row.company(),
        row.demo(),
        row.region(),
        row.plan(),
        row.number(),
        row.task(),
        row.owner(),
        row.dueOn(),
        row.state() == TaskState.DONE ? 0 : Math.max(0, late),
        row.state(),
        reported == null ? "" : reported.toString());
  }
}
