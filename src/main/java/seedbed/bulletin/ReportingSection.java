package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seedbed.company.HeldTitles;
import seedbed.criteria.Titles;
import seedbed.sheet.SheetCalendar;
import seedbed.web.Formats;
import seedbed.web.OnTime;

/// Who reported in time, town by town. Expected of whoever was in a pool on the last day that a
/// sheet is about; on time is who handed in for the first time by its due day.
@Singleton
class ReportingSection implements Section {

  static final String OPERATING = "operating";
  static final String YEARLY = "yearly";

  private static final Lines.Columns OPERATING_COLUMNS =
      columns(OPERATING, "SEE", "CASE WHEN n.move IN ('SUBMIT', 'SEE') THEN s.sales END");

  private static final Lines.Columns YEARLY_COLUMNS = columns(YEARLY, "CONFIRM", "NULL");

  private final Lines lines;
  private final HeldTitles held;
  private final Titles titles;
  private final SheetCalendar calendar;

  ReportingSection(Lines lines, HeldTitles held, Titles titles, SheetCalendar calendar) {
    this.lines = lines;
    this.held = held;
    this.titles = titles;
    this.calendar = calendar;
  }

  // Before the figures, which are those of the sheets listed here.
  @Override
  public int place() {
    return 30;
  }

  @Override
  public Map<String, String> lists() {
    return Map.of(OPERATING, "运行情况表填报", YEARLY, "年度填报表填报");
  }

  @Override
  public Content.Part of(Count count) {
    Period period = count.period();
    List<String> sentences = new ArrayList<>();
    List<Content.KeyNumber> numbers = new ArrayList<>();
    List<Content.Grid> grids = new ArrayList<>();
    Optional<LocalDate> due = calendar.operatingDue(period.year(), period.lastMonth());
    if (due.isPresent()) {
      operating(count, due.get());
      String sheet = "%d年1—%d月运行情况表".formatted(period.year(), period.lastMonth());
      add(count, new Told(OPERATING, sheet, due.get()), sentences, numbers, grids);
    } else {
      sentences.add("本期没有要求填报运行情况表。");
    }
    LocalDate yearly = calendar.yearlyDue(period.year() - 1);
    if (period.holds(yearly)) {
      yearly(count, period.year() - 1, yearly);
      String sheet = (period.year() - 1) + "年度填报表";
      add(count, new Told(YEARLY, sheet, yearly), sentences, numbers, grids);
    }
    return new Content.Part("reporting", "按时填报情况", sentences, numbers, grids, "");
  }

  /// A sheet that was due.
  private record Told(String list, String sheet, LocalDate due) {}

  private void add(
      Count count,
      Told told,
      List<String> sentences,
      List<Content.KeyNumber> numbers,
      List<Content.Grid> grids) {
    Lines.Tally tally = lines.tally(count.bulletin(), told.list);
    long expected = tally.all();
    long onTime = tally.of(Mark.ON_TIME);
    long reported = tally.of(Mark.ON_TIME, Mark.LATE);
    boolean open = count.knownOn().isBefore(told.due.plusDays(1));
    sentences.add(
        "%s应报%s，已报%s，其中按时%s，按时率%s；未报%s。%s"
            .formatted(
                told.sheet,
                Words.companies(expected),
                Words.companies(reported),
                Words.companies(onTime),
                OnTime.words(onTime, expected),
                Words.companies(expected - reported),
                open ? "填报期限" + told.due + "尚未到期。" : "填报期限" + told.due + "。"));
    numbers.add(
        new Content.KeyNumber(
            told.sheet,
            OnTime.words(onTime, expected),
            "按时",
            "应报 %s，未报 %s".formatted(Formats.count(expected), Formats.count(expected - reported)),
            count.to(told.list)));
    List<Lines.Town> towns = lines.towns(count.bulletin(), told.list);
    Content.Grid grid = grid(count, towns, told);
    grids.add(towns.size() > 1 ? grid.drawn(drawing(count, towns, told)) : grid);
  }

  private static Content.Grid grid(Count count, List<Lines.Town> towns, Told told) {
    var table =
        new GridMaker(
            Content.Column.text("镇（区、街道）", 30),
            Content.Column.number("应报", 14),
            Content.Column.number("已报", 14),
            Content.Column.number("按时", 14),
            Content.Column.number("未报", 14),
            Content.Column.number("按时率", 14));
    for (Lines.Town town : towns) {
      Lines.Tally tally = town.tally();
      table
          .row()
          .text(town.name())
          .number(tally.all(), count.to(told.list, town))
          .number(
              tally.of(Mark.ON_TIME, Mark.LATE), count.to(told.list, town, Mark.ON_TIME, Mark.LATE))
          .number(tally.of(Mark.ON_TIME), count.to(told.list, town, Mark.ON_TIME))
          .number(tally.of(Mark.MISSING), count.to(told.list, town, Mark.MISSING))
          .text(OnTime.words(tally.of(Mark.ON_TIME), tally.all()));
    }
    return table.grid(told.sheet + "分镇（区、街道）填报情况（家）", "应报的是期末在库企业。");
  }

