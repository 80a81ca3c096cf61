package seedbed.spreadsheet;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a list shows, on its way into a file.
///
/// @param notes lines under the title: what was filtered, the day, how many
/// @param rows one value a column: text, a number or a day; read once, in order
/// @param total the same for a line at the foot of a workbook, beside what is sorted and filtered;
///   null without one
public record Table(
    String title,
    List<String> notes,
    List<Column> columns,
    Iterable<List<@Nullable Object>> rows,
    @Nullable List<@Nullable Object> total) {

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

    /// Thousands separators, two decimals or as many more as the number has.
    public static Column exact(String label, int width) {
      return new Column(label, Kind.EXACT, width);
    }

    /// As many decimals as the number has.
    public static Column number(String label) {
      return new Column(label, Kind.NUMBER, 14);
    }

    public static Column day(String label) {
      return day(label, 13);
    }

    public static Column day(String label, int width) {
      return new Column(label, Kind.DAY, width);
    }
  }

  /// A list that is asked for piece by piece.
  ///
  /// @param <T> a line of it
  @FunctionalInterface
  public interface Slices<T> {

    /// @return at most so many lines, in the order of the list, none beyond its end
    List<T> read(int size, int offset);
  }

  public enum Kind {
    TEXT,
    PROSE,
    COUNT,
    AMOUNT,
    EXACT,
    NUMBER,
    DAY
  }

  private static final int SLICE = 500;

  public Table {
    notes = List.copyOf(notes);
    columns = List.copyOf(columns);
  }

  public Table(
      String title,
      List<String> notes,
      List<Column> columns,
      Iterable<List<@Nullable Object>> rows) {
    this(title, notes, columns, rows, null);
  }

  public static Table of(
      String title, List<Column> columns, Iterable<List<@Nullable Object>> rows) {
    return new Table(title, List.of(), columns, rows);
  }

  /// A table of a list that is read while the file is written, and so never held whole.
  public static <T> Table sliced(
      String title,
      List<Column> columns,
      Slices<T> slices,
      Function<T, List<@Nullable Object>> row) {
    return sliced(title, columns, SLICE, slices, row);
  }

  /// The same with slices of another size.
  public static <T> Table sliced(
      String title,
      List<Column> columns,
      int size,
      Slices<T> slices,
      Function<T, List<@Nullable Object>> row) {
    return of(title, columns, () -> new SlicedRows<>(slices, size, row));
  }

  public Table noting(String... lines) {
    return new Table(title, List.of(lines), columns, rows, total);
  }

  public Table totalling(List<@Nullable Object> line) {
    return new Table(title, notes, columns, rows, line);
  }
}
