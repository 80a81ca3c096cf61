package seedbed.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Last year's decisions as lines, this year's as columns.
final class MoveTable {

  private MoveTable() {}

  static List<String> columns() {
    return Stream.concat(Stream.of(Decision.values()).map(Decision::label), Stream.of("待决定"))
        .toList();
  }

  /// Only lines that have somebody; those who were not there last year come last.
  static List<PublicationPages.MoveRow> rows(List<Comparison.Move> moves) {
    List<PublicationPages.MoveRow> rows = new ArrayList<>();
    for (Decision was : Decision.values()) {
      add(rows, was.label(), was, moves);
    }
    add(rows, "未参加上一轮", null, moves);
    return rows;
  }

  private static void add(
      List<PublicationPages.MoveRow> rows,
      String label,
      @Nullable Decision was,
      List<Comparison.Move> moves) {
    List<Long> counts = new ArrayList<>();
    List<@Nullable Decision> columns = new ArrayList<>(Arrays.asList(Decision.values()));
    columns.add(null);
    for (Decision now : columns) {
      counts.add(
          moves.stream()
              .filter(move -> move.was() == was && Objects.equals(move.now(), now))
              .mapToLong(Comparison.Move::companies)
              .sum());
    }
    long all = counts.stream().mapToLong(Long::longValue).sum();
    if (all > 0) {
      rows.add(new PublicationPages.MoveRow(label, counts, all));
    }
  }
}
