package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import seedbed.company.HeldTitles;
import seedbed.criteria.Titles;
import seedbed.web.Formats;

/// What became known about the time of earlier bulletins after they were issued: it is told here,
/// once, since what was issued is never written again. Found by comparing what the lists of each of
/// them say with what is known now of the same days. Plans are not among it: they are approved on
/// the day that they are approved.
@Singleton
class LateSection implements Section {

  static final String TITLES = "late-titles";
  static final String ENDS = "late-ends";
  static final String SHEETS = "late-sheets";
  static final String YEARLY = "late-yearly";
  static final String TASKS = "late-tasks";

  /// The earlier bulletins, with the days they are about.
  private static final String ISSUED =
      """
      FROM (SELECT b.id, b.about_year, b.last_month, LAST_DAY(b.last_first) AS last_day,
                   CASE WHEN b.quarter = 0 THEN MAKEDATE(b.about_year, 1)
                        ELSE b.last_first - INTERVAL 2 MONTH END AS first_day
            FROM (SELECT b.id, b.about_year, b.quarter,
                         CASE WHEN b.quarter = 0 THEN 12 ELSE 3 * b.quarter END AS last_month,
                         MAKEDATE(b.about_year, 1)
                           + INTERVAL CASE WHEN b.quarter = 0 THEN 11 ELSE 3 * b.quarter - 1 END
                             MONTH AS last_first
                  FROM bulletin b
                  WHERE b.region_code = ?
                    AND b.stage = 'ISSUED'
                    AND (b.quarter = 0) = (? = 0)
                    AND (b.about_year < ? OR (b.about_year = ? AND b.quarter < ?))) b) b
      """;

  /// Whether another one told it already, in the same list and words.
  private static final String TOLD =
      """
      EXISTS (SELECT 1
              FROM bulletin_issue_line o
              JOIN bulletin i ON i.id = o.bulletin_id
                             AND i.region_code = ?
                             AND (i.quarter = 0) = (? = 0)
              WHERE o.company_id = c.id
                AND o.list = '%s'
                AND o.detail = %s)
      """;

  private static final String SHEET =
      """
      JOIN bulletin_issue_line l ON l.bulletin_id = b.id
                                AND l.list = '%1$s'
                                AND l.mark = 'MISSING'
      JOIN company c ON c.id = l.company_id
      JOIN region r ON r.code = c.region_code
      JOIN %2$s s ON s.company_id = c.id
                 AND %3$s
                 AND s.stage NOT IN ('DRAFT', 'RETURNED')
      WHERE EXISTS (SELECT 1
                    FROM %4$s p
                    WHERE p.sheet_id = s.id
                      AND p.move = 'SUBMIT'
                      AND p.done_at <= ?)
        AND NOT \
      """;

  private static final String LATE_SHEET =
      "CONCAT('补交', s.about_year, '年1—', s.through_month, '月运行情况表')";
  private static final String LATE_YEARLY = "CONCAT('补交', s.about_year, '年度填报表')";
  private static final String LATE_TASK =
      "LEFT(CONCAT(k.done_on, '完成：任务', k.number, '，', k.name), 500)";

  private final Lines lines;
  private final HeldTitles held;
  private final Titles titles;

  LateSection(Lines lines, HeldTitles held, Titles titles) {
    this.lines = lines;
    this.held = held;
    this.titles = titles;
  }

  @Override
  public int place() {
    return 90;
  }

  @Override
  public Map<String, String> lists() {
    return Map.of(
        TITLES, "补记的称号和在库",
        ENDS, "更正的称号和在库",
        SHEETS, "补交的运行情况表",
        YEARLY, "补交的年度填报表",
        TASKS, "补记完成的方案任务");
  }

  @Override
  public Content.Part of(Count count) {
    Bulletin last = count.last();
    return last == null ? none() : since(count, last.period());
  }

  private static Content.Part none() {
    return part(List.of("没有更早印发的通报，没有需要补报的情况。"), List.of());
  }

  private Content.Part since(Count count, Period last) {
    titles(count);
    ends(count);
    lines.write(
        count.bulletin(),
        new Lines.Columns("'late-sheets'", "'ADDED'", LATE_SHEET, "NULL", "s.sales"),
        ISSUED
            + SHEET.formatted(
                ReportingSection.OPERATING,
                "operating_sheet",
                "s.about_year = b.about_year AND s.through_month = b.last_month",
                "operating_step")
            + TOLD.formatted(SHEETS, LATE_SHEET),
        Count.all(issued(count), count.moment(), told(count)));
    lines.write(
        count.bulletin(),
        new Lines.Columns("'late-yearly'", "'ADDED'", LATE_YEARLY, "NULL", "NULL"),
        ISSUED
            + SHEET.formatted(
                ReportingSection.YEARLY, "sheet", "s.about_year = b.about_year - 1", "sheet_step")
            + TOLD.formatted(YEARLY, LATE_YEARLY),
        Count.all(issued(count), count.moment(), told(count)));
    tasks(count);
    return told(count, last);
  }

