package seedbed.obligation;

import java.time.LocalDate;
import java.time.YearMonth;
import seedbed.criteria.ReminderPlan;

/// A stretch of a year that something is reported for.
///
/// @param length how long it is
/// @param lastMonth the month it ends with
public record Period(int year, int lastMonth, ReminderPlan.Period length) {

  /// What [#code()] looks like.
  static final String CODE = "20[0-9]{2}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?";

  /// @param code as [#code()] writes it
  static Period of(String code) {
    int year = Integer.parseInt(code.substring(0, 4));
    if (code.length() == 4) {
      return new Period(year, 12, ReminderPlan.Period.YEAR);
    }
    int number = code.charAt(code.length() - 1) - '0';
    return switch (code.charAt(5)) {
      case 'H' -> new Period(year, number * 6, ReminderPlan.Period.HALF);
      case 'Q' -> new Period(year, number * 3, ReminderPlan.Period.QUARTER);
      default -> new Period(year, Integer.parseInt(code.substring(5)), ReminderPlan.Period.MONTH);
    };
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, lastMonth - length.months() + 1, 1);
  }

  public LocalDate lastDay() {
    return YearMonth.of(year, lastMonth).atEndOfMonth();
  }

  /// `2026`, `2026-H1`, `2026-Q3`, `2026-09`: as keys and addresses write it.
  public String code() {
    return switch (length) {
      case YEAR -> "" + year;
      case HALF -> year + "-H" + lastMonth / 6;
      case QUARTER -> year + "-Q" + lastMonth / 3;
      case MONTH -> "%d-%02d".formatted(year, lastMonth);
    };
  }

  /// `2026 年第三季度`.
  public String label() {
    return year
        + " 年"
        + switch (length) {
          case YEAR -> "度";
          case HALF -> lastMonth == 6 ? "上半年" : "下半年";
          case QUARTER -> "第" + "一二三四".charAt(lastMonth / 3 - 1) + "季度";
          case MONTH -> " " + lastMonth + " 月";
        };
  }

  public Period next() {
    int month = lastMonth + length.months();
    return month > 12
        ? new Period(year + 1, length.months(), length)
        : new Period(year, month, length);
  }

  /// The one that a day lies in.
  public static Period holding(LocalDate day, ReminderPlan.Period length) {
    int months = length.months();
    return new Period(day.getYear(), (day.getMonthValue() + months - 1) / months * months, length);
  }
}
