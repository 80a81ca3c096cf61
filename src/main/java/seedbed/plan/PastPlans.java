package seedbed.plan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What was done with a company's plans, step by step. It asks for no scope: whoever shows it has
/// found the company.
@Singleton
public class PastPlans {

  private final Plans plans;
  private final PlanVersions versions;
  private final PlanSteps steps;

  PastPlans(Plans plans, PlanVersions versions, PlanSteps steps) {
    this.plans = plans;
    this.versions = versions;
    this.steps = steps;
  }

  public record Past(LocalDate on, String words) {}

  /// Up to a day, the oldest first.
  public List<Past> of(long company, LocalDate day) {
    List<Past> past = new ArrayList<>();
    for (Plan plan : plans.findByCompanyIdOrderByFirstYearDesc(company)) {
      Map<Long, Integer> ordinals = new HashMap<>();
      versions
          .findByPlanIdOrderByOrdinalDesc(plan.id())
          .forEach(version -> ordinals.put(version.id(), version.ordinal()));
      steps.ofPlan(plan.id()).reversed().stream()
          .filter(step -> !step.doneOn().isAfter(day))
          .map(step ->
              new Past(
                  step.doneOn(),
                  "%s方案第 %d 稿：%s"
                      .formatted(
                          plan.span(),
                          ordinals.getOrDefault(step.versionId(), 1),
                          step.move().label())))
          .forEach(past::add);
    }
    return past;
  }
}
