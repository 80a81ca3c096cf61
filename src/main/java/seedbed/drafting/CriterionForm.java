package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import seedbed.web.Choice;

/// A criterion: what each of them says of itself, then what belongs to its kind.
@Singleton
class CriterionForm implements PartForm {
  private static final String CHOICE = "choice";
  private static final String QUANTITY = "quantity";

  private final Choices choices;
  private final QuantityForm quantities;

  CriterionForm(Choices choices, QuantityForm quantities) {
    this.choices = choices;
    this.quantities = quantities;
  }

  @Override
  public String shape(Tree.Group part) {
    var kind = Kinds.criterion(part);
    return switch (kind) {
      case QUANTITY -> QUANTITY + " " + QuantityForm.shape(part.fields().get(QUANTITY));
      case CHOICE -> CHOICE + " " + part.text(CHOICE);
      default -> kind;
    };
  }

  @Override
  public List<Input.Fields> fields(Tree.Group part) {
    List<Input> first = new ArrayList<>();
    if (part.has("reading")) {
      first.add(Input.text("reading", "读法名称", part.text("reading")));
    }
    first.add(Input.text("id", "代码", part.text("id")).hinted("英文短词或数字，用“-”或“.”连接；判定结果和算例按它对应"));
    first.add(Input.text("clause", "条款位置", part.text("clause")).hinted("在文件中的位置，如“附件2 制造类 第1项”"));
    first.add(Input.area("text", "条文", part.text("text")));
    first.add(Input.select("kind", "种类", Kinds.criterion(part), kinds()));
    List<Input.Fields> all = new ArrayList<>();
    all.add(new Input.Fields("条文", first));
    all.addAll(body(part));
    all.add(
        new Input.Fields(
            "核实",
            List.of(
                Input.select("proof", "核实程度", part.text("proof"), Choices.proofs("同上一级")),
                Input.text("unverified", "尚未核实的内容", part.text("unverified")),
                Input.select("only", "适用的申报类型", part.text("only"), only()))));
    return all;
  }

  private static List<Choice> kinds() {
    return Stream.concat(Stream.of(new Choice("", "请选择")), Kinds.choices(Kinds.CRITERIA).stream())
        .toList();
  }

  private static List<Choice> only() {
    return List.of(
        new Choice("", "新申报和复核"), new Choice("new", "只用于新申报"), new Choice("renewal", "只用于复核"));
  }

  private List<Input.Fields> body(Tree.Group part) {
    return switch (Kinds.criterion(part)) {
      case QUANTITY -> threshold(part);
      case CHOICE -> List.of(new Input.Fields("选项", options(part)));
      case "declared" ->
          List.of(
              new Input.Fields(
                  "是否类事实",
                  List.of(
                      Input.select("declared", "事实", part.text("declared"), choices.facts()),
                      Input.select(
                          "judgement",
                          "依据",
                          part.text("judgement"),
                          List.of(new Choice("", "凭佐证"), new Choice("true", "条文没有数字，须人工认定"))))));
      case "holds", "lacks" -> {
        var kind = Kinds.criterion(part);
        var ticked = Tree.words(part.fields().get(kind));
        yield List.of(
            new Input.Fields(
                FieldWords.of(kind),
                List.of(Input.ticks("titles", "称号", ticked, choices.titles()))));
      }
      case "at_least_of" ->
          one("满足若干项", Input.number("n", "至少满足几项", inner(part, "at_least_of").text("n")));
      case "every_year" ->
          one("逐年达到", Input.number("years", "最近几年", inner(part, "every_year").text("years")));
      case "any_year" ->
          one("任一年达到", Input.number("years", "最近几年", inner(part, "any_year").text("years")));
      case "score" -> one("评分表", Input.number("pass", "合格分", inner(part, "score").text("pass")));
      case "open" ->
          one(
              "待定",
              Input.select(
                  "open",
                  "待定的原因",
                  part.text("open"),
                  List.of(
                      new Choice("judgement", "须人工认定"),
                      new Choice("wording", "表述待明确"),
                      new Choice("provisional", "以年度通知为准"))));
      default -> List.of();
    };
  }

