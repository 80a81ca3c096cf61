package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seedbed.obligation.Among;
import seedbed.obligation.Owing;
import seedbed.obligation.Sql;
import seedbed.obligation.Window;
import seedbed.sheet.SheetCalendar;
import seedbed.web.Formats;

/// Who reported in time, town by town. Expected of whoever was in a pool on the last day that a
/// sheet is about; on time is who handed in for the first time by its due day.
@Singleton
class ReportingSection implements Section {

  static final String OPERATING = "operating";
  static final String YEARLY = "yearly";

  /// Those who were let off are on the list, but nothing was expected of them.
  static final Mark[] EXPECTED = {Mark.ON_TIME, Mark.LATE, Mark.MISSING};

  private static final Lines.Columns OPERATING_COLUMNS =
      columns(
          OPERATING,
          "CASE WHEN o.done_on <= ? AND o.excuse IS NULL AND s.stage <> 'DRAFT' THEN s.sales END");

  private static final Lines.Columns YEARLY_COLUMNS = columns(YEARLY, "NULL");

  private final Lines lines;
  private final Owing owing;
  private final SheetCalendar calendar;

  ReportingSection(Lines lines, Owing owing, SheetCalendar calendar) {
    this.lines = lines;
    this.owing = owing;
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
      yearly(count, yearly);
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
    long expected = tally.of(EXPECTED);
    long excused = tally.of(Mark.EXCUSED);
    long onTime = tally.of(Mark.ON_TIME);
    long reported = tally.of(Mark.ON_TIME, Mark.LATE);
    boolean open = count.knownOn().isBefore(told.due.plusDays(1));
    sentences.add(
        "%s应报%s，已报%s，其中按时%s，按时率%s；未报%s%s。%s"
            .formatted(
                told.sheet,
                Words.companies(expected),
                Words.companies(reported),
                Words.companies(onTime),
                Formats.share(onTime, expected),
                Words.companies(expected - reported),
                excused > 0 ? "；另有%s免报，不计入应报".formatted(Words.companies(excused)) : "",
                open ? "填报期限" + told.due + "尚未到期。" : "填报期限" + told.due + "。"));
    numbers.add(
        new Content.KeyNumber(
            told.sheet,
            Formats.share(onTime, expected),
            "按时",
            "应报 %s，未报 %s".formatted(Formats.count(expected), Formats.count(expected - reported)),
            count.to(told.list, EXPECTED)));
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
          .number(tally.of(EXPECTED), count.to(told.list, town, EXPECTED))
          .number(
              tally.of(Mark.ON_TIME, Mark.LATE), count.to(told.list, town, Mark.ON_TIME, Mark.LATE))
          .number(tally.of(Mark.ON_TIME), count.to(told.list, town, Mark.ON_TIME))
          .number(tally.of(Mark.MISSING), count.to(told.list, town, Mark.MISSING))
          .text(Formats.share(tally.of(Mark.ON_TIME), tally.of(EXPECTED)));
    }
    return table.grid(told.sheet + "分镇（区、街道）填报情况（家）", "应报的是期末在库（市级或省级培育库）企业，免报的不计入。");
  }

  private static Content.Drawing drawing(Count count, List<Lines.Town> towns, Told told) {
    return new Content.Drawing(
        told.sheet + "按时率",
        towns.stream()
            .map(town ->
                new Content.Bar(
                    town.name(),
                    Words.hundredths(town.tally().of(Mark.ON_TIME), town.tally().of(EXPECTED)),
                    Formats.share(town.tally().of(Mark.ON_TIME), town.tally().of(EXPECTED)),
                    count.to(told.list, town, EXPECTED)))
            .sorted(Comparator.comparingLong(Content.Bar::size).reversed())
            .toList());
  }

  private void operating(Count count, LocalDate due) {
    Period period = count.period();
    Sql owed = owed(count, due);
    lines.write(
        count.bulletin(),
        OPERATING_COLUMNS,
        """
        FROM (%s) o
        JOIN company c ON c.id = o.company_id
        JOIN region r ON r.code = c.region_code
        LEFT JOIN operating_sheet s ON s.company_id = c.id
                                   AND s.about_year = ?
                                   AND s.through_month = ?
        WHERE o.kind = 'operating-sheet'
          AND o.owed = 1
        """
            .formatted(owed.text()),
        Count.all(
            marks(count), count.knownOn(), owed.parameters(), period.year(), period.lastMonth()));
  }

  private void yearly(Count count, LocalDate due) {
    Sql owed = owed(count, due);
    lines.write(
        count.bulletin(),
        YEARLY_COLUMNS,
        """
        FROM (%s) o
        JOIN company c ON c.id = o.company_id
        JOIN region r ON r.code = c.region_code
        WHERE o.kind = 'sheet'
          AND o.owed = 1
        """
            .formatted(owed.text()),
        Count.all(marks(count), owed.parameters()));
  }

  /// What was due on the day of the sheets. It is asked of the obligations, so that nothing in the
  /// product counts who reported in time in a way of its own.
  private Sql owed(Count count, LocalDate due) {
    return owing.query(
        Among.below(List.of(count.regionCode()), count.knownOn()), new Window(due, due), false);
  }

  // What was handed in after the moment that the bulletin is about was not there yet.
  private static List<Object> marks(Count count) {
    return List.of(count.knownOn());
  }

  private static Lines.Columns columns(String list, String figure) {
    return new Lines.Columns(
        "'" + list + "'",
        """
        CASE WHEN o.excuse IS NOT NULL THEN 'EXCUSED'
             WHEN o.done_on IS NULL OR o.done_on > ? THEN 'MISSING'
             WHEN o.done_on <= o.due_on THEN 'ON_TIME'
             ELSE 'LATE' END\
        """,
        """
        CASE WHEN o.excuse IS NOT NULL THEN CONCAT('免报：', o.excuse)
             WHEN o.done_on IS NOT NULL THEN CONCAT('首次提交 ', o.done_on)
             ELSE '' END\
        """,
        "o.due_on",
        figure);
  }
}
