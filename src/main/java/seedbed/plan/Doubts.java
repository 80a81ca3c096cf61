package seedbed.plan;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.rule.Indicator;
import seedbed.web.Formats;

/// Finds targets that are hardly meant so: too high, too empty, or broken off (附件5 编制说明三:
/// 避免目标任务定的过高过空). They are asked about and keep nobody from anything.
final class Doubts {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// That a target is higher than it can be meant.
  static final String HIGH = "过高";

  /// A question about one field.
  @Introspected
  record Doubt(String field, String mark, String sentence) {}

  private final Goals goals;
  private final Span span;
  private final PlanOutline outline;
  private final List<Doubt> found = new ArrayList<>();

  private Doubts(Goals goals, Span span, PlanOutline outline) {
    this.goals = goals;
    this.span = span;
    this.outline = outline;
  }

  static List<Doubt> of(Goals goals, Span span, PlanOutline outline) {
    var doubts = new Doubts(goals, span, outline);
    doubts.find();
    return List.copyOf(doubts.found);
  }

  private void find() {
    outline.targets().forEach(this::part);
    goals
        .targets()
        .forEach((indicator, years) -> {
          breaks(indicator, years);
          steps(indicator, years);
          still(indicator, years);
          turns(indicator, years);
        });
    tasks();
  }

  private void part(PlanOutline.Part part, List<Indicator> indicators) {
    long set = indicators.stream().filter(goals.targets()::containsKey).count();
    if (set > 0 && set < outline.limits().least()) {
      doubt(
          Content.targetField(indicators.getFirst().code(), span.first()),
          "过空",
          "“%s”只有 %d 项指标，建议至少 %d 项。".formatted(part.label(), set, outline.limits().least()));
    }
  }

  private void breaks(Indicator indicator, NavigableMap<Integer, BigDecimal> years) {
    List<Integer> missing =
        span.years().stream()
            .filter(year -> !years.containsKey(year) && !unreadable(indicator, year))
            .toList();
    if (!missing.isEmpty()) {
      doubt(
          Content.targetField(indicator.code(), missing.getFirst()),
          "中断",
          "%s缺 %s年的目标，各年应当连续。"
              .formatted(
                  indicator.label(),
                  String.join("、", missing.stream().map(year -> year + " ").toList())));
    }
    if (!years.containsKey(span.base()) && !unreadable(indicator, span.base())) {
      doubt(
          Content.targetField(indicator.code(), span.base()),
          "中断",
          "%s没有 %d 年的现状，看不出增长多少。".formatted(indicator.label(), span.base()));
    }
  }

  // What is wrong with it is said at its field.
  private boolean unreadable(Indicator indicator, int year) {
    String field = Content.targetField(indicator.code(), year);
    return goals.errors().stream().anyMatch(error -> error.field().equals(field));
  }

  /// One line an indicator, at the first year that is asked about.
  private void steps(Indicator indicator, NavigableMap<Integer, BigDecimal> years) {
    NavigableMap<Integer, String> high = new TreeMap<>();
    for (Map.Entry<Integer, BigDecimal> year : years.entrySet()) {
      var before = years.lowerEntry(year.getKey());
      if (before != null) {
        step(indicator, before, year)
            .ifPresent(by -> high.put(year.getKey(), year.getKey() + " 年" + by));
      }
    }
    if (!high.isEmpty()) {
      doubt(
          Content.targetField(indicator.code(), high.firstKey()),
          HIGH,
          "%s %s，请核对是否可以达到。".formatted(indicator.label(), String.join("，", high.values())));
    }
  }

