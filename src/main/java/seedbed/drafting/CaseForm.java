package seedbed.drafting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Indicator;
import seedbed.web.Choice;
import seedbed.web.Refusal;

/// A worked case as a form: a sentence, a day, figures, and what is expected.
@Singleton
class CaseForm {
  private static final String FIGURE = "f-";

  private final Choices choices;
  private final Clock clock;

  CaseForm(Choices choices, Clock clock) {
    this.choices = choices;
    this.clock = clock;
  }

  List<Input.Fields> fields(Checklist checklist) {
    var on = LocalDate.now(clock);
    var clauses =
        checklist.criteria().stream()
            .map(Criterion::clause)
            .map(clause -> new Choice(clause.id(), clause.id() + " " + clause.text()))
            .toList();
    return List.of(
        new Input.Fields(
            "算例",
            List.of(
                Input.text("name", "一句话说明", "").hinted("如“主营业务收入恰为3000万元，‘以上’含本数”"),
                Input.day("judged-on", "判定日", on.toString()))),
        new Input.Fields(
            "数据（不填的按算例的通用数据）",
            Cells.of(checklist.criteria()).stream().map(cell -> figure(cell)).toList()),
        new Input.Fields(
            "称号（不勾选的按算例的通用数据）",
            List.of(Input.ticks("titles", "当日持有", List.of(), choices.titles()))),
        new Input.Fields(
            "预期结果",
            List.of(
                Input.select("verdict", "结论", "met", verdicts()),
                Input.ticks("not_met", "不符合的条件", List.of(), clauses),
                Input.ticks("unknown", "无法判定的条件", List.of(), clauses))));
  }

  private static List<Choice> verdicts() {
    return List.of(
        new Choice("met", "符合"), new Choice("not-met", "不符合"), new Choice("unknown", "无法判定"));
  }

  private Input figure(Cell cell) {
    var indicator = cell.indicator();
    var name = FIGURE + indicator.code() + (cell.yearly() ? "-" + cell.back() : "");
    var label =
        indicator.label()
            + switch (cell.yearly() ? cell.back() : -1) {
              case -1 -> "";
              case 0 -> "，上年度";
              case 1 -> "，上上年度";
              default -> "，再往前 " + (cell.back() - 1) + " 年";
            };
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK ->
          Input.text(name, label + "（" + indicator.unit() + "）", "");
      case DATE -> Input.day(name, label, "");
      case FLAG ->
          Input.select(
              name,
              label,
              "",
              List.of(new Choice("", "按通用数据"), new Choice("true", "是"), new Choice("false", "否")));
      case CHOICE -> {
        List<Choice> options = new ArrayList<>(List.of(new Choice("", "按通用数据")));
        options.addAll(choices.options(indicator.code()));
        yield Input.select(name, label, "", options);
      }
    };
  }

  /// The case as the files of worked cases have it.
  Tree.Group filled(Checklist checklist, Typed typed) {
    var on = day(typed.text("judged-on"));
    if (typed.text("name").isEmpty()) {
      throw new Refusal.Invalid("name", "请用一句话说明这个算例。");
    }
    var figures = Tree.Group.empty();
    for (var cell : Cells.of(checklist.criteria())) {
      figures = with(figures, cell, typed, on);
    }
    var titles = typed.all("titles");
    return Tree.Group.empty()
        .with("name", typed.text("name"))
        .with("on", on.toString())
        .with("track", checklist.track())
        .with("applicant", checklist.applicant().code())
        .with("figures", figures.fields().isEmpty() ? null : figures)
        .with("titles", titles.isEmpty() ? null : Tree.words(titles))
        .with("verdict", typed.text("verdict"))
        .with("not_met", words(typed, "not_met"))
        .with("unknown", words(typed, "unknown"));
  }

  private static Tree.@Nullable Items words(Typed typed, String name) {
    var words = typed.all(name);
    return words.isEmpty() ? null : Tree.words(words);
  }

  private static Tree.Group with(Tree.Group figures, Cell cell, Typed typed, LocalDate on) {
    Indicator indicator = cell.indicator();
    var code = indicator.code();
    if (!cell.yearly()) {
      return figures.with(code, typed.text(FIGURE + code));
    }
    var value = typed.text(FIGURE + code + "-" + cell.back());
    if (value.isEmpty()) {
      return figures;
    }
    var years = Tree.group(figures.fields().get(code)).with("" + cell.year(on), value);
    return figures.with(code, years);
  }

  private static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException _) {
      throw new Refusal.Invalid("judged-on", "“" + typed + "”不是日期，请按“年-月-日”填写。");
    }
  }
}
