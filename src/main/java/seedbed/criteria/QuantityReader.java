package seedbed.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.criteria.rule.Quantity;
import seedbed.criteria.rule.Slots;

/// Reads quantities, and checks that their units fit.
final class QuantityReader {
  private static final String PERCENT = "%";
  private static final String TIMES = "倍";
  private static final String YEARS = "年";
  private static final List<String> KINDS =
      List.of("of", "sum", "mean", "ratio", "growth", "years_since");

  private final Dictionary dictionary;

  QuantityReader(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /// A quantity, and how it is read where the wording leaves that open.
  ///
  /// @param reading 算术平均 or 复合增长 where both are computed; null where there is one reading
  record Measure(@Nullable String reading, Quantity quantity) {}

  private record Sized(Quantity quantity, String unit) {}

  /// @param unit the unit the criterion states its bound in
  /// @param back how many years before the last full year are meant
  List<Measure> read(YamlValue value, YamlValue unit, int back) {
    if (value.isMapping() && value.fields().has("growth")) {
      fits(PERCENT, unit);
      return growth(value.fields(), back);
    }
    if (value.isMapping() && value.fields().has("years_since")) {
      fits(YEARS, unit);
      return List.of(new Measure(null, yearsSince(value.fields(), back)));
    }
    var sized = sized(value, unit, back);
    fits(sized.unit(), unit);
    return List.of(new Measure(null, sized.quantity()));
  }

  private static void fits(String actual, YamlValue unit) {
    if (!actual.equals(unit.text())) {
      throw unit.flaw("单位“" + unit.text() + "”与指标的单位“" + actual + "”不一致", "请改正unit，并按该单位填写数字");
    }
  }

  private Sized sized(YamlValue value, YamlValue unit, int back) {
    if (!value.isMapping()) {
      return single(value, back);
    }
    var fields = value.fields();
    var kinds = KINDS.stream().filter(fields::has).toList();
    if (kinds.size() != 1) {
      throw value.flaw("看不出是哪种取数方式", "请在" + String.join("、", KINDS) + "中写一种");
    }
    return switch (kinds.getFirst()) {
      case "of" -> earlier(fields, unit, back);
      case "sum" -> sum(fields, unit, back);
      case "mean" -> mean(fields, unit, back);
      case "ratio" -> ratio(fields, unit, back);
      default -> throw value.flaw("增长率和年限不能再放进合计、平均或比值", "请直接写在quantity");
    };
  }

  private Sized single(YamlValue code, int back) {
    var indicator = dictionary.indicator(code);
    return switch (indicator.kind()) {
      case FLAG, CHOICE ->
          throw code.flaw("“" + indicator.label() + "”不是数字", "请改用declared（是否类）或choice（选项类）");
      case AMOUNT, COUNT, PERCENT, RANK, DATE ->
          new Sized(new Quantity.Value(dictionary.cell(code, indicator, back)), indicator.unit());
    };
  }

  private Sized earlier(YamlFields fields, YamlValue unit, int back) {
    fields.only(List.of("of", "back"));
    return sized(fields.required("of"), unit, back + years(fields.required("back")));
  }

  private Sized sum(YamlFields fields, YamlValue unit, int back) {
    var of = fields.required("sum");
    if (of.isList()) {
      fields.only(List.of("sum"));
      var terms = of.some().stream().map(term -> sized(term, unit, back)).toList();
      return new Sized(
          new Quantity.Sum(terms.stream().map(Sized::quantity).toList()), common(of, terms));
    }
    var terms = overYears(fields, "sum", unit, back);
    return new Sized(
        new Quantity.Sum(terms.stream().map(Sized::quantity).toList()), common(of, terms));
  }

  private Sized mean(YamlFields fields, YamlValue unit, int back) {
    var terms = overYears(fields, "mean", unit, back);
    return new Sized(
        new Quantity.Mean(terms.stream().map(Sized::quantity).toList()),
        common(fields.required("mean"), terms));
  }

  private List<Sized> overYears(YamlFields fields, String kind, YamlValue unit, int back) {
    fields.only(List.of(kind, "years"));
    var of = fields.required(kind);
    return IntStream.range(0, years(fields.required("years")))
        .mapToObj(year -> sized(of, unit, back + year))
        .toList();
  }

  private static String common(YamlValue of, List<Sized> terms) {
    var units = terms.stream().map(Sized::unit).distinct().toList();
    if (units.size() > 1 || units.getFirst().equals("日期")) {
      throw of.flaw("单位不同的指标不能相加（" + String.join("、", units) + "）", "请改用单位相同的数字指标");
    }
    return units.getFirst();
  }

  private Sized ratio(YamlFields fields, YamlValue unit, int back) {
    fields.only(List.of("ratio"));
    var pair = fields.required("ratio");
    var terms = pair.items().stream().map(term -> sized(term, unit, back)).toList();
    if (terms.size() != 2) {
      throw pair.flaw("比值须有分子、分母两项", "请写成 [分子, 分母]");
    }
    common(pair, terms);
    var scale =
        switch (unit.text()) {
          case PERCENT -> Quantity.HUNDRED;
          case TIMES -> BigDecimal.ONE;
          default -> throw unit.flaw("比值的单位应为“%”或“倍”", "请改正unit");
        };
    return new Sized(
        new Quantity.Ratio(terms.getFirst().quantity(), terms.getLast().quantity(), scale),
        unit.text());
  }

  private List<Measure> growth(YamlFields fields, int back) {
    fields.only(List.of("growth", "years", "method"));
    var code = fields.required("growth");
    var indicator = dictionary.indicator(code);
    if (indicator.kind() != Kind.AMOUNT && indicator.kind() != Kind.COUNT) {
      throw code.flaw("“" + indicator.label() + "”不能计算增长率", "请改用金额或数量指标");
    }
    var years = years(fields.required("years"));
    var cells = cells(code, indicator, years, back);
    var arithmetic = new Quantity.MeanGrowth(cells);
    var compound = new Quantity.CompoundGrowth(cells.getFirst(), cells.getLast(), years);
    var method = fields.required("method");
    return switch (method.text()) {
      case "arithmetic" -> List.of(new Measure(null, arithmetic));
      case "compound" -> List.of(new Measure(null, compound));
      case "either" ->
          years == 1
              ? List.of(new Measure(null, arithmetic))
              : List.of(new Measure("算术平均", arithmetic), new Measure("复合增长", compound));
      default ->
          throw method.flaw("不认识的增长率算法“" + method.text() + "”", "请改为arithmetic、compound或either");
    };
  }

  private List<Cell> cells(YamlValue code, Indicator indicator, int years, int back) {
    var cells = new ArrayList<Cell>();
    for (var year = 0; year <= years; year++) {
      cells.add(dictionary.cell(code, indicator, back + year));
    }
    return cells;
  }

  private Quantity yearsSince(YamlFields fields, int back) {
    fields.only(List.of("years_since", "at"));
    var code = fields.required("years_since");
    var indicator = dictionary.indicator(code);
    if (indicator.kind() != Kind.DATE) {
      throw code.flaw("“" + indicator.label() + "”不是日期，不能计算年限", "请改用日期指标");
    }
    var at = fields.required("at");
    var until =
        switch (at.text()) {
          case "last-year-end" -> Quantity.Until.LAST_YEAR_END;
          case "judged-day" -> Quantity.Until.JUDGED_DAY;
          default -> throw at.flaw("不认识的截止日“" + at.text() + "”", "请改为last-year-end或judged-day");
        };
    return new Quantity.YearsSince(dictionary.cell(code, indicator, back), until);
  }

  private static int years(YamlValue value) {
    return value.whole(1, Slots.YEARS);
  }
}
