package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.web.Choice;

/// The number that a bound is held against: an indicator of a year, or made of several.
@Singleton
class QuantityForm {
  private static final int DEEPEST = 4;
  private static final String CODE = "-code";
  private static final String BACK = "-back";
  private static final String YEARS = "-years";
  private static final String SHAPE = "-shape";

  private static final List<Choice> NESTED =
      List.of(
          new Choice("value", "单项指标"),
          new Choice("sum", "几项相加"),
          new Choice("sum_years", "几年合计"),
          new Choice("mean", "几年平均"),
          new Choice("ratio", "比值（占比、倍数）"),
          new Choice("earlier", "以往年度的计算结果"));

  private static final List<Choice> SHAPES = shapes();

  private final Choices choices;

  QuantityForm(Choices choices) {
    this.choices = choices;
  }

  private static List<Choice> shapes() {
    var shapes = new ArrayList<>(NESTED);
    shapes.add(new Choice("growth", "平均增长率"));
    shapes.add(new Choice("years_since", "年限"));
    return List.copyOf(shapes);
  }

  private static String kind(@Nullable Tree tree) {
    if (!(tree instanceof Tree.Group group)) {
      return "value";
    }
    if (group.has("of")) {
      return group.fields().get("of") instanceof Tree.Leaf ? "value" : "earlier";
    }
    if (group.has("sum")) {
      return group.has("years") ? "sum_years" : "sum";
    }
    return List.of("mean", "ratio", "growth", "years_since").stream()
        .filter(group::has)
        .findFirst()
        .orElse("value");
  }

  /// What the form looks like; a term that is added to a sum changes nothing about it.
  static String shape(@Nullable Tree tree) {
    var group = Tree.group(tree);
    return switch (kind(tree)) {
      case "sum" ->
          "sum("
              + String.join(
                  ",",
                  Tree.items(group.fields().get("sum")).stream()
                      .map(QuantityForm::shape)
                      .filter(each -> !each.equals("value"))
                      .toList())
              + ")";
      case "sum_years" -> "sum_years(" + shape(group.fields().get("sum")) + ")";
      case "mean" -> "mean(" + shape(group.fields().get("mean")) + ")";
      case "earlier" -> "earlier(" + shape(group.fields().get("of")) + ")";
      case "ratio" -> {
        var pair = Tree.items(group.fields().get("ratio"));
        yield "ratio("
            + shape(pair.isEmpty() ? null : pair.getFirst())
            + ","
            + shape(pair.size() < 2 ? null : pair.getLast())
            + ")";
      }
      case String kind -> kind;
    };
  }

  List<Input.Fields> fields(@Nullable Tree tree, String name, String legend) {
    List<Input.Fields> all = new ArrayList<>();
    add(tree, name, legend, SHAPES, all);
    return all;
  }

