package seedbed.figure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The two clocks of a question: the day it is about, and what was known when.
///
/// @param on the judged date
/// @param known figures reported later than this are not seen
/// @param published editions published later than this are not seen
public record Moment(LocalDate on, Instant known, Instant published) {

  /// One that is asked by every edition that has been published since.
  public Moment(LocalDate on, Instant known) {
    this(on, known, Figures.LATEST);
  }

  /// Today is judged by everything on record; a past day by what was known when it ended.
  public static Moment on(LocalDate day, Clock clock) {
    return day.isBefore(LocalDate.now(clock))
        ? new Moment(day, lastMomentOf(day, clock))
        : new Moment(day, Figures.LATEST);
  }

  /// The database keeps microseconds, so this is the last one of the day.
  private static Instant lastMomentOf(LocalDate day, Clock clock) {
    return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minus(1, ChronoUnit.MICROS);
  }
}
