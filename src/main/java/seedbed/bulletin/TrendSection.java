package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.obligation.Among;
import seedbed.obligation.Owing;
import seedbed.obligation.Sql;
import seedbed.obligation.Window;
import seedbed.sheet.SheetCalendar;
import seedbed.sql.Statements;
import seedbed.web.Formats;

/// How five quarters went, the last one and the same one a year before among them: who reported in
/// time, and the sales of those companies that told all of them.
@Singleton
class TrendSection implements Section {

  private static final int QUARTERS = 5;
  private static final int MONTHS = 3;
  private static final int LATEST_DUE = 400;
  private static final String PUNCTUAL = "punctual-";
  private static final String SALES = "sales-";

  private static final Lines.Columns PUNCTUAL_COLUMNS =
      new Lines.Columns(
          "CONCAT('punctual-', LOWER(o.period))",
          """
          CASE WHEN o.done_on IS NULL OR o.done_on > ? THEN 'MISSING'
               WHEN o.done_on <= o.due_on THEN 'ON_TIME'
               ELSE 'LATE' END\
          """,
          "''",
          "o.due_on",
          "NULL");

  private final Lines lines;
  private final Statements statements;
  private final Owing owing;
  private final SheetCalendar calendar;

  TrendSection(Lines lines, Statements statements, Owing owing, SheetCalendar calendar) {
    this.lines = lines;
    this.statements = statements;
    this.owing = owing;
    this.calendar = calendar;
  }

  @Override
  public int place() {
    return 45;
  }

  @Override
  public String caption(String list) {
    return list.startsWith(PUNCTUAL)
        ? "运行情况表填报（" + spoken(list.substring(PUNCTUAL.length())) + "）"
        : list.startsWith(SALES) ? "季度销售收入（" + spoken(list.substring(SALES.length())) + "）" : "";
  }

  @Override
  public Content.Part of(Count count) {
    List<Period> quarters = quarters(count.period());
    if (quarters.stream()
        .anyMatch(each -> calendar.operatingDue(each.year(), each.lastMonth()).isEmpty())) {
      return part(List.of("没有按季度填报运行情况表，不作季度比较。"), List.of());
    }
    writePunctual(count, quarters);
    quarters.forEach(quarter -> writeSales(count, quarters, quarter));
    List<Content.Grid> grids = new ArrayList<>();
    grids.add(punctual(count, quarters));
    long told = lines.tally(count.bulletin(), SALES + code(quarters.getLast())).all();
    if (told > 0) {
      grids.add(sales(count, quarters));
    }
    return part(
        List.of(
            told > 0
                ? "近五个季度都报送运行情况表的%s，季度销售收入走势如下。".formatted(Words.companies(told))
                : "没有近五个季度都报送运行情况表的企业，销售收入不作季度比较。"),
        grids);
  }

  /// The earliest first.
  private static List<Period> quarters(Period period) {
    List<Period> quarters = new ArrayList<>();
    Period each = new Period(period.year(), period.lastMonth() / MONTHS);
    while (quarters.size() < QUARTERS) {
      quarters.addFirst(each);
      each = Period.lastQuarter(each.firstDay());
    }
    return quarters;
  }

  /// `2026年第3季度` of what [#code(Period)] writes.
  private static String spoken(String code) {
    return code.replace("-q", "年第") + "季度";
  }

  private static String code(Period quarter) {
    return quarter.year() + "-q" + quarter.quarter();
  }

  private static Content.Part part(List<String> sentences, List<Content.Grid> grids) {
    return new Content.Part("trends", "近五个季度走势", sentences, List.of(), grids, "");
  }

  private static GridMaker table(String label, List<Period> quarters) {
    List<Content.Column> columns = new ArrayList<>();
    columns.add(Content.Column.text(label, 20));
    quarters.forEach(quarter ->
        columns.add(
            Content.Column.number(
                "%d年第%d季度".formatted(quarter.year(), quarter.quarter()), 80 / QUARTERS)));
    return new GridMaker(columns.toArray(new Content.Column[0]));
  }

  private Content.Grid punctual(Count count, List<Period> quarters) {
    GridMaker table = table("运行情况表", quarters);
    List<Lines.Tally> tallies =
        quarters.stream()
            .map(quarter -> lines.tally(count.bulletin(), PUNCTUAL + code(quarter)))
            .toList();
    table.row().text("应报（家）");
    for (int place = 0; place < QUARTERS; place++) {
      table.number(tallies.get(place).all(), count.to(PUNCTUAL + code(quarters.get(place))));
    }
    table.row().text("按时（家）");
    for (int place = 0; place < QUARTERS; place++) {
      table.number(
          tallies.get(place).of(Mark.ON_TIME),
          count.to(PUNCTUAL + code(quarters.get(place)), Mark.ON_TIME));
    }
    table.row().text("按时率");
    List<Content.Point> points = new ArrayList<>();
    for (int place = 0; place < QUARTERS; place++) {
      Lines.Tally tally = tallies.get(place);
      table.text(Formats.share(tally.of(Mark.ON_TIME), tally.all()));
      points.add(
          new Content.Point(
              label(quarters.get(place)),
              Formats.sharePercent(tally.of(Mark.ON_TIME), tally.all())));
    }
    return table
        .grid("运行情况表按时率", "应报的是季末在库企业，免报的不计入。")
        .traced(new Content.Trend("运行情况表按时率（%）", points));
  }

