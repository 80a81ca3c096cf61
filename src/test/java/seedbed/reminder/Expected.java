package seedbed.reminder;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// What one company's person must have been told of what is never handed in, worked out once more
/// in plain words and without any of the code under test.
final class Expected {

  static final List<Integer> STEPS = List.of(-7, -3, 0, 1, 3, 7);
  private static final int LOOK_BACK = 60;

  private Expected() {}

  /// `2024-Q1 -7 2024-04-08` for each reminder, in the order they are given.
  ///
  /// @param dues when each period is due
  /// @param up on which days somebody scans
  /// @param worked which days are worked
  static List<String> of(
      Map<String, LocalDate> dues,
      LocalDate from,
      LocalDate to,
      Predicate<LocalDate> up,
      Predicate<LocalDate> worked) {
    List<String> told = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      if (!up.test(day) || !worked.test(day)) {
        continue;
      }
      for (Map.Entry<String, LocalDate> due : dues.entrySet()) {
        long late = ChronoUnit.DAYS.between(due.getValue(), day);
        Integer newest =
            STEPS.stream().filter(step -> step <= late).reduce((a, b) -> b).orElse(null);
        String key = due.getKey() + " " + newest;
        if (newest != null && late <= LOOK_BACK && !known.contains(key)) {
          known.add(key);
          told.add(key + " " + day);
        }
      }
    }
    return told;
  }

  /// Quarters, due fifteen days after, or on the next day that is worked.
  static Map<String, LocalDate> quarters(int from, int to, Predicate<LocalDate> worked) {
    Map<String, LocalDate> dues = new LinkedHashMap<>();
    for (int year = from; year <= to; year++) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        LocalDate due = YearMonth.of(year, quarter * 3).atEndOfMonth().plusDays(15);
        while (!worked.test(due)) {
          due = due.plusDays(1);
        }
        dues.put(year + "-Q" + quarter, due);
      }
    }
    return dues;
  }

  /// Months, due thirty-one days after: on the last day of the next one, or at the beginning of the
  /// one after it.
  static Map<String, LocalDate> months(int from, int to) {
    Map<String, LocalDate> dues = new LinkedHashMap<>();
    for (int year = from; year <= to; year++) {
      for (int month = 1; month <= 12; month++) {
        dues.put(
            "%d-%02d".formatted(year, month),
            YearMonth.of(year, month).atEndOfMonth().plusDays(31));
      }
    }
    return dues;
  }

  /// Years, due on 29 February of the next one, which is the 28th in most.
  static Map<String, LocalDate> leapDays(int from, int to) {
    Map<String, LocalDate> dues = new LinkedHashMap<>();
    for (int year = from; year <= to; year++) {
      dues.put("" + year, YearMonth.of(year + 1, 2).atEndOfMonth());
    }
    return dues;
  }
}
