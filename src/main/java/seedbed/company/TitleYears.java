package seedbed.company;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/// For how many years titles are valid; one that is not listed has no term.
public record TitleYears(Map<String, Integer> byTitle) {

  /// No title has a term.
  public static final TitleYears NONE = new TitleYears(Map.of());

  /// Stands for no term in SQL, and keeps sums of dates within what a database can hold.
  private static final int FOR_EVER = 1_000;

  public TitleYears {
    byTitle = Map.copyOf(byTitle);
  }

  /// Whether the term of a title that began on a day is over on another.
  public boolean over(String title, LocalDate from, LocalDate day) {
    var years = byTitle.get(title);
    return years != null && !day.isBefore(from.plusYears(years));
  }

  /// The years as an expression over a column that holds title codes.
  public String sql(String column) {
    return byTitle.isEmpty()
        ? Integer.toString(FOR_EVER)
        : byTitle.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> "WHEN '%s' THEN %d".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(" ", "CASE " + column + " ", " ELSE " + FOR_EVER + " END"));
  }
}
