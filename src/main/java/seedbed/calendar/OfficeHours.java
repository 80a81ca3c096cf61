package seedbed.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/// When something was done of which only the day is known, for those who load what happened before.
public final class OfficeHours {

  private OfficeHours() {}

  /// At that hour; what is done today is done by now, also before the office opens.
  public static Instant of(LocalDate day, LocalTime hour, Clock clock) {
    Instant then = day.atTime(hour).atZone(clock.getZone()).toInstant();
    Instant now = clock.instant();
    return day.equals(LocalDate.now(clock)) && then.isAfter(now) ? now : then;
  }
}
