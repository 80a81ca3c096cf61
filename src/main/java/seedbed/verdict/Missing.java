package seedbed.verdict;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Change;
import seedbed.criteria.rule.Clause;
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
    var changes = way.changes().stream().map(change -> change(change, on)).toList();
    var open = questions(way, on);
    return few(changes) + (open.isEmpty() ? "" : "；另待补：" + few(open));
  }

  private static String few(List<String> all) {
    var shown = all.stream().limit(NAMED).collect(Collectors.joining("、"));
    return all.size() > NAMED ? shown + "等" : shown;
  }

  private static List<String> questions(Way way, LocalDate on) {
    return Stream.of(
            way.missing().stream().map(cell -> name(cell, on)),
            way.missingTitles().stream().map(Title::label).map(label -> label + "称号"),
            way.pending().stream().map(Clause::text))
        .flatMap(each -> each)
        .toList();
  }

  private static String change(Change change, LocalDate on) {
    return switch (change) {
      case Change.Adjust(var cell, var by) ->
          (by.signum() > 0 ? "差" : "需降") + name(cell, on) + " " + measured(cell, by.abs());
      case Change.Exceed(var cell, _, var limit) ->
          name(cell, on) + "不满足上限 " + measured(cell, limit);
      case Change.Become(var cell, var value) ->
          cell.indicator().kind() == Indicator.Kind.FLAG
              ? "未具备" + cell.indicator().label()
              : cell.indicator().label() + "未达“" + option(cell, value) + "”";
      case Change.Wait(_, var until, _, _) -> "年限要到 " + until + " 才满";
      case Change.Obtain(var title) -> "未取得" + title.label();
      case Change.Relinquish(var title) -> "已持有" + title.label();
    };
  }

  private static String option(Cell cell, BigDecimal value) {
    var options = cell.indicator().options();
    var place = value.intValue();
    return place >= 0 && place < options.size()
        ? options.get(place).label()
        : Formats.number(value);
  }

  private static String measured(Cell cell, BigDecimal by) {
    var unit = cell.indicator().unit();
    return (unit.equals("万元") ? Formats.amount(by) : Formats.number(by)) + " " + unit;
  }

  private static String name(Cell cell, LocalDate on) {
    var label = cell.indicator().label();
    return cell.yearly() ? label + " " + cell.year(on) + " 年" : label;
  }
}
