package seedbed.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.rule.Indicator;

/// Plans in the making, for tests of this package and others.
@Singleton
public final class GivenPlans {

  private final Plans plans;
  private final PlanVersions versions;
  private final ContentRows rows;
  private final PlanOutline outline;
  private final Clock clock;

  GivenPlans(
      Plans plans, PlanVersions versions, ContentRows rows, PlanOutline outline, Clock clock) {
    this.plans = plans;
    this.versions = versions;
    this.rows = rows;
    this.outline = outline;
    this.clock = clock;
  }

  /// The number of a plan that waits for the township.
  public long handedIn(long company) {
    LocalDate today = LocalDate.now(clock);
    Plan plan = plans.save(Plan.begun(company, span(), today, "试验"));
    Version begun = versions.save(Version.begun(plan.id(), 1, today, today.plusDays(9)));
    rows.keep(begun.id(), Content.of(complete(span())));
    versions.update(begun.moved(Move.SUBMIT, today, today.plusDays(7)));
    return plan.id();
  }

  Span span() {
    int year = LocalDate.now(clock).getYear();
    return new Span(year - 1, year, year + 3);
  }

  /// All that the outline asks for.
  Map<String, String> complete(Span span) {
    Map<String, String> fields = new HashMap<>();
    LocalDate today = LocalDate.now(clock);
    fields.put("prepared", span.contains(today.getYear()) ? "" + today : span.first() + "-01-15");
    for (Passage passage : Passage.values()) {
      fields.put(passage.field(), "试验：" + passage.label());
    }
    for (List<Indicator> indicators : outline.targets().values()) {
      for (Indicator indicator : indicators.subList(0, 2)) {
        int value = 10;
        for (int year : span.columns()) {
          fields.put(Content.targetField(indicator.code(), year), "" + value++);
        }
      }
    }
    fields.put("task-1-name", "试验任务甲");
    fields.put("task-1-owner", "张三");
    fields.put("task-1-due", span.first() + "-01-15");
    fields.put("task-2-name", "试验任务乙");
    fields.put("task-2-owner", "李四");
    fields.put("task-2-due", span.last() + "-12-31");
    return fields;
  }
}
