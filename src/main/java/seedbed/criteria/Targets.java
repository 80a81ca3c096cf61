package seedbed.criteria;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What regions set themselves to win each year, as their documents say it.
public record Targets(List<Target> all) {

  public Targets {
    all = List.copyOf(all);
  }

  /// How many companies are to win one of some titles in each of some years.
  ///
  /// @param region the code of the region that set it
  /// @param from the first year
  /// @param to the last year
  /// @param atMost the upper end where the document gives a span; null where it gives one number
  public record Target(
      String region,
      String label,
      List<String> titles,
      Document document,
      String clause,
      int from,
      int to,
      int atLeast,
      @Nullable Integer atMost) {

    public Target {
      titles = List.copyOf(titles);
    }

    public boolean holds(int year) {
      return from <= year && year <= to;
    }

    /// What counts as enough: the upper end of the span.
    public int enough() {
      return atMost == null ? atLeast : atMost;
    }

    /// 10, or 4–5.
    public String span() {
      return atMost == null ? "" + atLeast : atLeast + "–" + atMost;
    }

    public String citation() {
      return document.number() + " " + clause;
    }
  }

  /// The targets of a region itself for a year; those above and below it have their own.
  public List<Target> of(String region, int year) {
    return all.stream().filter(each -> each.region().equals(region) && each.holds(year)).toList();
  }
}
