package seedbed.sheet;

import java.util.List;
import java.util.Locale;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Indicator;

/// What an operating sheet asks for.
enum OperatingField {
  SALES("累计销售收入", Indicator.Kind.AMOUNT, "万元", "今年 1 月起到本期末的销售收入。"),
  FORECAST("预计全年销售收入", Indicator.Kind.AMOUNT, "万元", "按已有订单和进度预计的全年数。"),
  MARKET_SHARE("主导产品国内市场占有率", Indicator.Kind.PERCENT, "%", "按同一口径估计；没有变化的照填。"),
  NEW_CUSTOMERS("累计新增客户", Indicator.Kind.COUNT, "家", "今年 1 月起新增的客户，没有的填 0。"),
  RD_EXPENSE("累计研发费用", Indicator.Kind.AMOUNT, "万元", "今年 1 月起到本期末的研发费用。"),
  ORDERS("在手订单", Indicator.Kind.AMOUNT, "万元", "本期末尚未交付的订单金额。");

  private final String label;
  private final Indicator.Kind kind;
  private final String unit;
  private final String hint;

  OperatingField(String label, Indicator.Kind kind, String unit, String hint) {
    this.label = label;
    this.kind = kind;
    this.unit = unit;
    this.hint = hint;
  }

  String label() {
    return label;
  }

  String unit() {
    return unit;
  }

  String hint() {
    return hint;
  }

  /// As forms and columns call it.
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// By which it is read and shown; no criterion knows it.
  Indicator indicator() {
    return new Indicator(code(), label, kind, Indicator.Period.DAY, unit, List.of(), false);
  }

  Cell cell() {
    return new Cell(indicator(), 0, 0);
  }

  /// Whether it counts from January on, so that it cannot become less within a year.
  boolean cumulative() {
    return switch (this) {
      case SALES, NEW_CUSTOMERS, RD_EXPENSE -> true;
      case FORECAST, MARKET_SHARE, ORDERS -> false;
    };
  }
}
