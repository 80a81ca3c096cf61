package seedbed.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Everything reported about one company.
///
/// @param entries in the order of their indicators and then of their periods
public record FigureSheet(long companyId, List<Entry> entries) {

  private record Key(String indicator, Period period) {}

  private static final Comparator<Key> BY_INDICATOR_AND_PERIOD =
      Comparator.comparing(Key::indicator).thenComparing(key -> key.period().lastDay());

  public FigureSheet {
    entries = List.copyOf(entries);
  }

  /// Puts rows together: a row that another one supersedes is history, the newest word decides.
  static FigureSheet of(
      long companyId, Collection<Figure> figures, Collection<Confirmation> confirmations) {
    Set<Long> superseded = new HashSet<>();
    for (Figure figure : figures) {
      if (figure.supersedesId() != null) {
        superseded.add(figure.supersedesId());
      }
    }
    Map<Long, Confirmation> lastWords = new HashMap<>();
    for (Confirmation confirmation : confirmations) {
      lastWords.put(confirmation.figureId(), confirmation);
    }
    Map<Key, List<Attested>> live = new TreeMap<>(BY_INDICATOR_AND_PERIOD);
    Map<Key, List<Attested>> history = new TreeMap<>(BY_INDICATOR_AND_PERIOD);
    for (Figure figure : figures) {
      Key key = new Key(figure.indicator(), figure.period());
      Attested attested = new Attested(figure, lastWords.get(figure.id()));
      (superseded.contains(figure.id()) ? history : live)
          .computeIfAbsent(key, _ -> new ArrayList<>(1))
          .add(attested);
    }
    List<Entry> entries = new ArrayList<>(live.size());
    live.forEach((key, standing) ->
        entries.add(
            new Entry(
                key.indicator(), key.period(), standing, history.getOrDefault(key, List.of()))));
    return new FigureSheet(companyId, entries);
  }

  /// What it says of these indicators.
  FigureSheet only(Set<String> indicators) {
    return new FigureSheet(
        companyId,
        entries.stream().filter(entry -> indicators.contains(entry.indicator())).toList());
  }

  boolean stands(long figureId) {
    return entries.stream()
        .flatMap(entry -> entry.live().stream())
        .anyMatch(each -> each.figure().id() == figureId);
  }

  public Optional<Entry> ofYear(String indicator, int year) {
    Period period = Period.year(year);
    return about(indicator).stream().filter(entry -> entry.period().equals(period)).findFirst();
  }

  /// The newest state on or before the day.
  public Optional<Entry> onDay(String indicator, LocalDate day) {
    return about(indicator).stream()
        .filter(entry -> entry.period() instanceof Period.Day(var known) && !known.isAfter(day))
        .reduce((_, newer) -> newer);
  }

  /// Explaining a verdict asks for hundreds of periods of one company.
  private List<Entry> about(String indicator) {
    int from = firstNotBefore(indicator);
    int to = from;
    while (to < entries.size() && entries.get(to).indicator().equals(indicator)) {
      to++;
    }
    return entries.subList(from, to);
  }

  private int firstNotBefore(String indicator) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).indicator().compareTo(indicator) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
