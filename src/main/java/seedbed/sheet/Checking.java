package seedbed.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.SheetPlan;
import seedbed.criteria.SheetPlan.Level;
import seedbed.criteria.rule.Indicator;
import seedbed.verdict.Shown;

/// Checks the numbers of a sheet against each other and against last year's. All comparisons are
/// exact; what is missing is neither right nor wrong.
final class Checking {

  private final SheetPlan plan;

  Checking(SheetPlan plan) {
    this.plan = plan;
  }

  /// @param now this year's numbers by indicator
  /// @param before last year's
  List<Doubt> check(Map<String, BigDecimal> now, Map<String, BigDecimal> before) {
    List<Doubt> doubts = new ArrayList<>();
    plan.parts().forEach(rule -> add(doubts, parts(rule, now)));
    plan.bounds().forEach(rule -> add(doubts, above(rule, now)));
    plan.entries()
        .map(entry -> entry.indicator())
        .forEach(indicator -> {
          BigDecimal value = now.get(indicator.code());
          if (value != null) {
            add(doubts, zero(indicator, value));
            add(doubts, against(indicator, value, before.get(indicator.code())));
          }
        });
    return List.copyOf(doubts);
  }

  private static void add(List<Doubt> doubts, @Nullable Doubt doubt) {
    if (doubt != null) {
      doubts.add(doubt);
    }
  }

  // Parts cannot be negative, so those that are known say enough once they are too much.
  private static @Nullable Doubt parts(SheetPlan.PartsOfWhole rule, Map<String, BigDecimal> now) {
    BigDecimal whole = now.get(rule.whole().code());
    List<Indicator> known =
        rule.parts().stream().filter(part -> now.containsKey(part.code())).toList();
    if (whole == null || known.isEmpty()) {
      return null;
    }
    BigDecimal sum =
        known.stream()
            .map(part -> now.getOrDefault(part.code(), BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(whole) <= 0) {
      return null;
    }
    String names = known.stream().map(Indicator::label).collect(Collectors.joining("与"));
    return new Doubt(
        known.getFirst().code(),
        rule.level(),
        names
            + (known.size() > 1 ? "之和 " : " ")
            + measured(sum, rule.whole())
            + "，大于"
            + rule.whole().label()
            + " "
            + measured(whole, rule.whole())
            + (rule.level() == Level.ERROR ? "，请核对改正。" : "，请核对；属实的请说明。"));
  }

  private static @Nullable Doubt above(SheetPlan.Bound rule, Map<String, BigDecimal> now) {
    BigDecimal value = now.get(rule.value().code());
    BigDecimal bound = now.get(rule.bound().code());
    return value == null || bound == null || value.compareTo(bound) <= 0
        ? null
        : notice(
            rule.value(),
            rule.value().label()
                + " "
                + measured(value, rule.value())
                + "，大于"
                + rule.bound().label()
                + " "
                + measured(bound, rule.bound())
                + "，一般不会如此，请核对；属实的请说明原因。");
  }

  private @Nullable Doubt zero(Indicator indicator, BigDecimal value) {
    return plan.aboveZero().contains(indicator.code()) && value.signum() <= 0
        ? notice(indicator, indicator.label() + "填的是 0，请核对；属实的请说明。")
        : null;
  }

  private @Nullable Doubt against(
      Indicator indicator, BigDecimal value, @Nullable BigDecimal before) {
    if (before == null) {
      return null;
    }
    if (plan.signs().contains(indicator.code()) && value.signum() * before.signum() < 0) {
      return notice(
          indicator,
          "上年为 "
              + measured(before, indicator)
              + "，本年"
              + (value.signum() < 0 ? "转为负数" : "转为正数")
              + "，请说明原因。");
    }
    return plan.jumps().indicators().contains(indicator.code())
        ? jump(indicator, value.abs(), before.abs(), "本年", "上年")
        : null;
  }

  /// Whether a value that takes the place of another one is probably counted in another unit.
  Optional<Doubt> slip(Indicator indicator, BigDecimal value, BigDecimal kept) {
    return plan.jumps().indicators().contains(indicator.code())
            && far(value.abs(), kept.abs(), plan.jumps().unit())
        ? Optional.ofNullable(jump(indicator, value.abs(), kept.abs(), "更正后的数", "现有的数"))
        : Optional.empty();
  }

  private @Nullable Doubt jump(
      Indicator indicator, BigDecimal value, BigDecimal before, String here, String there) {
    String moved =
        value.compareTo(before) > 0 ? here + "是" + there + "的" : there + "是" + here + "的";
    if (far(value, before, plan.jumps().unit())) {
      return notice(indicator, moved + times(plan.jumps().unit()) + "，疑似单位填错" + unit(indicator));
    }
    return far(value, before, plan.jumps().remark())
        ? notice(indicator, moved + times(plan.jumps().remark()) + "，请核对；属实的请说明原因。")
        : null;
  }

  // Nothing is any number of times nothing.
  private static boolean far(BigDecimal one, BigDecimal other, BigDecimal times) {
    BigDecimal less = one.min(other);
    return less.signum() != 0 && one.max(other).compareTo(less.multiply(times)) >= 0;
  }

  private static String unit(Indicator indicator) {
    return indicator.kind() == Indicator.Kind.AMOUNT
        ? "：本栏以万元计，请勿按元填写；属实的请说明原因。"
        : "：本栏以" + indicator.unit() + "计；属实的请说明原因。";
  }

  private static String times(BigDecimal times) {
    return " " + times.stripTrailingZeros().toPlainString() + " 倍以上";
  }

  private static String measured(BigDecimal value, Indicator indicator) {
    return Shown.measured(value.toPlainString(), indicator.unit());
  }

  private static Doubt notice(Indicator indicator, String sentence) {
    return new Doubt(indicator.code(), Level.NOTICE, sentence);
  }
}
