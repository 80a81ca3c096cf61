package seedbed.obligation;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import seedbed.criteria.ReminderPlan;

/// What every company of some sort reports for every period. All answers are expressions of SQL
/// over the company `c`, so that one query answers for everybody.
public non-sealed interface Periodic extends Kind {

  /// How long its periods can be; by default as long as anybody likes.
  default Set<ReminderPlan.Period> lengths() {
    return EnumSet.allOf(ReminderPlan.Period.class);
  }

  /// Whether it owed it on a day of the period; by default whether it was in a pool then.
  default Sql owes(LocalDate day, Pools pools) {
    return pools.holding(day);
  }

  /// The first day on which what stands now was handed in; NULL where nothing was.
  Sql handedIn(Period period);

  /// What is owed for a period, in words.
  default String title(Period period) {
    return period.label() + label();
  }

  /// Where it is done.
  Sql path(Period period);
}
