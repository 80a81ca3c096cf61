package seedbed.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the office says when it announces an application.
///
/// @param days how long the notice lasts, its first day included
/// @param backdated why it is entered after it began; wanted then and only then
/// @param despite why it is given although something speaks against it, or for fewer days than
///   usual
record Announcing(
    String document,
    LocalDate from,
    int days,
    @Nullable String backdated,
    @Nullable String despite) {

  LocalDate until() {
    return from.plusDays(days - 1L);
  }
}