  private void add(
      @Nullable Tree tree,
      String name,
      String legend,
      List<Choice> shapes,
      List<Input.Fields> all) {
    var kind = kind(tree);
    var group = Tree.group(tree);
    List<Input> inputs = new ArrayList<>();
    inputs.add(Input.select(name + SHAPE, "取数方式", kind, shapes));
    all.add(new Input.Fields(legend, inputs));
    switch (kind) {
      case "value" -> {
        var code =
            tree instanceof Tree.Leaf leaf ? String.join("", Tree.words(leaf)) : group.text("of");
        inputs.add(Input.select(name + CODE, "指标", code, choices.numbers()));
        inputs.add(Input.number(name + BACK, "往前年数", group.text("back")).hinted("上年度不填；上上年度填1"));
      }
      case "earlier" -> {
        inputs.add(Input.number(name + BACK, "往前年数", group.text("back")));
        add(group.fields().get("of"), name + "1", legend + " · 内容", NESTED, all);
      }
      case "sum" -> {
        var terms = Tree.items(group.fields().get("sum"));
        for (var place = 0; place <= terms.size(); place++) {
          var last = place == terms.size();
          add(
              last ? null : terms.get(place),
              name + (place + 1),
              legend + " · 第" + (place + 1) + "项" + (last ? "（不用可空着）" : ""),
              NESTED,
              all);
        }
      }
      case "sum_years" -> {
        inputs.add(Input.number(name + YEARS, "年数", group.text("years")));
        add(group.fields().get("sum"), name + "1", legend + " · 每年", NESTED, all);
      }
      case "mean" -> {
        inputs.add(Input.number(name + YEARS, "年数", group.text("years")));
        add(group.fields().get("mean"), name + "1", legend + " · 每年", NESTED, all);
      }
      case "ratio" -> {
        var pair = Tree.items(group.fields().get("ratio"));
        add(pair.isEmpty() ? null : pair.getFirst(), name + "1", legend + " · 分子", NESTED, all);
        add(pair.size() < 2 ? null : pair.getLast(), name + "2", legend + " · 分母", NESTED, all);
      }
      case "growth" -> {
        inputs.add(Input.select(name + CODE, "指标", group.text("growth"), choices.growing()));
        inputs.add(Input.number(name + YEARS, "增长年数", group.text("years")));
        inputs.add(Input.select(name + "-method", "算法", group.text("method"), methods()));
      }
      default -> {
        inputs.add(
            Input.select(name + CODE, "从哪一天起", group.text("years_since"), choices.of(Kind.DATE)));
        inputs.add(Input.select(name + "-at", "计算到", group.text("at"), ends()));
      }
    }
  }

  private static List<Choice> methods() {
    return List.of(
        new Choice("arithmetic", "逐年增长率的算术平均"),
        new Choice("compound", "复合增长率"),
        new Choice("either", "条文未写明，两种都算"));
  }

  private static List<Choice> ends() {
    return List.of(new Choice("last-year-end", "上年末"), new Choice("judged-day", "判定当日"));
  }

  /// What was typed; null where nothing was.
  static @Nullable Tree filled(Typed typed, String name) {
    return filled(typed, name, 0);
  }

  private static @Nullable Tree filled(Typed typed, String name, int depth) {
    if (depth > DEEPEST) {
      return null;
    }
    var code = typed.text(name + CODE);
    var back = typed.text(name + BACK);
    var years = typed.text(name + YEARS);
    var group = Tree.Group.empty();
    return switch (typed.text(name + SHAPE)) {
      case "earlier" -> group.with("of", nested(typed, name + "1", depth)).with("back", back);
      case "sum" -> {
        List<Tree> terms = new ArrayList<>();
        for (var place = 1; typed.has(name + place + SHAPE); place++) {
          var term = filled(typed, name + place, depth + 1);
          if (term != null) {
            terms.add(term);
          }
        }
        yield group.with("sum", new Tree.Items(terms));
      }
      case "sum_years" -> group.with("sum", nested(typed, name + "1", depth)).with("years", years);
      case "mean" -> group.with("mean", nested(typed, name + "1", depth)).with("years", years);
      case "ratio" ->
          group.with(
              "ratio",
              new Tree.Items(
                  List.of(nested(typed, name + "1", depth), nested(typed, name + "2", depth))));
      case "growth" ->
          group
              .with("growth", Tree.leaf(code))
              .with("years", years)
              .with("method", typed.text(name + "-method"));
      case "years_since" ->
          group.with("years_since", Tree.leaf(code)).with("at", typed.text(name + "-at"));
      default -> {
        if (code.isEmpty()) {
          yield null;
        }
        yield back.isEmpty() || back.equals("0")
            ? Tree.leaf(code)
            : group.with("of", Tree.leaf(code)).with("back", back);
      }
    };
  }

  private static Tree nested(Typed typed, String name, int depth) {
    var tree = filled(typed, name, depth + 1);
    return tree == null ? new Tree.Leaf(null) : tree;
  }
}