  private static List<Input.Fields> one(String legend, Input input) {
    return List.of(new Input.Fields(legend, List.of(input)));
  }

  private static Tree.Group inner(Tree.Group part, String key) {
    return Tree.group(part.fields().get(key));
  }

  private List<Input.Fields> threshold(Tree.Group part) {
    var all = new ArrayList<>(quantities.fields(part.fields().get(QUANTITY), "q", "取数"));
    var comparison = Comparisons.KEYS.stream().filter(part::has).findFirst().orElse("at_least");
    all.add(
        new Input.Fields(
            "门槛",
            List.of(
                Input.select("comparison", "比较", comparison, Comparisons.choices()),
                Input.text("bound", "门槛数值", part.text(comparison)).hinted("日期写成 2016-01-01"),
                Input.select("unit", "单位", part.text("unit"), choices.units()))));
    return all;
  }

  private List<Input> options(Tree.Group part) {
    var indicator = part.text(CHOICE);
    var ticked =
        part.has("in") ? Tree.words(part.fields().get("in")) : List.of(part.text("at_least"));
    return List.of(
        Input.select(CHOICE, "指标", indicator, choices.asked()),
        Input.select(
            "manner",
            "怎样算符合",
            part.has("at_least") ? "at_least" : "in",
            List.of(new Choice("in", "属于勾选的选项之一"), new Choice("at_least", "不低于勾选的那一项"))),
        Input.ticks("options", "选项", ticked, choices.options(indicator)));
  }

  @Override
  public Tree.Group filled(Tree.Group before, Typed typed) {
    var kind = typed.text("kind");
    var same = kind.equals(Kinds.criterion(before));
    var next = same ? before : Kinds.begun(Kinds.bare(before, Kinds.CRITERIA), kind);
    for (var key : List.of("id", "clause", "text", "proof", "unverified", "only")) {
      next = next.with(key, typed.text(key));
    }
    if (before.has("reading")) {
      next = next.with("reading", typed.text("reading"));
    }
    return same || typed.shows(kind) ? filledBody(next, kind, typed) : next;
  }

  private static Tree.Group filledBody(Tree.Group part, String kind, Typed typed) {
    return switch (kind) {
      case QUANTITY -> filledThreshold(part, typed);
      case CHOICE -> filledOptions(part, typed);
      case "declared" ->
          part.with("declared", Tree.leaf(typed.text("declared")))
              .with("judgement", typed.text("judgement"));
      case "holds", "lacks" ->
          part.with(kind, Tree.words(typed.all("titles", Tree.words(part.fields().get(kind)))));
      case "at_least_of" -> part.with(kind, inner(part, kind).with("n", typed.text("n")));
      case "every_year", "any_year" ->
          part.with(kind, inner(part, kind).with("years", typed.text("years")));
      case "score" -> part.with(kind, inner(part, kind).with("pass", typed.text("pass")));
      case "open" -> part.with(kind, Tree.leaf(typed.text("open")));
      default -> part;
    };
  }

  private static Tree.Group filledThreshold(Tree.Group part, Typed typed) {
    var quantity = QuantityForm.filled(typed, "q");
    var next = part.with(QUANTITY, quantity == null ? new Tree.Leaf(null) : quantity);
    for (var key : Comparisons.KEYS) {
      if (!key.equals(typed.text("comparison"))) {
        next = next.with(key, "");
      }
    }
    return Comparisons.KEYS.contains(typed.text("comparison"))
        ? next.with(typed.text("comparison"), typed.text("bound")).with("unit", typed.text("unit"))
        : next;
  }

  private static Tree.Group filledOptions(Tree.Group part, Typed typed) {
    var ticked = typed.all("options", Tree.words(part.fields().get("in")));
    var next = part.with(CHOICE, Tree.leaf(typed.text(CHOICE))).with("at_least", "").with("in", "");
    return typed.text("manner").equals("at_least")
        ? next.with("at_least", ticked.isEmpty() ? "" : ticked.getFirst())
        : next.with("in", Tree.words(ticked));
  }
}
