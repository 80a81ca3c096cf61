package seedbed.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Comparison;
import seedbed.criteria.rule.Fraction;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.criteria.rule.ScoreSheet;
import seedbed.criteria.rule.ScoreSheet.Item;
import seedbed.criteria.rule.ScoreSheet.Line;
import seedbed.criteria.rule.ScoreSheet.ScoreClass;
import seedbed.criteria.rule.ScoreSheet.Tier;

/// Reads score sheets.
final class ScoreReader {
  private static final List<String> LINE = List.of("id", "text", "max");
  private static final List<String> KINDS =
      List.of("bands", "tiers", "cumulative", "steps", "entered", "best");

  private final CriterionReader criteria;
  private final QuantityReader quantities;
  private final Dictionary dictionary;

  ScoreReader(CriterionReader criteria, QuantityReader quantities, Dictionary dictionary) {
    this.criteria = criteria;
    this.quantities = quantities;
    this.dictionary = dictionary;
  }

  /// @param place that of the clause the sheet belongs to
  ScoreSheet sheet(YamlValue value, Place place) {
    var fields = value.fields().only(List.of("pass", "classes"));
    var pass = fields.required("pass").notNegative();
    var classes = fields.required("classes").some(each -> scoreClass(each, place));
    var most = classes.stream().map(ScoreClass::max).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (!classes.isEmpty() && pass.compareTo(most) > 0) {
      throw fields.required("pass").flaw("合格分高于各类满分之和" + shown(most), "请核对pass和各类的max");
    }
    return new ScoreSheet(pass, classes);
  }

  private ScoreClass scoreClass(YamlValue value, Place place) {
    var fields = value.fields().only(List.of("id", "name", "max", "floor", "items"));
    var id = fields.required("id").text();
    criteria.unique(place.id() + "/" + id, value);
    var max = fields.required("max").notNegative();
    var floor = fields.optional("floor", YamlValue::notNegative);
    if (floor != null && floor.compareTo(max) > 0) {
      throw fields.required("floor").flaw("最低分高于本类满分" + shown(max), "请核对floor和max");
    }
    var items = fields.required("items").some(each -> item(each, place, max));
    return new ScoreClass(id, fields.required("name").text(), max, floor, items);
  }

  private Item item(YamlValue value, Place place, BigDecimal limit) {
    var fields = value.fields();
    var kinds = KINDS.stream().filter(fields::has).toList();
    if (kinds.size() != 1) {
      throw value.flaw("看不出怎样计分", "请在" + String.join("、", KINDS) + "中写一种");
    }
    var kind = kinds.getFirst();
    fields.only(
        Stream.concat(
                LINE.stream(),
                switch (kind) {
                  case "tiers" -> Stream.of(kind, "otherwise");
                  case "cumulative" -> Stream.of(kind, "cap");
                  default -> Stream.of(kind);
                })
            .toList());
    var line = line(value, fields);
    notAbove(line.max(), limit, fields.required("max"), "本项满分高于上一级满分");
    var own = place.named(line.id());
    return switch (kind) {
      case "bands" -> bands(line, fields.required(kind), own, value);
      case "tiers" -> tiers(line, fields, own);
      case "cumulative" -> cumulative(line, fields, own);
      case "steps" -> steps(line, fields.required(kind), own);
      case "entered" -> entered(line, fields.required(kind));
      case "best" ->
          new Item.Best(line, fields.required(kind).some(each -> item(each, place, line.max())));
      default -> throw new IllegalStateException("a kind without a reader: " + kind);
    };
  }

  private Line line(YamlValue value, YamlFields fields) {
    var id = fields.required("id").text();
    criteria.unique(id, value);
    return new Line(id, fields.required("text").text(), fields.required("max").notNegative());
  }

  private Item bands(Line line, YamlValue value, Place place, YamlValue item) {
    var fields =
        value.fields().only(List.of("quantity", "unit", "at_least", "at_most", "otherwise"));
    if (fields.has("at_least") == fields.has("at_most")) {
      throw value.flaw("分数段须写at_least或at_most之一", "请写其中一个");
    }
    var upward = fields.has("at_least");
    var unit = fields.required("unit");
    var measures = quantities.read(fields.required("quantity"), unit, place.back());
    var bands =
        fields.required(upward ? "at_least" : "at_most").some().stream().map(this::band).toList();
    var otherwise = fields.required("otherwise").notNegative();
    descending(bands, upward, otherwise, line);
    var comparison = upward ? Comparison.AT_LEAST : Comparison.AT_MOST;
    var tiers = new ArrayList<Tier>();
    for (var band : bands) {
      var text = shown(band.bound()) + unit.text() + (upward ? "以上" : "以下");
      var part = place.part(tiers.size() + 1).worded(text);
      var clause = clause(part, text, item);
      tiers.add(
          new Tier(
              band.points(),
              text,
              CriterionReader.thresholds(clause, measures, comparison, band.bound(), unit.text())));
    }
    return new Item.Tiered(line, tiers, otherwise);
  }