  private Optional<String> step(
      Indicator indicator,
      Map.Entry<Integer, BigDecimal> before,
      Map.Entry<Integer, BigDecimal> after) {
    BigDecimal from = before.getValue();
    BigDecimal to = after.getValue();
    int years = after.getKey() - before.getKey();
    return switch (indicator.kind()) {
      case AMOUNT ->
          from.signum() > 0 && to.compareTo(grown(from, years)) > 0
              ? Optional.of("比 %d 年增长 %s%%".formatted(before.getKey(), percent(from, to)))
              : Optional.empty();
      case PERCENT -> {
        BigDecimal points = to.subtract(from);
        BigDecimal most = outline.limits().points().multiply(BigDecimal.valueOf(years));
        yield points.compareTo(most) > 0
            ? Optional.of("比 %d 年提高 %s 个百分点".formatted(before.getKey(), Formats.number(points)))
            : Optional.empty();
      }
      case COUNT -> {
        // Most counts are small: from one patent to three is no leap.
        BigDecimal most =
            from.multiply(outline.limits().times().pow(years)).max(outline.limits().floor());
        yield to.compareTo(most) > 0
            ? Optional.of(
                "由 %d 年的 %s 增到 %s %s"
                    .formatted(
                        before.getKey(),
                        Formats.number(from),
                        Formats.number(to),
                        indicator.unit()))
            : Optional.empty();
      }
      // Whether a place can be reached does not show in the number.
      case RANK, CHOICE, FLAG, DATE -> Optional.empty();
    };
  }

  /// The value from which on a growth is asked about: the limit, year by year.
  private BigDecimal grown(BigDecimal from, int years) {
    BigDecimal factor = BigDecimal.ONE.add(outline.limits().growth().divide(HUNDRED));
    return from.multiply(factor.pow(years));
  }

  private static String percent(BigDecimal from, BigDecimal to) {
    return Formats.number(
        to.subtract(from).multiply(HUNDRED).divide(from, 1, RoundingMode.HALF_UP));
  }

  private void still(Indicator indicator, NavigableMap<Integer, BigDecimal> years) {
    BigDecimal base = years.get(span.base());
    BigDecimal end = years.get(span.last());
    if (base == null || end == null) {
      return;
    }
    int change = end.compareTo(base) * (outline.falling().contains(indicator.code()) ? -1 : 1);
    // Whoever leads already cannot rise.
    if (change < 0 || (change == 0 && !best(indicator, end))) {
      doubt(
          Content.targetField(indicator.code(), span.last()),
          "过空",
          "%s到 %d 年%s，%s，看不出提升。"
              .formatted(
                  indicator.label(),
                  span.last(),
                  change == 0 ? "与基期持平" : "不如基期",
                  shown(indicator, base, end)));
    }
  }

  private static boolean best(Indicator indicator, BigDecimal end) {
    return switch (indicator.kind()) {
      case RANK -> end.compareTo(BigDecimal.ONE) == 0;
      case PERCENT -> end.compareTo(HUNDRED) == 0;
      case AMOUNT, COUNT, CHOICE, FLAG, DATE -> false;
    };
  }

  private static String shown(Indicator indicator, BigDecimal base, BigDecimal end) {
    return "由 %s 到 %s %s".formatted(Formats.number(base), Formats.number(end), indicator.unit());
  }

  /// Down and up again: the series turns twice.
  private void turns(Indicator indicator, NavigableMap<Integer, BigDecimal> years) {
    @Nullable BigDecimal before = null;
    int direction = 0;
    int turns = 0;
    for (var year : years.entrySet()) {
      int now = before == null ? 0 : year.getValue().compareTo(before);
      turns += now * direction < 0 ? 1 : 0;
      direction = now == 0 ? direction : now;
      before = year.getValue();
    }
    if (turns > 0) {
      doubt(
          Content.targetField(indicator.code(), years.firstKey()),
          "起伏",
          indicator.label() + "各年有升有降，请核对，或者在经营说明中写明原因。");
    }
  }

  private void tasks() {
    Map<String, Integer> names = new HashMap<>();
    for (Goals.Task task : goals.tasks()) {
      Integer same = names.putIfAbsent(task.name(), task.number());
      if (same != null && !task.name().isEmpty()) {
        doubt(
            "task-" + task.number() + "-name",
            "重复",
            "第 %d 项任务与第 %d 项相同。".formatted(task.number(), same));
      }
    }
    long distinct = goals.tasks().stream().map(Goals.Task::due).distinct().count();
    if (goals.tasks().size() > 2 && distinct == 1) {
      doubt("task-" + goals.tasks().getFirst().number() + "-due", "过空", "所有任务的完成时间都是同一天，请分出先后。");
    }
  }

  private void doubt(String field, String mark, String sentence) {
    found.add(new Doubt(field, mark, sentence));
  }
}
