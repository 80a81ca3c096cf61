package seedbed.obligation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import seedbed.calendar.GivenCalendar;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlanFile;

/// Rules for tests of other packages.
public final class GivenRules {

  private GivenRules() {}

  /// A file and one change of it.
  public static Rules of(ReminderPlan file, ReminderPlan changed, LocalDate from) {
    return new Rules(
        file,
        new GivenVersions(
            List.of(
                new RuleVersions.RuleVersion(
                    7, 0, ReminderPlanFile.write(changed), from, "试验", Instant.EPOCH, "试验"))),
        GivenCalendar.weekends(),
        () -> unknown(file));
  }

  // Of kinds that nobody knows no rule is set aside.
  private static Kinds unknown(ReminderPlan file) {
    return new Kinds(
        List.of(), new ReminderPlan(file.quiet(), file.restDays(), file.lookBack(), Map.of()));
  }

  /// A plan with other rules for some kinds.
  public static ReminderPlan with(ReminderPlan plan, List<Rule> rules) {
    ReminderPlan only =
        new ReminderPlan(
            plan.quiet(),
            plan.restDays(),
            plan.lookBack(),
            rules.stream().collect(Collectors.toMap(Rule::kind, UnaryOperator.identity())));
    return only.over(plan);
  }

  /// Versions that are there already.
  private record GivenVersions(List<RuleVersions.RuleVersion> all) implements RuleVersions {
    @Override
    public RuleVersion save(RuleVersion version) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<RuleVersion> findAllOrderById() {
      return all;
    }

    @Override
    public long newest() {
      return all.getLast().id();
    }
  }
}
