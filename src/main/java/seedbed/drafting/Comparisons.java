package seedbed.drafting;

import java.util.List;
import seedbed.web.Choice;

/// The ways in which a bound is held against a figure.
final class Comparisons {
  static final List<String> KEYS = List.of("at_least", "at_most", "more_than", "less_than");

  private Comparisons() {}

  static String sign(String key) {
    return switch (key) {
      case "at_least" -> "≥";
      case "at_most" -> "≤";
      case "more_than" -> ">";
      case "less_than" -> "<";
      default -> "";
    };
  }

  static List<Choice> choices() {
    return List.of(
        new Choice("at_least", "以上、不低于（含本数）"),
        new Choice("at_most", "以下、不超过（含本数）"),
        new Choice("more_than", "超过（不含本数）"),
        new Choice("less_than", "不足（不含本数）"));
  }
}
