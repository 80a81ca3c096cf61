package seedbed.plan;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import seedbed.word.WordContent.Cell;
import seedbed.word.WordContent.Row;

/// The head of a table, under which the cells of its rows stand.
record TableHead(Row row, List<String> labels) {

  TableHead {
    labels = List.copyOf(labels);
  }

  static TableHead of(Row row) {
    return new TableHead(
        row, row.cells().stream().map(cell -> FormText.label(cell.text())).toList());
  }

  /// What a row says under each label; cells under the same one are joined.
  Map<Integer, String> under(Row below) {
    Map<Integer, String> said = new TreeMap<>();
    for (int at = 0; at < below.cells().size(); at++) {
      said.merge(place(below, at), below.cells().get(at).text(), TableHead::joined);
    }
    return said;
  }

  /// What stands in cells over more than one column; it counts under the first of them.
  List<String> merged(Row below) {
    return asWideAs(below)
        ? List.of()
        : below.cells().stream()
            .filter(cell -> row.cells().stream().filter(head -> shared(head, cell) > 0).count() > 1)
            .map(Cell::text)
            .filter(text -> !text.isBlank())
            .toList();
  }

  boolean asWideAs(Row other) {
    return other.cells().size() == row.cells().size();
  }

  // As soon as somebody has moved a border in one row, its cells begin elsewhere in the grid.
  private int place(Row below, int at) {
    if (asWideAs(below)) {
      return at;
    }
    Cell cell = below.cells().get(at);
    List<Integer> shared = row.cells().stream().map(head -> shared(head, cell)).toList();
    return shared.indexOf(shared.stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  private static int shared(Cell one, Cell other) {
    return Math.min(one.column() + one.span(), other.column() + other.span())
        - Math.max(one.column(), other.column());
  }

  private static String joined(String one, String other) {
    return one.isBlank() || other.isBlank() ? one.strip() + other.strip() : one + "\n" + other;
  }
}
