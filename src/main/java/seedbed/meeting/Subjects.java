package seedbed.meeting;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import seedbed.sql.Statements;

/// Finds what items are about by its numbers.
final class Subjects {
  private Subjects() {}

  /// @param sql selects `id` and `settled_on` of what is settled, and ends with a list of numbers
  /// @param before what its question marks in front of the list stand for
  static Map<String, Settled> settled(
      Statements statements, String sql, List<Item> items, LocalDate today, Object... before) {
    Map<Long, String> subjects =
        items.stream().collect(Collectors.toMap(Item::aboutNumber, Item::subject));
    Map<String, Settled> settled = new HashMap<>();
    statements.each(
        sql.formatted(subjects.keySet().stream().map(_ -> "?").collect(Collectors.joining(", "))),
        Statements.all(List.of(before), List.copyOf(subjects.keySet())),
        row ->
            settled.put(
                String.valueOf(subjects.get(row.getLong("id"))),
                Settled.on(row.getObject("settled_on", LocalDate.class), today)));
    return settled;
  }
}
