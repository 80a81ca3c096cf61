package seedbed.plan;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days as people write them in plans: 2027-06-30, 2027年6月30日, 2027.6.30; a month, such as 2027年6月,
/// means its last day.
final class Days {

  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{4})[-./年]([0-9]{1,2})(?:[-./月]([0-9]{1,2})日?|月?)");

  private Days() {}

  /// @throws DateTimeParseException when it is none
  static LocalDate read(String typed) {
    Matcher day = written(typed);
    if (!day.matches()) {
      throw new DateTimeParseException("no day", typed, 0);
    }
    int year = Integer.parseInt(day.group(1));
    int month = Integer.parseInt(day.group(2));
    try {
      return day.group(3) == null
          ? YearMonth.of(year, month).atEndOfMonth()
          : LocalDate.of(year, month, Integer.parseInt(day.group(3)));
    } catch (DateTimeException e) {
      throw new DateTimeParseException("no such day", typed, 0, e);
    }
  }

  /// One way of writing days and months, for tables; what is none stays as it was typed.
  static String shown(String typed) {
    try {
      String day = read(typed).toString();
      return month(typed) ? day.substring(0, day.lastIndexOf('-')) : day;
    } catch (DateTimeParseException _) {
      return typed;
    }
  }

  private static boolean month(String typed) {
    Matcher day = written(typed);
    return day.matches() && day.group(3) == null;
  }

  private static Matcher written(String typed) {
    return WRITTEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", ""));
  }
}
