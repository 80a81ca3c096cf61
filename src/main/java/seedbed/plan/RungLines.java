package seedbed.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import seedbed.assessment.Outlook;
import seedbed.criteria.rule.Truth;

/// Says the way up the ladder that a plan leads, title by title.
final class RungLines {

  private RungLines() {}

  /// None while the plan has no targets.
  ///
  /// @param falling indicators of which less is more
  static List<PlanPage.RungLine> of(
      Outlook.Course course, Goals goals, Span span, Set<String> falling, LocalDate today) {
    return goals.targets().isEmpty()
        ? List.of()
        : TierPath.of(course, goals, span, falling, today).stream().map(RungLines::line).toList();
  }

  private static PlanPage.RungLine line(TierPath.Rung rung) {
    Map<String, List<String>> delays = new LinkedHashMap<>();
    for (TierPath.Delay delay : rung.delays()) {
      String then =
          switch (delay.end()) {
            case MET -> "推迟到 " + delay.year() + " 年";
            case NOT_MET -> "本方案期内达不到";
            case UNKNOWN -> "变为待定";
          };
      delays.computeIfAbsent(then, _ -> new ArrayList<>()).add(delay.indicator().label());
    }
    return new PlanPage.RungLine(
        rung.title().label(),
        rung.held(),
        rung.ready(),
        rung.year(),
        rung.end() == Truth.UNKNOWN,
        rung.words(),
        String.join(
            "；",
            delays.entrySet().stream()
                .map(delay -> String.join("、", delay.getValue()) + "晚一年达到，则" + delay.getKey())
                .toList()));
  }
}
