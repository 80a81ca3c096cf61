package seedbed.nomination;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// One move of an entry, as it was made. Never changed.
///
/// @param aboutYear the year it led to
@MappedEntity("nomination_step")
record Step(
    @Id @GeneratedValue long id,
    long nominationId,
    Move move,
    int aboutYear,
    @Nullable String note,
    LocalDate doneOn,
    Instant doneAt,
    String doneBy) {

  /// Whether it was known when a day ended. Only an application is said to have been made earlier
  /// than it was told; whatever else the office does, it does on the day.
  boolean known(LocalDate day, ZoneId zone) {
    LocalDate told = move == Move.APPLIED ? LocalDate.ofInstant(doneAt, zone) : doneOn;
    return !told.isAfter(day) && !doneOn.isAfter(day);
  }
}