  private Clause clause(Place place, String text, YamlValue item) {
    var fields = place.worded(text).clause(item.fields());
    criteria.unique(fields.id(), item);
    return fields;
  }

  private record Band(BigDecimal bound, BigDecimal points, YamlValue value) {}

  private Band band(YamlValue pair) {
    var numbers = pair.items();
    if (numbers.size() != 2) {
      throw pair.flaw("分数段须写成 [界限, 得分]", "请改为两个数字");
    }
    return new Band(numbers.getFirst().number(), numbers.getLast().notNegative(), pair);
  }

  /// Best first: otherwise a band would be hidden behind another.
  private static void descending(
      List<Band> bands, boolean upward, BigDecimal otherwise, Line line) {
    var points = line.max();
    BigDecimal bound = null;
    for (var band : bands) {
      notAbove(band.points(), line.max(), band.value(), "得分高于本项满分");
      var order = bound == null ? -1 : band.bound().compareTo(bound);
      if (bound != null
          && ((upward ? order >= 0 : order <= 0) || band.points().compareTo(points) >= 0)) {
        throw band.value().flaw("分数段没有从高分到低分排列", "请按得分从高到低排列，界限也依次变化");
      }
      if (band.points().compareTo(otherwise) <= 0) {
        throw band.value().flaw("得分不高于otherwise", "请核对得分和otherwise");
      }
      bound = band.bound();
      points = band.points();
    }
  }

  private Item tiers(Line line, YamlFields fields, Place place) {
    var otherwise = fields.required("otherwise").notNegative();
    var tiers = tiers(fields.required("tiers"), line, place);
    for (var i = 0; i + 1 < tiers.size(); i++) {
      if (tiers.get(i).points().compareTo(tiers.get(i + 1).points()) <= 0) {
        throw fields.required("tiers").flaw("各档没有从高分到低分排列", "请按得分从高到低排列");
      }
    }
    if (!tiers.isEmpty() && tiers.getLast().points().compareTo(otherwise) <= 0) {
      throw fields.required("otherwise").flaw("otherwise不低于最低一档的得分", "请核对otherwise");
    }
    notAbove(otherwise, line.max(), fields.required("otherwise"), "得分高于本项满分");
    return new Item.Tiered(line, tiers, otherwise);
  }

  private Item cumulative(Line line, YamlFields fields, Place place) {
    var cap = fields.required("cap");
    notAbove(cap.notNegative(), line.max(), cap, "封顶分高于本项满分");
    return new Item.Cumulative(
        line, tiers(fields.required("cumulative"), line, place), cap.number());
  }

  private List<Tier> tiers(YamlValue list, Line line, Place place) {
    var tiers = new ArrayList<Tier>();
    var values = list.some();
    for (var i = 0; i < values.size(); i++) {
      var part = place.part(i + 1);
      var value = values.get(i);
      list.problems().attempt(() -> tier(value, line, part)).ifPresent(tiers::add);
    }
    return tiers;
  }

  private Tier tier(YamlValue value, Line line, Place place) {
    var fields = value.fields().only(List.of("points", "text", "when"));
    var points = fields.required("points").notNegative();
    notAbove(points, line.max(), fields.required("points"), "得分高于本项满分");
    var text = fields.required("text").text();
    var when = criteria.read(fields.required("when"), place.worded(text));
    if (when == null) {
      throw value.flaw("评分表内不能用only", "请在整条条件上写only");
    }
    return new Tier(points, text, when);
  }

  private Item steps(Line line, YamlValue value, Place place) {
    var fields = value.fields().only(List.of("quantity", "unit", "every", "points", "cap"));
    var unit = fields.required("unit");
    var measures = quantities.read(fields.required("quantity"), unit, place.back());
    if (measures.size() > 1) {
      throw fields.required("quantity").flaw("按步计分的增长率须定一种算法", "请把method改为arithmetic或compound");
    }
    var every = fields.required("every").number();
    if (every.signum() <= 0) {
      throw fields.required("every").flaw("每步须大于0", "请改正every");
    }
    var cap = fields.required("cap").notNegative();
    notAbove(cap, line.max(), fields.required("cap"), "封顶分高于本项满分");
    return new Item.Stepped(
        line,
        measures.getFirst().quantity(),
        unit.text(),
        every,
        fields.required("points").notNegative(),
        cap);
  }

  private Item entered(Line line, YamlValue code) {
    var indicator = dictionary.indicator(code);
    if (indicator.kind() != Kind.COUNT) {
      throw code.flaw("“" + indicator.label() + "”不能作为录入的得分", "请改用单位为“分”的数量指标");
    }
    Cell cell = dictionary.cell(code, indicator, 0);
    return new Item.Entered(line, cell);
  }

  private static void notAbove(
      BigDecimal points, BigDecimal limit, YamlValue value, String problem) {
    if (points.compareTo(limit) > 0) {
      throw value.flaw(problem + shown(limit), "请核对得分");
    }
  }

  private static String shown(BigDecimal number) {
    return Fraction.of(number).shown();
  }
}