  private void titles(Count count) {
    String detail = "CONCAT('补记称号：', %s)".formatted(label());
    lines.write(
        count.bulletin(),
        new Lines.Columns("'late-titles'", "'ADDED'", detail, "x.held_from", "NULL"),
        """
        FROM (SELECT t.company_id, t.title, MAX(t.held_from) AS held_from
        %s
              JOIN company c ON %s
              JOIN title_holding t ON t.company_id = c.id
              WHERE %s
                AND NOT EXISTS (SELECT 1
                                FROM bulletin_issue_line l
                                WHERE l.company_id = c.id
                                  AND l.bulletin_id = b.id
                                  AND l.list = CONCAT('title-', t.title)
                                  AND l.mark <> 'LOST')
              GROUP BY t.company_id, t.title) x
        JOIN company c ON c.id = x.company_id
        JOIN region r ON r.code = c.region_code
        WHERE NOT %s
        """
            .formatted(
                ISSUED,
                count.known().condition("c"),
                held.proven("b.last_day"),
                TOLD.formatted(TITLES, detail)),
        Count.all(
            words(),
            words(),
            issued(count),
            count.known().parameters(),
            held.known(count.knownOn()),
            told(count),
            words()));
  }

  private void ends(Count count) {
    String detail = "CONCAT('更正：', %s, '，印发以后登记为当时已经失效')".formatted(label());
    lines.write(
        count.bulletin(),
        new Lines.Columns("'late-ends'", "'WITHDRAWN'", detail, "NULL", "NULL"),
        """
        FROM (SELECT DISTINCT l.company_id, SUBSTRING(l.list, 7) AS title
        %s
              JOIN bulletin_issue_line l ON l.bulletin_id = b.id
                                        AND l.list LIKE 'title-%%'
                                        AND l.mark <> 'LOST'
              JOIN company c ON c.id = l.company_id
              WHERE NOT EXISTS (SELECT 1
                                FROM title_holding t
                                WHERE t.company_id = c.id
                                  AND t.title = SUBSTRING(l.list, 7)
                                  AND %s)) x
        JOIN company c ON c.id = x.company_id
        JOIN region r ON r.code = c.region_code
        WHERE NOT %s
        """
            .formatted(ISSUED, held.proven("b.last_day"), TOLD.formatted(ENDS, detail)),
        Count.all(
            words(), words(), issued(count), held.known(count.knownOn()), told(count), words()));
  }

  // A company says afterwards on which day a task was done.
  private void tasks(Count count) {
    lines.write(
        count.bulletin(),
        new Lines.Columns("'late-tasks'", "'ADDED'", LATE_TASK, "k.due_on", "NULL"),
        """
        %s
        JOIN plan_task k ON k.done_on BETWEEN b.first_day AND b.last_day
        JOIN plan p ON p.id = k.plan_id
        JOIN company c ON c.id = p.company_id
        JOIN region r ON r.code = c.region_code
        WHERE %s
          AND NOT EXISTS (SELECT 1
                          FROM bulletin_issue_line l
                          WHERE l.company_id = c.id
                            AND l.bulletin_id = b.id
                            AND l.list = 'tasks'
                            AND l.mark = 'DONE'
                            AND l.detail LIKE CONCAT('任务', k.number, '：%%'))
          AND NOT %s
        """
            .formatted(ISSUED, count.known().condition("c"), TOLD.formatted(TASKS, LATE_TASK)),
        Count.all(issued(count), count.known().parameters(), told(count)));
  }

  private Content.Part told(Count count, Period last) {
    long added = lines.tally(count.bulletin(), TITLES).all();
    long ended = lines.tally(count.bulletin(), ENDS).all();
    long sheets = lines.tally(count.bulletin(), SHEETS).all();
    long yearly = lines.tally(count.bulletin(), YEARLY).all();
    long tasks = lines.tally(count.bulletin(), TASKS).all();
    if (added + ended + sheets + yearly + tasks == 0) {
      return part(List.of("以前的通报（最近一期为%s）印发以后，没有补报的情况。".formatted(last.label())), List.of());
    }
    GridMaker table =
        new GridMaker(Content.Column.text("补报事项", 60), Content.Column.number("数量", 20));
    table.row().text("补记的称号和在库").number(added, count.to(TITLES));
    table.row().text("更正的称号和在库").number(ended, count.to(ENDS));
    table.row().text("补交的运行情况表").number(sheets, count.to(SHEETS));
    table.row().text("补交的年度填报表").number(yearly, count.to(YEARLY));
    table.row().text("补记完成的方案任务").number(tasks, count.to(TASKS));
    return part(
        List.of(
            "以前的通报（最近一期为%s）印发以后，补记当时的称号和在库%s项，更正%s项；补交运行情况表%s份、年度填报表%s份；补记当时完成的方案任务%s项。已印发的通报不作改动。"
                .formatted(
                    last.label(),
                    Formats.count(added),
                    Formats.count(ended),
                    Formats.count(sheets),
                    Formats.count(yearly),
                    Formats.count(tasks))),
        List.of(table.grid("补报情况", "")));
  }

  private static Content.Part part(List<String> sentences, List<Content.Grid> grids) {
    return new Content.Part("late", "补报和更正", sentences, List.of(), grids, "");
  }

  private static List<Object> issued(Count count) {
    Period period = count.period();
    return List.of(
        count.regionCode(), period.quarter(), period.year(), period.year(), period.quarter());
  }

  private static List<Object> told(Count count) {
    return List.of(count.regionCode(), count.period().quarter());
  }

  /// The short name of the title as SQL; its question marks stand for [#words()].
  private String label() {
    return titles.ladder().stream()
        .map(_ -> "WHEN ? THEN ?")
        .collect(Collectors.joining(" ", "CASE x.title ", " END"));
  }

  private List<Object> words() {
    List<Object> words = new ArrayList<>();
    titles.ladder().forEach(rung -> Collections.addAll(words, rung.code(), rung.shortLabel()));
    return words;
  }
}
