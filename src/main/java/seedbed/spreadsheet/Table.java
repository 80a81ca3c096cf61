package seedbed.spreadsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list shows, on its way into a file.
///
/// @param notes lines under the title: what was filtered, the day, how many
/// @param rows one value a column: text, a number or a day; read once, in order
public record Table(
    String title, List<String> notes, List<Column> columns, Iterable<List<@Nullable Object>> rows) {

  /// A column; its unit belongs into the label.
  ///
  /// @param width in characters of the default font
  public record Column(String label, Kind kind, int width) {

    public static Column text(String label, int width) {
      return new Column(label, Kind.TEXT, width);
    }

    /// Text that may take several lines.
    public static Column prose(String label, int width) {
      return new Column(label, Kind.PROSE, width);
    }

    public static Column count(String label) {
      return new Column(label, Kind.COUNT, 12);
    }

    /// Two decimals and thousands separators.
    public static Column amount(String label) {
      return new Column(label, Kind.AMOUNT, 16);
    }

    /// As many decimals as the number has.
    public static Column number(String label) {
      return new Column(label, Kind.NUMBER, 14);
    }

    public static Column day(String label) {
      return new Column(label, Kind.DAY, 13);
    }
  }

  public enum Kind {
    TEXT,
    PROSE,
    COUNT,
    AMOUNT,
    NUMBER,
    DAY
  }

  public Table {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
  }

  public static Table of(
      String title, List<Column> columns, Iterable<List<@Nullable Object>> rows) {
    return new Table(title, List.of(), columns, rows);
  }

  public Table noting(String... lines) {
    return new Table(title, List.of(lines), columns, rows);
  }
}
