package seedbed.bulletin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Formats;

/// Fills a table cell by cell.
final class GridMaker {

  private final List<Content.Column> columns;
  private final List<List<Content.Cell>> rows = new ArrayList<>();

  GridMaker(Content.Column... columns) {
    this.columns = List.of(columns);
  }

  GridMaker row() {
    rows.add(new ArrayList<>());
    return this;
  }

  GridMaker text(String text) {
    return add(text, null);
  }

  GridMaker text(String text, @Nullable String to) {
    return add(text, to);
  }

  /// A zero leads nowhere.
  GridMaker number(long count, @Nullable String to) {
    return add(Formats.count(count), count == 0 ? null : to);
  }

  boolean empty() {
    return rows.isEmpty();
  }

  Content.Grid grid(String caption, String note) {
    return new Content.Grid(caption, columns, rows, note, null, null);
  }

  private GridMaker add(String text, @Nullable String to) {
    List<Content.Cell> row = rows.getLast();
    Content.Column column = columns.get(row.size());
    row.add(new Content.Cell(text, column.numeric(), column.label(), to));
    return this;
  }
}
