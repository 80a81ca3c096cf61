package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.web.Choice;

/// One line of a score sheet.
@Singleton
class ItemForm implements PartForm {
  private static final int MORE_ROWS = 2;
  private static final int MOST_ROWS = 30;
  private static final String BANDS = "bands";
  private static final String STEPS = "steps";
  private static final String QUANTITY = "quantity";

  private final Choices choices;
  private final QuantityForm quantities;

  ItemForm(Choices choices, QuantityForm quantities) {
    this.choices = choices;
    this.quantities = quantities;
  }

  @Override
  public String shape(Tree.Group part) {
    var kind = Kinds.item(part);
    return kind.equals(BANDS) || kind.equals(STEPS)
        ? kind + " " + QuantityForm.shape(inner(part, kind).fields().get(QUANTITY))
        : kind;
  }

  @Override
  public List<Input.Fields> fields(Tree.Group part) {
    List<Input.Fields> all = new ArrayList<>();
    var kinds = new ArrayList<>(List.of(new Choice("", "请选择")));
    kinds.addAll(Kinds.choices(Kinds.ITEMS));
    all.add(
        new Input.Fields(
            "评分项",
            List.of(
                Input.text("id", "代码", part.text("id")),
                Input.area("text", "内容", part.text("text")),
                Input.number("max", "满分", part.text("max")),
                Input.select("kind", "计分方式", Kinds.item(part), kinds))));
    all.addAll(body(part));
    return all;
  }

  private List<Input.Fields> body(Tree.Group part) {
    var kind = Kinds.item(part);
    var inner = inner(part, kind);
    return switch (kind) {
      case BANDS -> bands(inner);
      case STEPS -> {
        var all = new ArrayList<>(quantities.fields(inner.fields().get(QUANTITY), "q", "取数"));
        all.add(
            new Input.Fields(
                "按步计分",
                List.of(
                    Input.select("unit", "单位", inner.text("unit"), choices.units()),
                    Input.number("every", "每多少为一步", inner.text("every")),
                    Input.number("points", "每步得分", inner.text("points")),
                    Input.number("cap", "封顶分", inner.text("cap")))));
        yield all;
      }
      case "tiers" -> one(Input.number("otherwise", "其余得分", part.text("otherwise")));
      case "cumulative" -> one(Input.number("cap", "封顶分", part.text("cap")));
      case "entered" ->
          one(Input.select("entered", "录入的分数", part.text("entered"), choices.of(Kind.COUNT)));
      default -> List.of();
    };
  }

  private List<Input.Fields> bands(Tree.Group inner) {
    var all = new ArrayList<>(quantities.fields(inner.fields().get(QUANTITY), "q", "取数"));
    var direction = inner.has("at_most") ? "at_most" : "at_least";
    all.add(
        new Input.Fields(
            "分数段，从高分到低分",
            List.of(
                Input.select("unit", "单位", inner.text("unit"), choices.units()),
                Input.select(
                    "direction",
                    "方向",
                    direction,
                    List.of(new Choice("at_least", "以上（含）"), new Choice("at_most", "以下（含）"))),
                Input.number("otherwise", "其余得分", inner.text("otherwise")))));
    var rows = Tree.items(inner.fields().get(direction));
    for (var row = 1; row <= rows.size() + MORE_ROWS; row++) {
      var pair = row > rows.size() ? List.<String>of() : Tree.words(rows.get(row - 1));
      all.add(
          new Input.Fields(
              "第" + row + "段" + (row > rows.size() ? "（不用可空着）" : ""),
              List.of(
                  Input.number("bound" + row, "界限", pair.isEmpty() ? "" : pair.getFirst()),
                  Input.number("points" + row, "得分", pair.size() < 2 ? "" : pair.getLast()))));
    }
    return all;
  }

  private static List<Input.Fields> one(Input input) {
    return List.of(new Input.Fields("计分", List.of(input)));
  }

  private static Tree.Group inner(Tree.Group part, String key) {
    return Tree.group(part.fields().get(key));
  }

  @Override
  public Tree.Group filled(Tree.Group before, Typed typed) {
    var kind = typed.text("kind");
    var same = kind.equals(Kinds.item(before));
    var next = same ? before : Kinds.begun(Kinds.bare(before, Kinds.ITEMS), kind);
    for (var key : List.of("id", "text", "max")) {
      next = next.with(key, typed.text(key));
    }
    return same || typed.shows(kind) ? filledBody(next, kind, typed) : next;
  }

  private static Tree.Group filledBody(Tree.Group part, String kind, Typed typed) {
    return switch (kind) {
      case BANDS -> part.with(kind, filledBands(typed));
      case STEPS ->
          part.with(
              kind,
              measured(typed)
                  .with("every", typed.text("every"))
                  .with("points", typed.text("points"))
                  .with("cap", typed.text("cap")));
      case "tiers" -> part.with("otherwise", typed.text("otherwise"));
      case "cumulative" -> part.with("cap", typed.text("cap"));
      case "entered" -> part.with(kind, Tree.leaf(typed.text("entered")));
      default -> part;
    };
  }

  private static Tree.Group measured(Typed typed) {
    var quantity = QuantityForm.filled(typed, "q");
    return Tree.Group.empty()
        .with(QUANTITY, quantity == null ? new Tree.Leaf(null) : quantity)
        .with("unit", typed.text("unit"));
  }

  private static Tree.Group filledBands(Typed typed) {
    List<Tree> rows = new ArrayList<>();
    for (var row = 1; row <= MOST_ROWS; row++) {
      var bound = typed.text("bound" + row);
      var points = typed.text("points" + row);
      if (!bound.isEmpty() || !points.isEmpty()) {
        rows.add(Tree.words(List.of(bound, points)));
      }
    }
    var direction = typed.text("direction").equals("at_most") ? "at_most" : "at_least";
    return measured(typed)
        .with(direction, new Tree.Items(rows))
        .with("otherwise", typed.text("otherwise"));
  }
}
