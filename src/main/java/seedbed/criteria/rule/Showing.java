package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Finding.Used;

/// Puts facts into the words a finding shows.
final class Showing {
  private Showing() {}

  static List<Used> used(List<Cell> cells, Facts facts) {
    return cells.stream()
        .map(cell -> new Used(cell, value(cell, facts), facts.unconfirmed(cell)))
        .toList();
  }

  private static @Nullable String value(Cell cell, Facts facts) {
    var value = facts.value(cell);
    return value == null ? null : value(cell.indicator(), value);
  }

  static String value(Indicator indicator, BigDecimal value) {
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK -> Fraction.of(value).shown();
      case CHOICE -> indicator.options().get(value.intValueExact()).label();
      case FLAG -> value.signum() > 0 ? "是" : "否";
      case DATE -> LocalDate.ofEpochDay(value.longValueExact()).toString();
    };
  }

  /// `2022`, `2021–2022`, or the day as of which day facts are known.
  static String period(List<Cell> cells, LocalDate on) {
    var first = Integer.MAX_VALUE;
    var last = Integer.MIN_VALUE;
    for (var cell : cells) {
      if (cell.yearly()) {
        first = Math.min(first, cell.year(on));
        last = Math.max(last, cell.year(on));
      }
    }
    return first > last ? on.toString() : first == last ? "" + first : first + "–" + last;
  }
}
