package seedbed.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Comparison;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Criterion.Branch;
import seedbed.criteria.rule.Criterion.Threshold;
import seedbed.criteria.rule.Fraction;
import seedbed.criteria.rule.Quantity;

/// Checks that the conditions of branches take in every value of a figure exactly once, as far as
/// they are thresholds on one figure.
final class Coverage {
  private Coverage() {}

  static void check(List<Branch> branches, YamlValue list) {
    if (branches.size() < 2) {
      throw list.flaw("分档至少要有两档", "请补上另一档，或直接写成一条条件");
    }
    var spans = new ArrayList<Span>();
    Quantity figure = null;
    for (var branch : branches) {
      var bounds = bounds(branch.when());
      if (bounds.isEmpty()) {
        return;
      }
      for (var bound : bounds) {
        if (figure != null && !figure.equals(bound.quantity())) {
          return;
        }
        figure = bound.quantity();
      }
      spans.add(Span.of(bounds));
    }
    spans.sort(Span.UPWARD);
    adjoining(spans, list);
  }

  private static void adjoining(List<Span> spans, YamlValue list) {
    if (spans.getFirst().low() != null || spans.getLast().high() != null) {
      throw list.flaw("分档没有覆盖全部数值", "请让最低一档没有下限、最高一档没有上限");
    }
    for (var i = 0; i + 1 < spans.size(); i++) {
      var high = spans.get(i).high();
      var low = spans.get(i + 1).low();
      if (high == null || low == null || high.at().compareTo(low.at()) > 0) {
        throw list.flaw("分档有重叠", "请让每个数值只落入一档");
      }
      var edge = Fraction.of(high.at()).shown();
      if (high.at().compareTo(low.at()) < 0) {
        throw list.flaw(
            "分档有空缺：" + edge + "至" + Fraction.of(low.at()).shown() + "之间没有规定", "请让相邻两档首尾相接");
      }
      if (high.included() == low.included()) {
        throw list.flaw(
            high.included() ? "恰为" + edge + "时落入两档" : "恰为" + edge + "时没有规定",
            "请让相邻两档一档写at_least，另一档写less_than");
      }
    }
  }

  private static List<Threshold> bounds(Criterion when) {
    return switch (when) {
      case Threshold threshold -> List.of(threshold);
      case Criterion.All all
          when all.parts().stream().allMatch(part -> part instanceof Threshold) ->
          all.parts().stream().map(Threshold.class::cast).toList();
      default -> List.of();
    };
  }

  private record End(BigDecimal at, boolean included) {}

  private record Span(@Nullable End low, @Nullable End high) {
    static final Comparator<Span> UPWARD =
        Comparator.comparing(
            span -> span.low() == null ? null : span.low().at(),
            Comparator.nullsFirst(Comparator.naturalOrder()));

    static Span of(List<Threshold> bounds) {
      return new Span(
          ends(bounds, true).max(Comparator.comparing(End::at)).orElse(null),
          ends(bounds, false).min(Comparator.comparing(End::at)).orElse(null));
    }

    private static Stream<End> ends(List<Threshold> bounds, boolean lower) {
      return bounds.stream()
          .filter(bound -> bound.comparison().upward() == lower)
          .map(bound ->
              new End(
                  bound.bound(),
                  bound.comparison() == Comparison.AT_LEAST
                      || bound.comparison() == Comparison.AT_MOST));
    }
  }
}
