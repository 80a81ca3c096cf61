package seedbed.obligation;

import java.util.stream.Stream;
import seedbed.criteria.ReminderPlan;

/// Whom the office let off something, for lists that do not come from what is owed.
public final class LetOff {

  private LetOff() {}

  /// A query for the `company_id` of everybody who was let off the period that ends with a month,
  /// however long it is.
  ///
  /// @param kind what they would owe
  public static Sql companies(String kind, int year, int lastMonth) {
    return Sql.of(
            """
            SELECT DISTINCT company_id
            FROM obligation_exemption
            WHERE kind = ?
              AND standing = 1
              AND period IN \
            """,
            kind)
        .and(
            Sql.list(
                Stream.of(ReminderPlan.Period.values())
                    .filter(length -> lastMonth % length.months() == 0)
                    .map(length -> new Period(year, lastMonth, length).code())
                    .toList()));
  }
}
