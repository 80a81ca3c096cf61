package seedbed.word;

import java.util.regex.Pattern;

/// Days as official documents write them, 2026年10月15日; pages say 2026-10-15.
public final class OfficialDay {

  private static final Pattern DAY =
      Pattern.compile("(?<![0-9-])([0-9]{4})-0?([0-9]{1,2})-0?([0-9]{1,2})(?![0-9-])");

  // The blank between a day and the words around it, which only figures need.
  private static final Pattern SPACED =
      Pattern.compile("(?<=\\p{IsHan}|[，；：（]) (?=[0-9]{4}年)|(?<=[0-9]日) (?=\\p{IsHan}|[，；。）])");

  private OfficialDay() {}

  /// A text with every day in it written so.
  public static String in(String text) {
    String days = DAY.matcher(text).replaceAll("$1年$2月$3日");
    return days.equals(text) ? text : SPACED.matcher(days).replaceAll("");
  }
}
