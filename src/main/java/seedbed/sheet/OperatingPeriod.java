package seedbed.sheet;

import java.time.LocalDate;
import java.time.YearMonth;

/// From January through a month of a year.
record OperatingPeriod(int year, int throughMonth) {

  OperatingPeriod lastYear() {
    return new OperatingPeriod(year - 1, throughMonth);
  }

  LocalDate lastDay() {
    return YearMonth.of(year, throughMonth).atEndOfMonth();
  }

  /// `2026 年 1—9 月`.
  String label() {
    return year + " 年 " + months();
  }

  /// `1—9 月`.
  String months() {
    return throughMonth == 1 ? "1 月" : "1—" + throughMonth + " 月";
  }
}
