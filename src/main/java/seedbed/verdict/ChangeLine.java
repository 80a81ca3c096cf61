package seedbed.verdict;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.time.LocalDate;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Change;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;

/// One change of a way, as a sentence with its figure in the middle.
///
/// @param closed what to do about a year that is over; empty where the change can still be made
@Introspected
public record ChangeLine(String before, String figure, String after, String closed) {
  private static final String OVER = "该年已结束：核对是否漏报或误报";

  ChangeLine(String before, String figure, String after) {
    this(before, figure, after, "");
  }

  static ChangeLine of(Change change, Facts facts) {
    var line = line(change, facts);
    return change.closed() && !(change instanceof Change.Exceed)
        ? new ChangeLine(line.before, line.figure, line.after, OVER)
        : line;
  }

  private static ChangeLine line(Change change, Facts facts) {
    return switch (change) {
      case Change.Adjust(var cell, var by) -> adjust(cell, by, facts);
      case Change.Exceed(var cell, _, var limit) -> exceed(cell, limit, facts);
      case Change.Become(var cell, var value) -> become(cell, value, facts);
      case Change.Wait(var cell, var until, var years, _) -> wait(cell, until, years, facts);
      case Change.Obtain(var title) -> new ChangeLine("取得", title.label(), "称号");
      case Change.Relinquish(var title) -> new ChangeLine("不再持有", title.label(), "称号");
    };
  }

  /// The whole sentence.
  String sentence() {
    return before + " " + figure + (after.isEmpty() ? "" : " " + after);
  }

  private static ChangeLine adjust(Cell cell, BigDecimal by, Facts facts) {
    var indicator = cell.indicator();
    var unit = indicator.unit();
    var name = Shown.name(cell, facts.on());
    var value = facts.value(cell);
    if (value == null) {
      return new ChangeLine(name + "达到", Shown.exact(by, unit) + " " + unit, "");
    }
    var amount = Shown.change(by.abs(), unit);
    var now = Shown.exact(value, unit);
    var then = Shown.exact(value.add(by), unit);
    return new ChangeLine(
        name + direction(indicator, by), amount, "（现 " + now + "，需 " + then + "）");
  }

  private static String direction(Indicator indicator, BigDecimal by) {
    if (indicator.kind() == Indicator.Kind.RANK) {
      return by.signum() > 0 ? "后移" : "前移";
    }
    return by.signum() > 0 ? "再增" : "降低";
  }

  private static ChangeLine become(Cell cell, BigDecimal value, Facts facts) {
    var indicator = cell.indicator();
    var name = Shown.name(cell, facts.on());
    var now = facts.value(cell);
    var wanted = Shown.fact(indicator, value);
    if (indicator.kind() == Indicator.Kind.FLAG) {
      return new ChangeLine(
          name + "：由" + (now == null ? "未填报" : Shown.fact(indicator, now)) + "变为", wanted, "");
    }
    return now == null
        ? new ChangeLine(name + "达到", wanted, "")
        : new ChangeLine(
            name + "由“" + Shown.fact(indicator, now) + "”" + (indicator.ordered() ? "升至" : "改为"),
            wanted,
            "");
  }

  /// Nobody is told to shrink for a title.
  private static ChangeLine exceed(Cell cell, BigDecimal limit, Facts facts) {
    var unit = cell.indicator().unit();
    var now = Shown.fact(cell.indicator(), facts.value(cell));
    return new ChangeLine(
        Shown.name(cell, facts.on()) + "不满足上限",
        Shown.measured(limit.toPlainString(), unit),
        "（现 " + now + "）：不建议为申报压减，无须改动");
  }

  private static ChangeLine wait(Cell cell, LocalDate until, long years, Facts facts) {
    var since = facts.value(cell);
    if (since == null) {
      return new ChangeLine("等到", until.toString(), "满 " + years + " 年");
    }
    var start = LocalDate.ofEpochDay(since.longValueExact());
    var counted = start.plusYears(years).equals(until) ? "" : "，年限算至上年末";
    return new ChangeLine(
        "等到",
        until.toString(),
        "满 " + years + " 年（" + cell.indicator().label() + "为 " + start + counted + "）");
  }
}
