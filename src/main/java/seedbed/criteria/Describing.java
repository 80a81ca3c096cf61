package seedbed.criteria;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Fraction;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.criteria.rule.Quantity;
import seedbed.criteria.rule.ScoreSheet;
import seedbed.criteria.rule.ScoreSheet.Item;
import seedbed.criteria.rule.ScoreSheet.ScoreClass;
import seedbed.criteria.rule.ScoreSheet.Tier;
import seedbed.criteria.rule.Title;

/// Puts criteria into rows for edition pages and the API.
public final class Describing {
  private Describing() {}

  public static List<Described> describe(Checklist checklist) {
    return checklist.criteria().stream().map(Describing::describe).toList();
  }

  public static Described describe(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Threshold threshold ->
          row(
              threshold.clause(),
              "数值",
              subject(threshold.quantity()),
              required(threshold),
              List.of());
      case Criterion.Choice choice ->
          row(choice.clause(), "选项", subject(choice.cell()), choice.required(), List.of());
      case Criterion.Declared declared -> declared(declared);
      case Criterion.Holds holds ->
          row(holds.clause(), "称号", null, "持有" + labels(holds.titles()), List.of());
      case Criterion.Lacks lacks ->
          row(lacks.clause(), "称号", null, "未持有" + labels(lacks.titles()), List.of());
      case Criterion.All all -> whole(all.clause(), "同时满足", null, all.parts());
      case Criterion.Any any -> whole(any.clause(), "满足其一", null, any.parts());
      case Criterion.AtLeast some ->
          whole(some.clause(), "满足若干项", "至少" + some.n() + "项", some.parts());
      case Criterion.Branches branches ->
          row(
              branches.clause(),
              "分档要求",
              null,
              null,
              branches.branches().stream().map(Describing::branch).toList());
      case Criterion.EveryYear every -> yearly(every.clause(), "逐年达到", every.years());
      case Criterion.AnyYear any -> yearly(any.clause(), "任一年达到", any.years());
      case Criterion.Readings readings ->
          row(
              readings.clause(),
              "口径待明确",
              null,
              null,
              readings.readings().stream().map(Describing::reading).toList());
      case Criterion.Scored scored -> sheet(scored.clause(), scored.sheet());
      case Criterion.Open open -> row(open.clause(), "待定", null, open.reason().label(), List.of());
      case Criterion.Waived waived -> waived(waived);
    };
  }

  private static Described row(
      Clause clause,
      String kind,
      @Nullable String subject,
      @Nullable String required,
      List<Described> parts) {
    return new Described(
        clause.id(),
        clause.citation(),
        clause.text(),
        kind,
        subject,
        required,
        clause.proof(),
        clause.toBeVerified(),
        clause.unverified(),
        parts,
        null);
  }

  private static Described whole(
      Clause clause, String kind, @Nullable String required, List<Criterion> parts) {
    return row(clause, kind, null, required, parts.stream().map(Describing::describe).toList());
  }

  /// The years differ only in the figures they read, so the newest stands for all.
  private static Described yearly(Clause clause, String kind, List<Criterion> years) {
    var newest = describe(years.getFirst());
    return row(clause, kind, newest.subject(), "近" + years.size() + "年", List.of(newest));
  }

  private static Described declared(Criterion.Declared declared) {
    return switch (declared.basis()) {
      case EVIDENCE -> row(declared.clause(), "佐证", subject(declared.cell()), "是", List.of());
      case JUDGEMENT -> row(declared.clause(), "人工认定", subject(declared.cell()), "认定", List.of());
    };
  }

  private static Described branch(Criterion.Branch branch) {
    var then = describe(branch.then());
    return new Described(
        then.id(),
        then.citation(),
        branch.when().clause().text() + "：" + then.text(),
        then.kind(),
        then.subject(),
        then.required(),
        then.proof(),
        then.toBeVerified(),
        then.unverified(),
        then.parts(),
        then.waivedBy());
  }

  private static Described reading(Criterion.Reading reading) {
    var row = describe(reading.criterion());
    return new Described(
        row.id(),
        row.citation(),
        row.text() + "（" + reading.name() + "）",
        row.kind(),
        row.subject(),
        row.required(),
        row.proof(),
        row.toBeVerified(),
        row.unverified(),
        row.parts(),
        row.waivedBy());
  }

  private static Described waived(Criterion.Waived waived) {
    var row = describe(waived.criterion());
    var notice = waived.clause();
    return new Described(
        row.id(),
        row.citation(),
        row.text(),
        row.kind(),
        row.subject(),
        row.required(),
        row.proof(),
        row.toBeVerified(),
        row.unverified(),
        row.parts(),
        notice.citation() + "：" + notice.text());
  }

  private static Described sheet(Clause clause, ScoreSheet sheet) {
    return row(
        clause,
        "评分",
        null,
        "≥ " + plain(sheet.pass()) + " 分",
        sheet.classes().stream().map(Describing::describe).toList());
  }

  static Described describe(ScoreClass each) {
    var floor = each.floor();
    return line(
        each.id(),
        each.name(),
        "评分类",
        "满分" + plain(each.max()) + "分" + (floor == null ? "" : "，最低" + plain(floor) + "分"),
        null,
        each.items().stream().map(Describing::describe).toList());
  }

  static Described describe(Item item) {
    var parts =
        item instanceof Item.Best best
            ? best.items().stream().map(Describing::describe).toList()
            : List.<Described>of();
    return line(
        item.line().id(),
        item.line().text(),
        "评分项",
        points(item) + "（满分" + plain(item.line().max()) + "分）",
        subject(item),
        parts);
  }

  private static Described line(
      String id,
      String text,
      String kind,
      String required,
      @Nullable String subject,
      List<Described> parts) {
    return new Described(id, "", text, kind, subject, required, null, false, null, parts, null);
  }

  private static String points(Item item) {
    return switch (item) {
      case Item.Tiered tiered -> tiers(tiered.tiers()) + "；其余" + plain(tiered.otherwise()) + "分";
      case Item.Cumulative sum -> tiers(sum.tiers()) + "；累计最高" + plain(sum.cap()) + "分";
      case Item.Stepped stepped ->
          "每"
              + plain(stepped.every())
              + stepped.unit()
              + plain(stepped.points())
              + "分，最高"
              + plain(stepped.cap())
              + "分";
      case Item.Entered _ -> "按核定得分录入";
      case Item.Best _ -> "取得分最高的一项";
    };
  }

  private static String tiers(List<Tier> tiers) {
    return tiers.stream()
        .map(tier -> tier.text() + " " + plain(tier.points()) + "分")
        .collect(Collectors.joining("；"));
  }

  private static @Nullable String subject(Item item) {
    return switch (item) {
      case Item.Tiered tiered ->
          tiered.tiers().stream()
              .map(tier -> describe(tier.when()).subject())
              .flatMap(Stream::ofNullable)
              .findFirst()
              .orElse(null);
      case Item.Stepped stepped -> subject(stepped.quantity());
      case Item.Entered entered -> subject(entered.cell());
      case Item.Cumulative _, Item.Best _ -> null;
    };
  }

  private static String labels(List<Title> titles) {
    return titles.stream().map(Title::label).collect(Collectors.joining("或"));
  }

  private static String required(Criterion.Threshold threshold) {
    var bound =
        threshold.quantity() instanceof Quantity.Value(var cell)
                && cell.indicator().kind() == Kind.DATE
            ? LocalDate.ofEpochDay(threshold.bound().longValueExact()).toString()
            : plain(threshold.bound()) + " " + threshold.unit();
    return threshold.comparison().sign() + " " + bound;
  }

  private static String subject(Cell cell) {
    return cell.yearly() ? year(cell.back()) + cell.indicator().label() : cell.indicator().label();
  }

  private static String year(int back) {
    return back == 0 ? "上年度" : "上年度的前" + back + "年";
  }

  static String subject(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Value(var cell) -> subject(cell);
      case Quantity.Sum(var terms) -> several(terms, "合计", "＋");
      case Quantity.Mean(var terms) -> several(terms, "平均", "、");
      case Quantity.Ratio(var of, var to, _) -> subject(of) + "÷" + subject(to);
      case Quantity.MeanGrowth(var years) ->
          "近" + (years.size() - 1) + "年" + years.getFirst().indicator().label() + "增长率（算术平均）";
      case Quantity.CompoundGrowth(var now, _, var years) ->
          "近" + years + "年" + now.indicator().label() + "增长率（复合）";
      case Quantity.YearsSince(var date, var until) ->
          "自"
              + date.indicator().label()
              + "起的整年数，"
              + switch (until) {
                case LAST_YEAR_END -> "截至上年末";
                case JUDGED_DAY -> "截至判定日";
              };
    };
  }

  /// 近2年…合计 where the same figure is taken over several years.
  private static String several(List<Quantity> terms, String how, String between) {
    var first = terms.getFirst();
    var indicators = indicators(first);
    if (terms.size() > 1
        && first.cells().getFirst().yearly()
        && terms.stream().allMatch(term -> indicators(term).equals(indicators))) {
      return "近" + terms.size() + "年" + subject(first).replace(year(0), "") + how;
    }
    return terms.stream().map(Describing::subject).collect(Collectors.joining(between));
  }

  private static List<String> indicators(Quantity quantity) {
    return quantity.cells().stream().map(cell -> cell.indicator().code()).toList();
  }

  private static String plain(BigDecimal number) {
    return Fraction.of(number).shown();
  }
}
