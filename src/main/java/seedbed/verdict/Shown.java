package seedbed.verdict;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Indicator;
import seedbed.web.Formats;

/// Figures in the words and units of officials.
public final class Shown {
  private static final String AMOUNT = "万元";
  private static final String PERCENT = "%";

  private static final int PLACES = 2;
  private static final int MOST_PLACES = 6;

  private Shown() {}

  /// `1,062.00`, `7.50`, `3`: amounts and percents have two decimals.
  public static String number(@Nullable String text, @Nullable String unit) {
    return rounded(unit) ? Formats.amount(text) : Formats.number(text);
  }

  /// The same with its unit: `1,062.00 万元`.
  public static String measured(@Nullable String text, @Nullable String unit) {
    return text == null || unit == null || unit.isEmpty()
        ? number(text, unit)
        : number(text, unit) + " " + unit;
  }

  /// A number beside its bound: with two decimals, or with as many more as it takes to see on which
  /// side of the bound it is.
  public static String against(BigDecimal bound, BigDecimal actual, @Nullable String unit) {
    var side = actual.compareTo(bound);
    for (var places = PLACES; rounded(unit) && places <= MOST_PLACES; places++) {
      if (actual.setScale(places, RoundingMode.HALF_UP).compareTo(bound) == side) {
        return Formats.decimals(actual, places) + " " + unit;
      }
    }
    return rounded(unit)
        ? (side < 0 ? "略低于 " : "略高于 ") + measured(bound.toPlainString(), unit)
        : measured(actual.toPlainString(), unit);
  }

  /// How much is missing or too much, which is never nothing; between two percents lie points:
  /// `2.50 个百分点`.
  public static String gap(BigDecimal gap, @Nullable String unit) {
    for (var places = PLACES; rounded(unit) && places <= MOST_PLACES; places++) {
      if (gap.setScale(places, RoundingMode.HALF_UP).signum() != 0) {
        return Formats.decimals(gap, places) + between(unit);
      }
    }
    return rounded(unit)
        ? "不足 " + BigDecimal.ONE.movePointLeft(MOST_PLACES).toPlainString() + between(unit)
        : measured(gap.toPlainString(), unit);
  }

  /// A change as it has to be made, with every decimal.
  public static String change(BigDecimal by, String unit) {
    return rounded(unit) ? Formats.exact(by) + between(unit) : measured(by.toPlainString(), unit);
  }

  /// What a change leads from or to, with every decimal.
  public static String exact(BigDecimal value, String unit) {
    return rounded(unit) ? Formats.exact(value) : number(value.toPlainString(), unit);
  }

  private static boolean rounded(@Nullable String unit) {
    return AMOUNT.equals(unit) || PERCENT.equals(unit);
  }

  private static String between(@Nullable String unit) {
    return PERCENT.equals(unit) ? " 个百分点" : " " + unit;
  }

  /// A fact as it is coded in the rules, in words.
  public static String fact(Indicator indicator, @Nullable BigDecimal value) {
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
  public static String name(Cell cell, LocalDate on) {
    var label = cell.indicator().label();
    return cell.yearly() ? label + " " + cell.year(on) + " 年" : label;
  }
}
