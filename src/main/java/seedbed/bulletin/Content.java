package seedbed.bulletin;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.word.OfficialDay;

/// All that a bulletin says, in words and as it is shown: once issued it is read from here alone.
///
/// @param title of the document
/// @param period as its second line says
/// @param basis as of when it was counted
/// @param unit who issues it
@Introspected
record Content(
    String title,
    String period,
    String region,
    String basis,
    String unit,
    List<Part> parts,
    List<Highlight> highlights) {

  Content {
    parts = List.copyOf(parts);
    highlights = List.copyOf(highlights);
  }

  /// What the office chose to tell.
  @Introspected
  record Highlight(String headline, String words) {}

  /// One part.
  ///
  /// @param sentences what was counted, in words
  /// @param words what the office wrote; empty where nothing
  @Introspected
  record Part(
      String code,
      String heading,
      List<String> sentences,
      List<KeyNumber> numbers,
      List<Grid> grids,
      String words) {

    Part {
      sentences = List.copyOf(sentences);
      numbers = List.copyOf(numbers);
      grids = List.copyOf(grids);
    }

    /// With days in sentences and notes as official documents write them.
    Part official() {
      return new Part(
          code,
          heading,
          sentences.stream().map(OfficialDay::in).toList(),
          numbers,
          grids.stream().map(Grid::official).toList(),
          words);
    }

    Part saying(String written) {
      return new Part(code, heading, sentences, numbers, grids, written);
    }
  }

  /// One number with its list.
  ///
  /// @param note a sentence below
  /// @param to the address of the list it counts
  @Introspected
  record KeyNumber(String label, String value, String unit, String note, @Nullable String to) {}

  /// A table.
  ///
  /// @param drawing the same as bars, where that is quicker to read
  /// @param trend the same as a line; its points stand above the columns but the first
  @Introspected
  record Grid(
      String caption,
      List<Column> columns,
      List<List<Cell>> rows,
      String note,
      @Nullable Drawing drawing,
      @Nullable Trend trend) {

    Grid {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }

    Grid official() {
      return new Grid(OfficialDay.in(caption), columns, rows, OfficialDay.in(note), drawing, trend);
    }

    Grid drawn(Drawing bars) {
      return new Grid(caption, columns, rows, note, bars, trend);
    }

    Grid traced(Trend line) {
      return new Grid(caption, columns, rows, note, drawing, line);
    }
  }

  /// @param share of the width on paper
  @Introspected
  record Column(String label, boolean numeric, int share) {

    static Column text(String label, int share) {
      return new Column(label, false, share);
    }

    static Column number(String label, int share) {
      return new Column(label, true, share);
    }
  }

  /// @param label of its column, for narrow screens
  @Introspected
  record Cell(String text, boolean numeric, String label, @Nullable String to) {}

  /// Bars beside each other.
  @Introspected
  record Drawing(String title, List<Bar> bars) {

    Drawing {
      bars = List.copyOf(bars);
    }
  }

  /// @param size in hundredths where it is a share
  @Introspected
  record Bar(String label, long size, String words, @Nullable String to) {}

  /// A figure over time.
  @Introspected
  record Trend(String title, List<Point> points) {

    Trend {
      points = List.copyOf(points);
    }
  }

  /// @param value null where there is none
  @Introspected
  record Point(String label, @Nullable BigDecimal value) {}

  Content with(Map<String, String> words, List<Highlight> chosen) {
    return new Content(
        title,
        period,
        region,
        basis,
        unit,
        parts.stream().map(part -> part.saying(words.getOrDefault(part.code(), ""))).toList(),
        chosen);
  }
}
