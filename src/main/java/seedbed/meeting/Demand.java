package seedbed.meeting;

import java.util.Set;

/// What a reason asks of the meeting, behind its last semicolon and in the words of the source that
/// found it. An agenda says it; minutes say how things stood and what was concluded. Whatever the
/// office wrote stays, also where it begins with 请.
final class Demand {

  private static final String BEFORE = "；";

  private Demand() {}

  /// The reason without it.
  ///
  /// @param demands of the source of the item
  static String dropped(String reason, Set<String> demands) {
    return demands.stream()
        .map(demand -> BEFORE + demand)
        .filter(reason::endsWith)
        .findFirst()
        .map(demand -> reason.substring(0, reason.length() - demand.length()) + "。")
        .orElse(reason);
  }
}