  private static Content.Drawing drawing(Count count, List<Lines.Town> towns, Told told) {
    return new Content.Drawing(
        told.sheet + "按时率",
        towns.stream()
            .map(town ->
                new Content.Bar(
                    town.name(),
                    Words.hundredths(town.tally().of(Mark.ON_TIME), town.tally().all()),
                    OnTime.words(town.tally().of(Mark.ON_TIME), town.tally().all()),
                    count.to(told.list, town)))
            .sorted(Comparator.comparingLong(Content.Bar::size).reversed())
            .toList());
  }

  private void operating(Count count, LocalDate due) {
    Period period = count.period();
    lines.write(
        count.bulletin(),
        OPERATING_COLUMNS,
        from("operating_sheet", "operating_step", "AND s.through_month = ?", count),
        Count.all(
            due,
            due,
            period.year(),
            period.lastMonth(),
            count.moment(),
            count.moment(),
            count.moment(),
            count.known().parameters(),
            pools(),
            held.on(period.lastDay(), count.knownOn())));
  }

  private void yearly(Count count, int year, LocalDate due) {
    lines.write(
        count.bulletin(),
        YEARLY_COLUMNS,
        from("sheet", "sheet_step", "", count),
        Count.all(
            due,
            due,
            year,
            count.moment(),
            count.moment(),
            count.moment(),
            count.known().parameters(),
            pools(),
            held.on(LocalDate.of(year, 12, 31), count.knownOn())));
  }

  /// Against the day that the rules of today's file say, which is its first two parameters: a sheet
  /// may have been begun under other rules, and a confirmed one keeps no due day.
  private static Lines.Columns columns(String list, String last, String figure) {
    return new Lines.Columns(
        "'" + list + "'",
        """
        CASE WHEN n.move IS NULL OR n.move NOT IN ('SUBMIT', '%s') THEN 'MISSING'
             WHEN w.first_on <= CAST(? AS DATE) THEN 'ON_TIME'
             ELSE 'LATE' END\
        """
            .formatted(last),
        "CASE WHEN n.move IN ('SUBMIT', '%s') THEN CONCAT('首次提交 ', w.first_on) ELSE '' END"
            .formatted(last),
        "CAST(? AS DATE)",
        figure);
  }

  /// The newest word about a sheet, and the first time it was handed in, by the moment. What was
  /// taken back was never handed in. No minimum here is of a day that may be absent: MySQL takes
  /// the absent one for 0000-00-00 when it groups in a temporary table, and refuses to store it.
  private String from(String table, String steps, String month, Count count) {
    return """
    FROM company c
    JOIN region r ON r.code = c.region_code
    LEFT JOIN %1$s s ON s.company_id = c.id
                    AND s.about_year = ?
                    %3$s
    LEFT JOIN %2$s n ON n.id = (SELECT MAX(x.id)
                                FROM %2$s x
                                WHERE x.sheet_id = s.id
                                  AND x.done_at <= ?)
    LEFT JOIN (SELECT p.sheet_id, MIN(p.done_on) AS first_on
               FROM %2$s p
               WHERE p.move = 'SUBMIT'
                 AND p.done_at <= ?
                 AND p.id > COALESCE((SELECT MAX(b.id)
                                      FROM %2$s b
                                      WHERE b.sheet_id = p.sheet_id
                                        AND b.move = 'WITHDRAW'
                                        AND b.done_at <= ?), 0)
               GROUP BY p.sheet_id) w ON w.sheet_id = s.id
    WHERE %4$s
      AND EXISTS (SELECT 1
                  FROM title_holding t
                  WHERE t.company_id = c.id
                    AND t.title IN (%5$s)
                    AND %6$s)
    """
        .formatted(
            table,
            steps,
            month,
            count.known().condition("c"),
            String.join(", ", Collections.nCopies(pools().size(), "?")),
            held.proven());
  }

  private List<String> pools() {
    return titles.ladder().stream()
        .filter(title -> title.kind() == Titles.Kind.POOL)
        .map(Titles.Rung::code)
        .toList();
  }
}
