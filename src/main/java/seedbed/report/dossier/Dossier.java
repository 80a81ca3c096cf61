package seedbed.report.dossier;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// What is known of one company on a day, chapter by chapter; page, Word and PDF are made of it.
///
/// @param knownBy what the reader sees it by, in a word: his role or unit
@Introspected
record Dossier(
    long companyId,
    String company,
    boolean demo,
    String region,
    LocalDate day,
    String knownBy,
    List<Chapter> chapters) {

  Dossier {
    chapters = List.copyOf(chapters);
  }

  /// @param code for links
  @Introspected
  record Chapter(String code, String heading, List<Block> blocks) {
    Chapter {
      blocks = List.copyOf(blocks);
    }

    Chapter numbered(String numeral) {
      return new Chapter(code, numeral + "、" + heading, blocks);
    }
  }

  /// A piece of a chapter: sentences, then a table, either of which may be missing.
  ///
  /// @param columns none where there is no table
  @Introspected
  record Block(List<String> words, List<Column> columns, List<List<String>> rows) {

    private static final int FIGURES = 3;

    Block {
      words = List.copyOf(words);
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /// The rows, each word with its column.
    public List<List<Cell>> cells() {
      return rows.stream()
          .map(row ->
              IntStream.range(0, row.size())
                  .mapToObj(place -> new Cell(columns.get(place), row.get(place)))
                  .toList())
          .toList();
    }

    /// Whether most of it is words, which a narrow screen shows row by row; figures of several
    /// years are compared side by side.
    public boolean wordy() {
      return columns.stream().filter(Column::number).count() < FIGURES;
    }

    static Block words(String... words) {
      return new Block(List.of(words), List.of(), List.of());
    }

    /// A table, or a sentence where it has no row.
    static Block table(List<Column> columns, List<List<String>> rows, String empty) {
      return rows.isEmpty() ? words(empty) : new Block(List.of(), columns, rows);
    }
  }

  @Introspected
  record Cell(Column column, String text) {

    private static final int BRIEF = 7;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /// Whether a narrow column would tear it apart for nothing.
    public boolean brief() {
      return text.length() <= BRIEF || DAY.matcher(text).matches();
    }
  }

  /// @param share of the width, beside those of the others
  /// @param number whether it stands at the right
  @Introspected
  record Column(String label, int share, boolean number) {

    static Column text(String label, int share) {
      return new Column(label, share, false);
    }

    static Column number(String label, int share) {
      return new Column(label, share, true);
    }
  }
}
