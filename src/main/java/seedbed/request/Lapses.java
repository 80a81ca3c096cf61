package seedbed.request;

import java.time.LocalDate;
import java.util.List;
import seedbed.request.RequestQuery.Clause;

/// Days that passed without an answer. Each is charged to whoever had the request then, not to
/// whoever has it now.
final class Lapses {
  private Lapses() {}

  /// What came after the step `had` of the same request.
  static final String NEXT =
      """
      LEFT JOIN request_entry done ON done.id = (SELECT MIN(later.id)
                                                 FROM request_entry later
                                                 WHERE later.request_id = had.request_id
                                                   AND later.id > had.id)
      """;

  /// That an answer was owed after the step `had` of `request q` and came late, or not before the
  /// day that the question mark stands for.
  static final String LAPSED =
      """
      had.stage IN ('RAISED', 'HANDLING')
        AND ((done.move IN ('ROUTE', 'ANSWER', 'WITHDRAW') AND done.done_on > done.was_due_on)
          OR (done.id IS NULL AND q.due_on < ?))\
      """;

  /// Requests that were late with a unit.
  static Clause of(String unit, LocalDate today) {
    return unit.equals(RequestQuery.NOBODY)
        ? new Clause(exists("had.unit IS NULL"), List.of(today))
        : new Clause(exists("had.unit = ?"), List.of(today, unit));
  }

  /// Answered, and never late with the unit that has it now.
  static Clause none(LocalDate today) {
    return new Clause(
        "(q.first_answered_on IS NOT NULL AND NOT " + exists("had.unit <=> q.unit") + ")",
        List.of(today));
  }

  private static String exists(String whose) {
    return "EXISTS (SELECT 1 FROM request_entry had\n"
        + NEXT
        + "WHERE had.request_id = q.id AND "
        + LAPSED
        + " AND "
        + whose
        + ")";
  }
}
