package seedbed.verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Change;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.criteria.rule.Way;
import seedbed.web.Formats;

/// Says in one phrase what stands between a company and a title.
public final class Missing {

  private static final int NAMED = 3;

  private Missing() {}

  /// How many clauses are in the way, as every page counts and says it: `不满足 1 项，另有 2 项待定`. One
  /// clause can ask for several changes, which are named and not counted.
  public static String counted(long notMet, long unknown) {
    return "不满足 " + notMet + " 项" + (unknown == 0 ? "" : "，另有 " + unknown + " 项待定");
  }

  /// 差研发费用总额 2025 年 138.00 万元、Ⅰ类知识产权 1 项.
  public static String words(Verdict verdict) {
    var on = verdict.facts().on();
    if (verdict.truth() == Truth.UNKNOWN || verdict.distance().isEmpty()) {
      var open = questions(verdict.question(), on);
      return open.isEmpty() ? "没有可行的达标路径" : "待补：" + few(open);
    }
    var way = verdict.distance().getFirst();
    var changes = way.changes().stream().map(change -> change(change, verdict.facts())).toList();
    var open = questions(way, on);
    return few(changes) + (open.isEmpty() ? "" : "；另待补：" + few(open));
  }

  private static String few(List<String> all) {
    var shown = all.stream().limit(NAMED).collect(Collectors.joining("、"));
    return all.size() > NAMED ? shown + "等" : shown;
  }

  private static List<String> questions(Way way, LocalDate on) {
    return Stream.of(
            way.missing().stream().map(cell -> Shown.name(cell, on)),
            way.missingTitles().stream().map(Title::label).map(label -> label + "称号"),
            way.pending().stream().map(Clause::text))
        .flatMap(each -> each)
        .toList();
  }

  /// Each phrase holds for a label of any form: a noun, a state or a sentence of a standard.
  static String change(Change change, Facts facts) {
    return switch (change) {
      case Change.Adjust(var cell, var by) -> adjust(cell, by, facts);
      case Change.Exceed(var cell, _, var limit) ->
          Shown.name(cell, facts.on()) + "不满足上限 " + measured(cell, limit);
      case Change.Become(var cell, var value) -> become(cell.indicator(), value);
      case Change.Wait(_, var until, _, _) -> "年限未满，到 " + until + " 期满";
      case Change.Obtain(var title) -> "未取得" + title.label();
      case Change.Relinquish(var title) -> "已持有" + title.label();
    };
  }

  private static String adjust(Cell cell, BigDecimal by, Facts facts) {
    var name = Shown.name(cell, facts.on());
    var value = facts.value(cell);
    if (value != null && cell.indicator().kind() == Indicator.Kind.RANK) {
      return ranked(name, value, by);
    }
    var amount = Shown.gap(by.abs(), cell.indicator().unit());
    return by.signum() > 0 ? "差" + name + " " + amount : name + "需降低 " + amount;
  }

  // The first is the smallest number: to fall would be to get worse.
  private static String ranked(String name, BigDecimal now, BigDecimal by) {
    return by.signum() < 0
        ? "%s需提升 %s 名（现第 %s，要求前 %s）"
            .formatted(
                name, Formats.number(by.abs()), Formats.number(now), Formats.number(now.add(by)))
        : "%s现第 %s，要求第 %s 以后".formatted(name, Formats.number(now), Formats.number(now.add(by)));
  }

  private static String become(Indicator indicator, BigDecimal value) {
    if (indicator.kind() == Indicator.Kind.FLAG) {
      return value.signum() > 0
          ? "不满足“" + indicator.label() + "”"
          : "“" + indicator.label() + "”应为否";
    }
    var wanted = Shown.fact(indicator, value);
    return indicator.label() + (indicator.ordered() ? "未达“" : "应为“") + wanted + "”";
  }

  private static String measured(Cell cell, BigDecimal value) {
    return Shown.measured(value.toPlainString(), cell.indicator().unit());
  }
}
