package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Criterion.Basis;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.criteria.rule.Indicator.Option;
import seedbed.criteria.rule.Indicator.Period;
import seedbed.criteria.rule.Quantity.Until;

/// A small world of indicators and titles, and words to speak of criteria and companies in it.
final class World {
  static final Indicator REVENUE = amount("revenue", "营业收入");
  static final Indicator MAIN_REVENUE = amount("main_revenue", "主营业务收入");
  static final Indicator RD_EXPENSE = amount("rd_expense", "研发费用");
  static final Indicator EQUITY = amount("equity_investment", "股权融资");
  static final Indicator LIABILITIES = amount("total_liabilities", "总负债");
  static final Indicator ASSETS = amount("total_assets", "总资产");
  static final Indicator RD_STAFF =
      new Indicator("rd_staff", "研发人员", Kind.COUNT, Period.YEAR, "人", List.of(), false);
  static final Indicator EMPLOYEES =
      new Indicator("employees", "职工总数", Kind.COUNT, Period.YEAR, "人", List.of(), false);
  static final Indicator PATENTS =
      new Indicator("class1_ip", "Ⅰ类知识产权", Kind.COUNT, Period.DAY, "项", List.of(), false);
  static final Indicator SHARE =
      new Indicator("market_share", "市场占有率", Kind.PERCENT, Period.DAY, "%", List.of(), false);
  static final Indicator RANK =
      new Indicator("rank_province", "省内排名", Kind.RANK, Period.DAY, "名", List.of(), false);
  static final Indicator EXTRA_POINTS =
      new Indicator("extra_points", "特色化得分", Kind.COUNT, Period.DAY, "分", List.of(), false);
  static final Indicator NICHE_SINCE =
      new Indicator("niche_since", "从事细分市场起始日", Kind.DATE, Period.DAY, "日期", List.of(), false);
  static final Indicator INSTITUTION =
      new Indicator(
          "rd_institution",
          "研发机构",
          Kind.CHOICE,
          Period.DAY,
          "级",
          List.of(
              new Option("none", "无"),
              new Option("internal", "自建"),
              new Option("municipal", "市级"),
              new Option("provincial", "省级"),
              new Option("national", "国家级")),
          true);
  static final Indicator CERTIFICATE = flag("management_certificate", "管理体系认证");
  static final Indicator OVERSEAS = flag("overseas_certificate", "境外产品认证");
  static final Indicator INFORMATION_SYSTEM = flag("information_system", "信息系统");
  static final Indicator UNIQUE = flag("proprietary_technology", "独特优势");

  static final Title SME = new Title("specialised-sme", "专精特新中小企业", 0);
  static final Title GIANT = new Title("little-giant", "专精特新“小巨人”企业", 1);
  static final Title CHAMPION = new Title("champion", "单项冠军企业", 2);

  static final Slots SLOTS =
      new Slots(
          List.of(
              REVENUE,
              MAIN_REVENUE,
              RD_EXPENSE,
              EQUITY,
              LIABILITIES,
              ASSETS,
              RD_STAFF,
              EMPLOYEES,
              PATENTS,
              SHARE,
              RANK,
              EXTRA_POINTS,
              NICHE_SINCE,
              INSTITUTION,
              CERTIFICATE,
              OVERSEAS,
              INFORMATION_SYSTEM,
              UNIQUE),
          List.of(SME, GIANT, CHAMPION));

  private World() {}

  private static Indicator amount(String code, String label) {
    return new Indicator(code, label, Kind.AMOUNT, Period.YEAR, "万元", List.of(), false);
  }

  private static Indicator flag(String code, String label) {
    return new Indicator(code, label, Kind.FLAG, Period.DAY, "是否", List.of(), false);
  }

  // Companies

  /// A company of which nothing is known yet, judged on 1 May 2023: the last full year is 2022.
  static Company company() {
    return company("2023-05-01");
  }

  static Company company(String judgedOn) {
    return new Company(Facts.on(LocalDate.parse(judgedOn), SLOTS), LocalDate.parse(judgedOn));
  }

  record Company(Facts.Builder builder, LocalDate on) {
    Company with(Indicator indicator, int year, String value) {
      builder.set(SLOTS.cell(indicator, on.getYear() - 1 - year), new BigDecimal(value));
      return this;
    }

