package seedbed.meeting;

import java.util.regex.Pattern;

/// What a reason asks of the meeting: its last clause, behind a semicolon and beginning with 请. An
/// agenda says it; minutes say how things stood and what was concluded.
final class Demand {

  private static final Pattern LAST = Pattern.compile("；请[^；。]*。?$");

  private Demand() {}

  /// The reason without it.
  static String dropped(String reason) {
    String situation = LAST.matcher(reason).replaceFirst("");
    return situation.equals(reason) ? reason : situation + "。";
  }
}
