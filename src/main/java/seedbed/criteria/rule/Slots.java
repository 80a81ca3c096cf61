package seedbed.criteria.rule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The fixed places at which a company's facts stand, shared by all editions.
///
/// Names are resolved to places once, when the editions are loaded. Judging then only reads arrays.
/// A year indicator has one slot for each of the last [#YEARS] full years, a day indicator has one.
public final class Slots {
  /// How many full years back from the judged date are kept.
  public static final int YEARS = 6;

  private final List<Indicator> indicators;
  private final List<Title> titles;
  private final Map<String, Integer> firstSlot = new HashMap<>();
  private final Map<String, Title> titleByCode = new HashMap<>();
  private final Cell[] cells;

  /// @param titles in the order of their slots
  public Slots(List<Indicator> indicators, List<Title> titles) {
    this.indicators = List.copyOf(indicators);
    this.titles = List.copyOf(titles);
    var size = 0;
    for (var indicator : indicators) {
      firstSlot.put(indicator.code(), size);
      size += years(indicator);
    }
    cells = new Cell[size];
    for (var indicator : indicators) {
      for (var back = 0; back < years(indicator); back++) {
        var slot = first(indicator) + back;
        cells[slot] = new Cell(indicator, back, slot);
      }
    }
    for (var title : titles) {
      if (title.slot() != titleByCode.size()) {
        throw new IllegalArgumentException(title.code() + " does not stand at its slot");
      }
      titleByCode.put(title.code(), title);
    }
  }

  private static int years(Indicator indicator) {
    return indicator.period() == Indicator.Period.YEAR ? YEARS : 1;
  }

  private int first(Indicator indicator) {
    var slot = firstSlot.get(indicator.code());
    if (slot == null) {
      throw new IllegalArgumentException("no such indicator: " + indicator.code());
    }
    return slot;
  }

  /// @param back full years before the last full year; 0 for the last one and for day indicators
  public Cell cell(Indicator indicator, int back) {
    if (back < 0 || back >= years(indicator)) {
      throw new IllegalArgumentException(indicator.code() + " is not kept " + back + " years back");
    }
    return cells[first(indicator) + back];
  }

  /// The cells of all years of all year indicators.
  Stream<Cell> yearly() {
    return Arrays.stream(cells).filter(Cell::yearly);
  }

  public Title title(String code) {
    var title = titleByCode.get(code);
    if (title == null) {
      throw new IllegalArgumentException("no such title: " + code);
    }
    return title;
  }

  public List<Indicator> indicators() {
    return indicators;
  }

  public List<Title> titles() {
    return titles;
  }

  int size() {
    return cells.length;
  }
}
