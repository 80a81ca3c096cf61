package seedbed.criteria;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Days off by decree and weekends worked for them, by year.
public record Holidays(Map<Integer, Year> years) {

  public Holidays {
    years = Map.copyOf(years);
  }

  /// What was announced for one year.
  ///
  /// @param work weekends that are worked
  public record Year(List<Rest> rest, List<LocalDate> work) {

    public Year {
      rest = List.copyOf(rest);
      work = List.copyOf(work);
    }
  }

  /// Days off in a row.
  ///
  /// @param to the last of them
  public record Rest(String name, LocalDate from, LocalDate to) {}

  /// The same with other years, which replace those that are here.
  public Holidays with(Map<Integer, Year> others) {
    Map<Integer, Year> all = new TreeMap<>(years);
    all.putAll(others);
    return new Holidays(all);
  }
}
