package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Indicators;
import seedbed.sheet.SheetCalendar;
import seedbed.sql.Statements;
import seedbed.web.Formats;

/// How the companies are doing: sums and medians of what they reported, and the same companies a
/// year before. Who did not report is not counted, least of all as zero; how many did is said with
/// every number.
@Singleton
class FigureSection implements Section {

  private static final String FIGURE = "figure-";

  /// What is asked of the figures of a year.
  private static final List<String> OF_YEAR = List.of("revenue", "rd_expense", "tax_paid");

  /// The figure of each company that nothing contradicts, by the moment.
  private static final String DECIDED =
      """
      SELECT f.company_id, MAX(f.number) AS number
      FROM figure f
      WHERE f.indicator = ?
        AND f.period = ?
        AND f.reported_at <= ?
        AND f.number IS NOT NULL
        AND NOT EXISTS (SELECT 1
                        FROM figure later
                        WHERE later.supersedes_id = f.id
                          AND later.reported_at <= ?)
      GROUP BY f.company_id
      HAVING COUNT(DISTINCT f.number) = 1\
      """;

  /// What an operating sheet asks for.
  private enum Measure {
    SALES("sales", "累计销售收入", "万元"),
    RD_EXPENSE("rd_expense", "累计研发费用", "万元"),
    ORDERS("orders", "在手订单", "万元"),
    NEW_CUSTOMERS("new_customers", "累计新增客户", "家");

    private final String column;
    private final String label;
    private final String unit;

    Measure(String column, String label, String unit) {
      this.column = column;
      this.label = label;
      this.unit = unit;
    }
  }

  /// What a measure comes to.
  ///
  /// @param pairs how many told it of the year before too
  /// @param paired the sum of those, and what it was a year before
  private record Sum(
      long companies,
      @Nullable BigDecimal total,
      @Nullable BigDecimal middle,
      long pairs,
      @Nullable BigDecimal paired,
      @Nullable BigDecimal earlier) {}

  private final Statements statements;
  private final Lines lines;
  private final Indicators indicators;
  private final SheetCalendar calendar;

  FigureSection(Statements statements, Lines lines, Indicators indicators, SheetCalendar calendar) {
    this.statements = statements;
    this.lines = lines;
    this.indicators = indicators;
    this.calendar = calendar;
  }

  // After the sheets, whose lists it reads.
  @Override
  public int place() {
    return 40;
  }

  @Override
  public Map<String, String> lists() {
    return indicators.entries().stream()
        .filter(entry -> OF_YEAR.contains(entry.code()))
        .collect(Collectors.toMap(entry -> list(entry.code()), entry -> entry.indicator().label()));
  }

  private static String list(String indicator) {
    return FIGURE + indicator.replace('_', '-');
  }

  @Override
  public Content.Part of(Count count) {
    List<String> sentences = new ArrayList<>();
    List<Content.Grid> grids = new ArrayList<>();
    Period period = count.period();
    long owed =
        lines.tally(count.bulletin(), ReportingSection.OPERATING).of(ReportingSection.EXPECTED);
    if (calendar.operatingDue(period.year(), period.lastMonth()).isPresent()) {
      Lines.Tally tally = lines.tally(count.bulletin(), ReportingSection.OPERATING);
      GridMaker table = table();
      for (Measure measure : Measure.values()) {
        Sum sum = sheets(count, measure);
        row(
            table,
            new Told(measure.label, measure.unit, sum, owed),
            count.to(ReportingSection.OPERATING, Mark.ON_TIME, Mark.LATE));
        if (measure == Measure.SALES) {
          sentences.add(sentence("1—%d月累计销售收入".formatted(period.lastMonth()), sum, tally));
        }
      }
      grids.add(
          table.grid(
              "%d年1—%d月主要指标".formatted(period.year(), period.lastMonth()),
              "按运行情况表汇总；未报的不计入，也不按零计算。增长只比较两年都已报的企业。"));
    }
    if (period.wholeYear() && owed > 0) {
      grids.add(ofYear(count, owed));
    }
    if (grids.isEmpty()) {
      sentences.add("本期没有要求填报运行情况表，没有可以汇总的指标。");
    }
    return new Content.Part("figures", "主要指标和走势", sentences, List.of(), grids, "");
  }

  private record Told(String label, String unit, Sum sum, long owed) {}

  private static String sentence(String what, Sum sum, Lines.Tally tally) {
    BigDecimal total = sum.total;
    if (total == null) {
      return "%s：应报%s，还没有企业报送，不能汇总。"
          .formatted(what, Words.companies(tally.of(ReportingSection.EXPECTED)));
    }
    String compared =
        sum.pairs == 0
            ? "没有两年都报的企业，不与上年同期比较"
            : "其中两年都报的%s，比上年同期%s"
                .formatted(Words.companies(sum.pairs), Words.grown(sum.paired, sum.earlier));
    return "%s家应报企业中，%s报送了%s，合计%s万元，中位数%s万元；%s。"
        .formatted(
            Formats.count(tally.of(ReportingSection.EXPECTED)),
            Words.companies(sum.companies),
            what,
            Formats.amount(total),
            Formats.amount(sum.middle),
            compared);
  }

