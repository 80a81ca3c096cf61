package seedbed.plan;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import seedbed.access.Scope;
import seedbed.plan.VisiblePlans.Query;
import seedbed.plan.VisiblePlans.Standing;
import seedbed.web.Address;

/// What is to do with plans, for the first pages of those who do it.
@Singleton
public class PlanDuties {

  private final VisiblePlans visible;
  private final VisibleTasks tasks;
  private final Plans plans;
  private final PlanVersions versions;
  private final Clock clock;

  PlanDuties(
      VisiblePlans visible, VisibleTasks tasks, Plans plans, PlanVersions versions, Clock clock) {
    this.visible = visible;
    this.tasks = tasks;
    this.plans = plans;
    this.versions = versions;
    this.clock = clock;
  }

  /// The plan that a company has in hand, or that binds it now.
  ///
  /// @param due by when, in words; empty when nothing is due from it
  public record Duty(String state, String styleClass, String due, long lateTasks, Address to) {}

  /// How much waits among the companies of a scope.
  ///
  /// @param silent tasks that nobody reported about for the last quarter
  @Introspected
  public record Waiting(
      long none, long township, long office, long overdue, long lateTasks, long silent) {

    public boolean any() {
      return none + township + office + overdue + lateTasks + silent > 0;
    }
  }

  /// Empty for a company that neither has one nor is in a pool.
  public Optional<Duty> of(long company) {
    LocalDate today = LocalDate.now(clock);
    Scope scope = new Scope.Single(company);
    List<Plan> own = plans.findByCompanyIdAndStandingOrderByFirstYearDesc(company, 1);
    if (own.isEmpty()) {
      return visible.owes(company)
          ? Optional.of(new Duty("未编制", "unknown", "", 0, Address.of("/plans")))
          : Optional.empty();
    }
    Current current = current(own, today.getYear());
    Version newest = current.version();
    LocalDate due = newest.stage() == Stage.DRAFT ? newest.dueOn() : null;
    boolean late = due != null && today.isAfter(due);
    String period =
        newest.stage() == Stage.APPROVED ? current.plan().span().standing(today.getYear()) : "";
    return Optional.of(
        new Duty(
            period.isEmpty() ? newest.stage().label() : period,
            late ? "not" : period.isEmpty() ? newest.stage().styleClass() : "unknown",
            due == null ? "" : "期限 " + due + (late ? "，已过期限" : ""),
            tasks.count(scope).of(VisibleTasks.Standing.LATE),
            PlanPages.address(current.plan().id())));
  }

  private record Current(Plan plan, Version version) {}

  /// What is in somebody's hands comes first, then what binds this year.
  ///
  /// @param own the newest first
  private Current current(List<Plan> own, int year) {
    List<Current> all =
        own.stream()
            .map(plan ->
                new Current(
                    plan, Version.current(versions.findByPlanIdOrderByOrdinalDesc(plan.id()))))
            .toList();
    return all.stream()
        .filter(each -> !each.version().stage().over())
        .findFirst()
        .or(() -> all.stream().filter(each -> each.plan().span().contains(year)).findFirst())
        .orElse(all.getFirst());
  }

  public Waiting waiting(Scope scope) {
    VisiblePlans.Counts stages = visible.count(new Query(null, null, null), scope);
    VisibleTasks.Counts followed = tasks.count(scope);
    return new Waiting(
        stages.of(Standing.NONE),
        stages.of(Standing.TOWNSHIP),
        stages.of(Standing.OFFICE),
        stages.of(Standing.OVERDUE),
        followed.of(VisibleTasks.Standing.LATE),
        followed.of(VisibleTasks.Standing.SILENT));
  }
}
