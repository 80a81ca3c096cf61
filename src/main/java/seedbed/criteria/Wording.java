package seedbed.criteria;

import java.util.List;
import java.util.stream.Collectors;
import seedbed.criteria.rule.Indicator;

/// Puts the allowed answers of a choice into words.
final class Wording {
  private static final int SHORT = 5;
  private static final int LISTED = 5;

  private Wording() {}

  /// 市级以上, 国家级, 属于其中之一：甲、乙.
  static String required(Indicator indicator, List<Integer> allowed, boolean listed) {
    var labels = allowed.stream().map(option -> indicator.options().get(option).label()).toList();
    if (labels.size() == 1) {
      return labels.getFirst();
    }
    return listed ? oneOf(labels) : orBetter(labels.getFirst());
  }

  private static String orBetter(String lowest) {
    return lowest.length() <= SHORT ? lowest + "以上" : "不低于“" + lowest + "”";
  }

  private static String oneOf(List<String> labels) {
    var shown = labels.stream().limit(LISTED).collect(Collectors.joining("、"));
    var more = labels.size() > LISTED ? "等" + labels.size() + "项" : "";
    return "属于其中之一：" + shown + more;
  }
}