  // Sums go into hundreds of millions, and each is to stand on one line of the paper.
  private static GridMaker table() {
    return new GridMaker(
        Content.Column.text("指标", 22),
        Content.Column.number("合计", 23),
        Content.Column.number("中位数", 20),
        Content.Column.number("可比企业上年同期", 23),
        Content.Column.number("增长", 14),
        Content.Column.number("可比家数", 9),
        Content.Column.number("填报家数", 16));
  }

  private static void row(GridMaker table, Told told, String to) {
    Sum sum = told.sum;
    table
        .row()
        .text(told.label + "（" + told.unit + "）")
        .text(written(sum.total, told.unit))
        .text(written(sum.middle, told.unit))
        .text(written(sum.earlier, told.unit))
        .text(Words.growth(sum.paired, sum.earlier))
        .text(Formats.count(sum.pairs))
        .text(Formats.count(sum.companies) + " / " + Formats.count(told.owed), to);
  }

  private static String written(@Nullable BigDecimal value, String unit) {
    return unit.equals("家") ? Formats.number(rounded(value)) : Formats.amount(value);
  }

  private static @Nullable BigDecimal rounded(@Nullable BigDecimal value) {
    return value == null ? null : value.setScale(1, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  private Sum sheets(Count count, Measure measure) {
    return sum(
        """
        SELECT s.%1$s AS told, b.%1$s AS was
        FROM bulletin_line l
        JOIN operating_sheet s ON s.company_id = l.company_id
                              AND s.about_year = ?
                              AND s.through_month = ?
        LEFT JOIN operating_sheet b ON b.company_id = l.company_id
                                   AND b.about_year = s.about_year - 1
                                   AND b.through_month = s.through_month
                                   AND b.stage <> 'DRAFT'
        WHERE l.bulletin_id = ?
          AND l.list = 'operating'
          AND l.mark IN ('ON_TIME', 'LATE')
          AND s.%1$s IS NOT NULL\
        """
            .formatted(measure.column),
        Count.all(count.period().year(), count.period().lastMonth(), count.bulletin()));
  }

  private Content.Grid ofYear(Count count, long owed) {
    int year = count.period().year();
    GridMaker table = table();
    for (String code : OF_YEAR) {
      Optional<Indicators.Entry> entry =
          indicators.entries().stream().filter(each -> each.code().equals(code)).findFirst();
      if (entry.isPresent()) {
        String list = list(code);
        write(count, code, list);
        Sum sum =
            sum(
                """
                SELECT l.amount AS told, b.number AS was
                FROM bulletin_line l
                LEFT JOIN (%s) b ON b.company_id = l.company_id
                WHERE l.bulletin_id = ?
                  AND l.list = ?
                  AND l.amount IS NOT NULL\
                """
                    .formatted(DECIDED),
                Count.all(decided(count, code, year - 1), count.bulletin(), list));
        row(
            table,
            new Told(entry.get().indicator().label(), entry.get().indicator().unit(), sum, owed),
            count.to(list, Mark.REPORTED));
      }
    }
    return table.grid(year + "年年度数据", "按在库数据汇总；几个来源不一致、尚未裁定的不计入。增长只比较两年都有数据的企业。");
  }

  private void write(Count count, String code, String list) {
    lines.write(
        count.bulletin(),
        new Lines.Columns(
            "CAST(? AS CHAR(40))",
            "CASE WHEN f.number IS NULL THEN 'MISSING' ELSE 'REPORTED' END",
            "''",
            "NULL",
            "f.number"),
        """
        FROM bulletin_line p
        JOIN company c ON c.id = p.company_id
        JOIN region r ON r.code = c.region_code
        LEFT JOIN (%s) f ON f.company_id = c.id
        WHERE p.bulletin_id = ?
          AND p.list = 'operating'
          AND p.mark <> 'EXCUSED'
        """
            .formatted(DECIDED),
        Count.all(list, list, decided(count, code, count.period().year()), count.bulletin()));
  }

  private static List<Object> decided(Count count, String code, int year) {
    return Count.all(code, LocalDate.of(year, 12, 31), count.moment(), count.moment());
  }

  private Sum sum(String values, List<Object> parameters) {
    return statements
        .rows(
            """
            WITH v AS (%s)
            SELECT COUNT(told) AS companies, SUM(told) AS total,
                   COUNT(CASE WHEN was IS NOT NULL THEN 1 END) AS pairs,
                   SUM(CASE WHEN was IS NOT NULL THEN told END) AS paired,
                   SUM(was) AS earlier,
                   (SELECT AVG(m.told)
                    FROM (SELECT told, ROW_NUMBER() OVER (ORDER BY told) AS place, COUNT(*) OVER () AS of_all
                          FROM v) m
                    WHERE m.place BETWEEN m.of_all / 2 AND m.of_all / 2 + 1) AS middle
            FROM v
            """
                .formatted(values),
            parameters,
            row ->
                new Sum(
                    row.getLong("companies"),
                    row.getBigDecimal("total"),
                    row.getBigDecimal("middle"),
                    row.getLong("pairs"),
                    row.getBigDecimal("paired"),
                    row.getBigDecimal("earlier")))
        .getFirst();
  }
}
