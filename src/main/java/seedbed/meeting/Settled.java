package seedbed.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Something on an agenda that is settled by now.
///
/// @param on since when; where nobody can tell, the day on which it was looked at
/// @param told whether that day is known
record Settled(LocalDate on, boolean told) {

  /// @param on null where nobody can tell
  static Settled on(@Nullable LocalDate on, LocalDate today) {
    return on == null ? new Settled(today, false) : new Settled(on, true);
  }

  /// Items about what a source that leaves nothing out finds no more.
  static Map<String, Settled> gone(
      List<Item> items, List<AgendaSource.Found> found, LocalDate today) {
    Set<String> there = found.stream().map(AgendaSource.Found::subject).collect(Collectors.toSet());
    return items.stream()
        .map(Item::subject)
        .filter(subject -> !there.contains(subject))
        .collect(Collectors.toMap(subject -> subject, _ -> on(null, today)));
  }

  String words() {
    return "已解决（" + on + (told ? "" : " 核对") + "）";
  }
}
