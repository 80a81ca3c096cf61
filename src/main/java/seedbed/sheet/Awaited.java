package seedbed.sheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.figure.Attested;
import seedbed.figure.Confirmation;

/// What an accepted correction still waits for: its figure stands, and the unit that answers for it
/// has not confirmed it.
///
/// @param units any of which may
/// @param since when it was reported, or when somebody took a confirmation back
record Awaited(List<String> units, LocalDate since) {

  Awaited {
    units = List.copyOf(units);
  }

  /// Null where nothing is awaited any more, or the value has gone on since.
  static @Nullable Awaited of(Correction correction, SheetLine line, ZoneId zone) {
    @Nullable Attested figure = line.kept();
    if (correction.state() != Correction.State.ACCEPTED
        || figure == null
        || figure.confirmed()
        || !correction.place().equals(figure.figure().source().page())
        || line.entry().confirmedBy().isEmpty()) {
      return null;
    }
    @Nullable Confirmation word = figure.lastWord();
    Instant since = word == null ? figure.figure().reportedAt() : word.at();
    return new Awaited(line.entry().confirmedBy(), LocalDate.ofInstant(since, zone));
  }

  /// 待市统计局核实，自 2026-11-29 起.
  String sentence() {
    return "新值待%s核实，自 %s 起".formatted(String.join("或", units), since);
  }
}
