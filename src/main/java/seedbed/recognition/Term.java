package seedbed.recognition;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is known of a title on a day, as far as its state follows from it. [StateSql] says the same
/// in SQL.
///
/// @param to the first day it is no longer held, as documents known on the day say; null where none
///   does
/// @param endedBy a document that ended it before its time; null where none is known
/// @param years for how long the title is valid; null where no source says
/// @param complete whether the register of the company was known to be complete
/// @param last the last event that says anything about the state; null where there is none
record Term(
    LocalDate from,
    @Nullable LocalDate to,
    @Nullable String endedBy,
    @Nullable Integer years,
    boolean complete,
    TitleEvent.@Nullable Kind last) {

  /// The first day it is no longer held: as a document says, or after its term; null where neither
  /// is known.
  @Nullable LocalDate expectedEnd() {
    return to == null && years != null ? from.plusYears(years) : to;
  }

  State on(LocalDate day, int windowMonths) {
    if (last == TitleEvent.Kind.REVOKED) {
      return State.REVOKED;
    }
    if (last == TitleEvent.Kind.GIVEN_UP) {
      return State.GIVEN_UP;
    }
    if (last == TitleEvent.Kind.REMOVED) {
      // Decided already, and in force until the day that the decision names.
      return to != null && day.isBefore(to) ? State.VALID : State.REMOVED;
    }
    if (to != null && !day.isBefore(to)) {
      return endedBy == null || last == TitleEvent.Kind.RENEWED ? State.LAPSED : State.ENDED;
    }
    if (last == TitleEvent.Kind.RENEWAL_STARTED) {
      return State.IN_RENEWAL;
    }
    LocalDate end = expectedEnd();
    if (to == null && (!complete || (end != null && !day.isBefore(end)))) {
      return State.UNCLEAR;
    }
    return last == TitleEvent.Kind.RENEWED
            || end == null
            || day.isBefore(end.minusMonths(windowMonths))
        ? State.VALID
        : State.DUE;
  }
}
