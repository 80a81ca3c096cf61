package seedbed.inspection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// When an inspection is carried out: as filed, or as its unit has moved it since.
///
/// @param endsOn the last day
/// @param dueOn by when the conclusion is reported
record Days(LocalDate plannedOn, LocalDate endsOn, LocalDate dueOn) {

  static Days of(Filed filed, List<Addition> additions) {
    Days days = new Days(filed.plannedOn(), filed.endsOn(), filed.dueOn());
    for (Addition addition : additions) {
      LocalDate to = addition.movedTo();
      days = to == null ? days : days.moved(to);
    }
    return days;
  }

  /// As long as before, from another day on.
  Days moved(LocalDate to) {
    long days = ChronoUnit.DAYS.between(plannedOn, to);
    return new Days(to, endsOn.plusDays(days), dueOn.plusDays(days));
  }

  boolean hold(LocalDate day) {
    return !day.isBefore(plannedOn) && !day.isAfter(endsOn);
  }
}
