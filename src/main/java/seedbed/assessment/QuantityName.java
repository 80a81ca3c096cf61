package seedbed.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Quantity;

/// Names what a threshold measures: 研发费用总额占营业收入总额比重, 近 2 年研发费用总额合计.
final class QuantityName {
  private QuantityName() {}

  /// The last full year goes without saying; any other is named.
  static String of(Quantity quantity, LocalDate on) {
    var years = quantity.cells().stream().filter(Cell::yearly).map(Cell::back).distinct().toList();
    return years.size() == 1 && years.getFirst() > 0
        ? on.getYear() - 1 - years.getFirst() + " 年" + name(quantity)
        : name(quantity);
  }

  private static String name(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Value(var cell) -> label(cell);
      case Quantity.Sum(var terms) -> several(terms, "", "合计");
      case Quantity.Mean(var terms) -> several(terms, "平均", "");
      case Quantity.Ratio(var of, var to, var scale) ->
          scale.compareTo(Quantity.HUNDRED) == 0
              ? name(of) + "占" + name(to) + "比重"
              : name(of) + "与" + name(to) + "之比";
      case Quantity.MeanGrowth(var years) ->
          label(years.getFirst()) + "近 " + (years.size() - 1) + " 年平均增长率";
      case Quantity.CompoundGrowth(var now, _, var years) -> label(now) + "近 " + years + " 年复合增长率";
      case Quantity.YearsSince(var date, _) -> label(date).replaceFirst("(起始)?(日期|时间)$", "") + "年限";
    };
  }

  /// One indicator over years, or several indicators.
  private static String several(List<Quantity> terms, String before, String after) {
    var names = terms.stream().map(QuantityName::name).distinct().toList();
    return names.size() == 1
        ? "近 " + terms.size() + " 年" + before + names.getFirst() + after
        : names.stream().collect(Collectors.joining("、")) + after;
  }

  /// Without what a label explains in brackets at its end.
  private static String label(Cell cell) {
    return cell.indicator().label().replaceFirst("（[^）]*）$", "");
  }
}
