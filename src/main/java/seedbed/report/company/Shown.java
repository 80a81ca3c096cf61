package seedbed.report.company;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Indicator;
import seedbed.web.Formats;

/// Figures in the words and units of officials.
final class Shown {
  private static final String AMOUNT = "万元";
  private static final String PERCENT = "%";

  private Shown() {}

  /// `1,062.00`, `7.50`, `3`: amounts and percents have two decimals.
  static String number(@Nullable String text, @Nullable String unit) {
    return AMOUNT.equals(unit) || PERCENT.equals(unit)
        ? Formats.amount(text)
        : Formats.number(text);
  }

  /// The same with its unit: `1,062.00 万元`.
  static String measured(@Nullable String text, @Nullable String unit) {
    return text == null || unit == null || unit.isEmpty()
        ? number(text, unit)
        : number(text, unit) + " " + unit;
  }

  /// How much more or less; between two percents lie points: `2.50 个百分点`.
  static String difference(@Nullable String text, @Nullable String unit) {
    return PERCENT.equals(unit) ? number(text, unit) + " 个百分点" : measured(text, unit);
  }

  /// A fact as it is coded in the rules, in words.
  static String fact(Indicator indicator, @Nullable BigDecimal value) {
    if (value == null) {
      return Formats.NOTHING;
    }
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK -> measured(value.toPlainString(), indicator.unit());
      case CHOICE -> indicator.options().get(value.intValueExact()).label();
      case FLAG -> value.signum() > 0 ? "是" : "否";
      case DATE -> LocalDate.ofEpochDay(value.longValueExact()).toString();
    };
  }

  /// What a cell is about: `研发费用总额 2025 年`.
  static String name(Cell cell, LocalDate on) {
    var label = cell.indicator().label();
    return cell.yearly() ? label + " " + cell.year(on) + " 年" : label;
  }
}
