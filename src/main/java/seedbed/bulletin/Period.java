package seedbed.bulletin;

import java.time.LocalDate;
import java.time.YearMonth;

/// What a bulletin is about: a quarter, or a whole year.
///
/// @param quarter from 1 to 4; 0 for the whole year
record Period(int year, int quarter) {

  static final int WHOLE_YEAR = 0;

  private static final int QUARTERS = 4;
  private static final int MONTHS = 3;

  Period {
    if (quarter < WHOLE_YEAR || quarter > QUARTERS) {
      throw new IllegalArgumentException("no quarter " + quarter);
    }
  }

  /// The quarter that was over last.
  static Period lastQuarter(LocalDate today) {
    LocalDate before = today.minusMonths(MONTHS);
    return new Period(before.getYear(), (before.getMonthValue() - 1) / MONTHS + 1);
  }

  boolean wholeYear() {
    return quarter == WHOLE_YEAR;
  }

  /// The last month of it.
  int lastMonth() {
    return wholeYear() ? QUARTERS * MONTHS : quarter * MONTHS;
  }

  LocalDate firstDay() {
    return LocalDate.of(year, wholeYear() ? 1 : lastMonth() - MONTHS + 1, 1);
  }

  LocalDate lastDay() {
    return YearMonth.of(year, lastMonth()).atEndOfMonth();
  }

  /// The day whose state it begins with.
  LocalDate dayBefore() {
    return firstDay().minusDays(1);
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(firstDay()) && !day.isAfter(lastDay());
  }

  /// `2026年第3季度`, `2026年`.
  String label() {
    return year + "年" + (wholeYear() ? "" : "第" + quarter + "季度");
  }

  /// What a document about it is called.
  String kind() {
    return wholeYear() ? "年度报告" : "信息通报";
  }
}