    Company with(Indicator indicator, String value) {
      builder.set(now(indicator), coded(indicator, value));
      return this;
    }

    Company unconfirmed(Indicator indicator, String value) {
      builder.setUnconfirmed(now(indicator), coded(indicator, value));
      return this;
    }

    Company without(Indicator indicator, Reason reason) {
      builder.missing(now(indicator), reason);
      return this;
    }

    Company holding(Title title) {
      builder.held(title, Truth.MET);
      return this;
    }

    Company notHolding(Title title) {
      builder.held(title, Truth.NOT_MET);
      return this;
    }

    Facts facts() {
      return builder.build();
    }
  }

  private static BigDecimal coded(Indicator indicator, String value) {
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK -> new BigDecimal(value);
      case CHOICE -> BigDecimal.valueOf(indicator.option(value));
      case FLAG -> value.equals("yes") ? BigDecimal.ONE : BigDecimal.ZERO;
      case DATE -> BigDecimal.valueOf(LocalDate.parse(value).toEpochDay());
    };
  }

  // Cells and quantities

  static Cell now(Indicator indicator) {
    return SLOTS.cell(indicator, 0);
  }

  static Quantity last(Indicator indicator) {
    return back(indicator, 0);
  }

  static Quantity back(Indicator indicator, int years) {
    return new Quantity.Value(SLOTS.cell(indicator, years));
  }

  static Quantity percent(Quantity of, Quantity to) {
    return new Quantity.Ratio(of, to, Quantity.HUNDRED);
  }

  static Quantity percent(Indicator of, Indicator to) {
    return percent(last(of), last(to));
  }

  static Quantity sum(Indicator indicator, int years) {
    return new Quantity.Sum(values(indicator, years));
  }

  static Quantity mean(Indicator indicator, int years) {
    return new Quantity.Mean(values(indicator, years));
  }

  private static List<Quantity> values(Indicator indicator, int years) {
    return IntStream.range(0, years).mapToObj(year -> back(indicator, year)).toList();
  }

  static Quantity meanGrowth(Indicator indicator, int years) {
    return new Quantity.MeanGrowth(
        IntStream.rangeClosed(0, years).mapToObj(year -> SLOTS.cell(indicator, year)).toList());
  }

  static Quantity compoundGrowth(Indicator indicator, int years) {
    return new Quantity.CompoundGrowth(now(indicator), SLOTS.cell(indicator, years), years);
  }

  static Quantity yearsUpToLastYearEnd(Indicator date) {
    return new Quantity.YearsSince(now(date), Until.LAST_YEAR_END);
  }

  static Quantity yearsUpToJudgedDay(Indicator date) {
    return new Quantity.YearsSince(now(date), Until.JUDGED_DAY);
  }

  // Criteria

  static Clause clause(String text) {
    return new Clause(text, "附件3", text, Proof.SEED, null);
  }

  static Criterion atLeast(String bound, Quantity quantity, String unit) {
    return compared(quantity, Comparison.AT_LEAST, bound, unit);
  }

  static Criterion atMost(String bound, Quantity quantity, String unit) {
    return compared(quantity, Comparison.AT_MOST, bound, unit);
  }

  static Criterion lessThan(String bound, Quantity quantity, String unit) {
    return compared(quantity, Comparison.LESS_THAN, bound, unit);
  }

  static Criterion moreThan(String bound, Quantity quantity, String unit) {
    return compared(quantity, Comparison.MORE_THAN, bound, unit);
  }

  static Criterion compared(Quantity quantity, Comparison comparison, String bound, String unit) {
    var text = comparison.sign() + bound + unit;
    return new Criterion.Threshold(clause(text), quantity, comparison, new BigDecimal(bound), unit);
  }

  static Criterion declared(Indicator flag) {
    return new Criterion.Declared(clause(flag.label()), now(flag), Basis.EVIDENCE);
  }

  static Criterion judged(Indicator flag) {
    return new Criterion.Declared(clause(flag.label()), now(flag), Basis.JUDGEMENT);
  }

  static Criterion atLeastLevel(Indicator choice, String option) {
    var lowest = choice.option(option);
    var required = choice.options().get(lowest).label() + "以上";
    return new Criterion.Choice(clause(required), now(choice), -1L << lowest, required);
  }

  static Criterion holds(Title... titles) {
    return new Criterion.Holds(clause("持有称号"), List.of(titles));
  }

  static Criterion lacks(Title... titles) {
    return new Criterion.Lacks(clause("未持有称号"), List.of(titles));
  }

  static Criterion all(Criterion... parts) {
    return new Criterion.All(clause("同时满足"), List.of(parts));
  }

  static Criterion any(Criterion... parts) {
    return new Criterion.Any(clause("满足其一"), List.of(parts));
  }

  static Criterion some(int n, Criterion... parts) {
    return new Criterion.AtLeast(clause("至少" + n + "项"), n, List.of(parts));
  }

  static Criterion everyYear(Criterion... years) {
    return new Criterion.EveryYear(clause("逐年"), List.of(years));
  }

  static Criterion anyYear(Criterion... years) {
    return new Criterion.AnyYear(clause("任一年"), List.of(years));
  }

  static Criterion branches(Criterion.Branch... branches) {
    return new Criterion.Branches(clause("按营业收入分档"), List.of(branches));
  }

  static Criterion.Branch when(Criterion when, Criterion then) {
    return new Criterion.Branch(when, then);
  }

  static Criterion readings(Criterion one, Criterion other) {
    return new Criterion.Readings(
        clause("平均增长率"),
        List.of(new Criterion.Reading("算术平均", one), new Criterion.Reading("复合增长", other)));
  }

  static Criterion open(Reason reason) {
    return new Criterion.Open(clause("待定条款"), reason);
  }

  static Criterion waived(Criterion criterion) {
    return new Criterion.Waived(clause("2026年度通知"), criterion);
  }

  /// The R&D tiers of 2021 and 2022: 3 % from 1亿元, 6 % from 5000万元, an amount below.
  static Criterion tiers() {
    return branches(
        when(atLeast("10000", last(REVENUE), "万元"), rdShare("3")),
        when(
            all(atLeast("5000", last(REVENUE), "万元"), lessThan("10000", last(REVENUE), "万元")),
            rdShare("6")),
        when(lessThan("5000", last(REVENUE), "万元"), atLeast("3000", last(RD_EXPENSE), "万元")));
  }

  static Criterion rdShare(String bound) {
    return atLeast(bound, percent(RD_EXPENSE, REVENUE), "%");
  }

  // Score sheets

  static ScoreSheet sheet(String pass, ScoreSheet.ScoreClass... classes) {
    return new ScoreSheet(new BigDecimal(pass), List.of(classes));
  }

  static Criterion scored(ScoreSheet sheet) {
    return new Criterion.Scored(clause("评分达到" + sheet.pass() + "分"), sheet);
  }

  static ScoreSheet.ScoreClass scoreClass(
      String name, String max, @Nullable String floor, ScoreSheet.Item... items) {
    return new ScoreSheet.ScoreClass(
        name,
        name,
        new BigDecimal(max),
        floor == null ? null : new BigDecimal(floor),
        List.of(items));
  }

  static ScoreSheet.Line line(String max) {
    return new ScoreSheet.Line("line", "得分项", new BigDecimal(max));
  }

  static ScoreSheet.Tier tier(String points, Criterion when) {
    return new ScoreSheet.Tier(new BigDecimal(points), when.clause().text(), when);
  }

  static ScoreSheet.Item tiered(String max, ScoreSheet.Tier... tiers) {
    return new ScoreSheet.Item.Tiered(line(max), List.of(tiers), BigDecimal.ZERO);
  }

  static ScoreSheet.Item cumulative(String cap, ScoreSheet.Tier... tiers) {
    return new ScoreSheet.Item.Cumulative(line(cap), List.of(tiers), new BigDecimal(cap));
  }

  static ScoreSheet.Item stepped(
      Quantity quantity, String unit, String every, String points, String cap) {
    return new ScoreSheet.Item.Stepped(
        line(cap),
        quantity,
        unit,
        new BigDecimal(every),
        new BigDecimal(points),
        new BigDecimal(cap));
  }

  static ScoreSheet.Item entered(String max, Indicator points) {
    return new ScoreSheet.Item.Entered(line(max), now(points));
  }

  static ScoreSheet.Item best(ScoreSheet.Item... items) {
    return new ScoreSheet.Item.Best(items[0].line(), List.of(items));
  }
}