  private Content.Grid sales(Count count, List<Period> quarters) {
    GridMaker table = table("销售收入", quarters);
    List<Content.Point> points = new ArrayList<>();
    table.row().text("合计（万元）");
    for (Period quarter : quarters) {
      BigDecimal sum = sum(count, SALES + code(quarter));
      table.text(Formats.amount(sum), count.to(SALES + code(quarter)));
      points.add(new Content.Point(label(quarter), sum));
    }
    return table
        .grid("可比企业季度销售收入", "只汇总各季度都报送的企业；季度数由年内累计数相减得出。")
        .traced(new Content.Trend("可比企业季度销售收入（万元）", points));
  }

  private static String label(Period quarter) {
    return "%d年第%d季度".formatted(quarter.year(), quarter.quarter());
  }

  private @Nullable BigDecimal sum(Count count, String list) {
    List<BigDecimal> sums =
        statements.rows(
            """
            SELECT SUM(amount)
            FROM bulletin_line
            WHERE bulletin_id = ?
              AND list = ?
            HAVING COUNT(amount) > 0
            """,
            List.of(count.bulletin(), list),
            row -> row.getBigDecimal(1));
    return sums.isEmpty() ? null : sums.getFirst();
  }

  private void writePunctual(Count count, List<Period> quarters) {
    Sql owed =
        owing.query(
            Among.below(List.of(count.regionCode()), count.knownOn()),
            new Window(
                quarters.getFirst().lastDay().plusDays(1),
                quarters.getLast().lastDay().plusDays(LATEST_DUE)),
            false);
    lines.write(
        count.bulletin(),
        PUNCTUAL_COLUMNS,
        """
        FROM (%s) o
        JOIN company c ON c.id = o.company_id
        JOIN region r ON r.code = c.region_code
        WHERE o.kind = 'operating-sheet'
          AND o.owed = 1
          AND o.excuse IS NULL
          AND o.period IN (%s)
        """
            .formatted(owed.text(), String.join(", ", Collections.nCopies(QUARTERS, "?"))),
        Count.all(
            count.knownOn(),
            owed.parameters(),
            quarters.stream().map(quarter -> code(quarter).toUpperCase(Locale.ROOT)).toList()));
  }

  private void writeSales(Count count, List<Period> quarters, Period quarter) {
    List<Integer> needed = needed(quarters);
    lines.write(
        count.bulletin(),
        new Lines.Columns(
            "CAST(? AS CHAR(40))",
            "'REPORTED'",
            "''",
            "NULL",
            "s.sales - CASE WHEN s.through_month > 3 THEN b.sales ELSE 0 END"),
        """
        FROM company c
        JOIN region r ON r.code = c.region_code
        JOIN operating_sheet s ON s.company_id = c.id
                              AND s.about_year = ?
                              AND s.through_month = ?
        LEFT JOIN operating_sheet b ON b.company_id = c.id
                                   AND b.about_year = s.about_year
                                   AND b.through_month = s.through_month - 3
        WHERE %s
          AND (SELECT COUNT(*)
               FROM operating_sheet x
               WHERE x.company_id = c.id
                 AND x.stage <> 'DRAFT'
                 AND x.sales IS NOT NULL
                 AND x.about_year * 100 + x.through_month IN (%s)
                 AND EXISTS (SELECT 1
                             FROM operating_step p
                             WHERE p.sheet_id = x.id
                               AND p.move = 'SUBMIT'
                               AND p.done_at <= ?)) = ?
        """
            .formatted(
                count.known().condition("c"),
                String.join(", ", Collections.nCopies(needed.size(), "?"))),
        Count.all(
            SALES + code(quarter),
            SALES + code(quarter),
            quarter.year(),
            quarter.lastMonth(),
            count.known().parameters(),
            needed,
            count.moment(),
            needed.size()));
  }

  // What a quarter comes to is what a sheet says less what the one before in the year says.
  private static List<Integer> needed(List<Period> quarters) {
    return quarters.stream()
        .flatMap(quarter -> {
          int own = quarter.year() * 100 + quarter.lastMonth();
          return quarter.quarter() == 1 ? Stream.of(own) : Stream.of(own - MONTHS, own);
        })
        .distinct()
        .toList();
  }
}
