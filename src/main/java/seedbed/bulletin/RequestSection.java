package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.sql.Statements;
import seedbed.web.Formats;

/// What companies asked for: raised and closed within the period, and open at its end, as its steps
/// stood on that day.
@Singleton
class RequestSection implements Section {

  private static final String REQUESTS = "requests";
  private static final String RAISED = "requests-raised";

  private static final String DETAIL = "LEFT(CONCAT(COALESCE(n.unit, '待分办'), '：', q.subject), 500)";

  private static final String MARK =
      """
      CASE WHEN n.stage = 'WITHDRAWN' THEN 'TAKEN_BACK'
           WHEN n.stage = 'CLOSED' AND n.move = 'SILENCE' THEN 'SILENT'
           WHEN n.stage = 'CLOSED' THEN 'AGREED'
           WHEN n.stage IN ('RAISED', 'HANDLING') AND n.due_on < ? THEN 'OVERDUE'
           ELSE 'OPEN' END\
      """;

  private record Rated(long answers, @Nullable BigDecimal mean) {}

  private final Lines lines;
  private final Statements statements;

  RequestSection(Lines lines, Statements statements) {
    this.lines = lines;
    this.statements = statements;
  }

  @Override
  public int place() {
    return 60;
  }

  @Override
  public Map<String, String> lists() {
    return Map.of(REQUESTS, "办结和在办的诉求", RAISED, "本期提出的诉求");
  }

  @Override
  public Content.Part of(Count count) {
    write(
        count,
        REQUESTS,
        "n.done_on",
        """
        (n.stage IN ('RAISED', 'HANDLING', 'ANSWERED')
         OR (n.stage = 'CLOSED' AND n.done_on BETWEEN ? AND ?))\
        """);
    write(count, RAISED, "q.raised_on", "q.raised_on BETWEEN ? AND ?");
    Lines.Tally tally = lines.tally(count.bulletin(), REQUESTS);
    long raised = lines.tally(count.bulletin(), RAISED).all();
    long closed = tally.of(Mark.AGREED, Mark.SILENT);
    long open = tally.of(Mark.OPEN, Mark.OVERDUE);
    if (raised + closed + open == 0) {
      return part(List.of("本期没有企业提出诉求，期末没有在办的诉求。"), List.of(), List.of());
    }
    List<Lines.Town> towns = lines.towns(count.bulletin(), REQUESTS);
    return part(
        sentences(tally, raised, rated(count)),
        List.of(
            number("本期提出", raised, "按提出日期", count.to(RAISED)),
            number("本期办结", closed, "企业确认或逾期未反馈", count.to(REQUESTS, Mark.AGREED, Mark.SILENT)),
            number("期末在办", open, "分办、办理和待企业确认", count.to(REQUESTS, Mark.OPEN, Mark.OVERDUE)),
            number("其中逾期", tally.of(Mark.OVERDUE), "已过承诺日期", count.to(REQUESTS, Mark.OVERDUE))),
        towns.isEmpty() ? List.of() : List.of(grid(count, towns)));
  }

  private static List<String> sentences(Lines.Tally tally, long raised, Rated rated) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "本期企业提出诉求%s件，办结%s件，其中企业确认办结%s件、逾期未反馈视为同意%s件；期末在办%s件，其中超过承诺日期%s件。"
            .formatted(
                Formats.count(raised),
                Formats.count(tally.of(Mark.AGREED, Mark.SILENT)),
                Formats.count(tally.of(Mark.AGREED)),
                Formats.count(tally.of(Mark.SILENT)),
                Formats.count(tally.of(Mark.OPEN, Mark.OVERDUE)),
                Formats.count(tally.of(Mark.OVERDUE))));
    if (rated.mean != null) {
      sentences.add(
          "企业对本期办结的%s件作出评价，平均%s分（满分5分）。"
              .formatted(Formats.count(rated.answers), Formats.decimals(rated.mean, 1)));
    }
    return sentences;
  }

  private static Content.KeyNumber number(String label, long size, String note, String to) {
    return new Content.KeyNumber(label, Formats.count(size), "件", note, size == 0 ? null : to);
  }

  private static Content.Grid grid(Count count, List<Lines.Town> towns) {
    GridMaker table =
        new GridMaker(
            Content.Column.text("镇（区、街道）", 32),
            Content.Column.number("企业确认", 17),
            Content.Column.number("视为同意", 17),
            Content.Column.number("期末在办", 17),
            Content.Column.number("其中逾期", 17));
    for (Lines.Town town : towns) {
      Lines.Tally tally = town.tally();
      table
          .row()
          .text(town.name())
          .number(tally.of(Mark.AGREED), count.to(REQUESTS, town, Mark.AGREED))
          .number(tally.of(Mark.SILENT), count.to(REQUESTS, town, Mark.SILENT))
          .number(
              tally.of(Mark.OPEN, Mark.OVERDUE), count.to(REQUESTS, town, Mark.OPEN, Mark.OVERDUE))
          .number(tally.of(Mark.OVERDUE), count.to(REQUESTS, town, Mark.OVERDUE));
    }
    return table.grid("诉求办理情况（件）", "按企业所在地统计。");
  }

  private static Content.Part part(
      List<String> sentences, List<Content.KeyNumber> numbers, List<Content.Grid> grids) {
    return new Content.Part("requests", "企业诉求办理", sentences, numbers, grids, "");
  }

  // By the newest step until the end of the period.
  private void write(Count count, String list, String day, String which) {
    Period period = count.period();
    lines.write(
        count.bulletin(),
        new Lines.Columns("'" + list + "'", MARK, DETAIL, day, "n.satisfaction"),
        """
        FROM request q
        JOIN company c ON c.id = q.company_id
        JOIN region r ON r.code = c.region_code
        JOIN request_entry n ON n.id = (SELECT MAX(e.id)
                                        FROM request_entry e
                                        WHERE e.request_id = q.id
                                          AND e.done_on <= ?
                                          AND e.done_at <= ?)
        WHERE %s
          AND %s
        """
            .formatted(count.known().condition("c"), which),
        Count.all(
            period.lastDay(),
            period.lastDay(),
            count.moment(),
            count.known().parameters(),
            period.firstDay(),
            period.lastDay()));
  }

  private Rated rated(Count count) {
    return statements
        .rows(
            """
            SELECT COUNT(amount) AS answers, AVG(amount) AS mean
            FROM bulletin_line
            WHERE bulletin_id = ?
              AND list = ?
              AND mark = 'AGREED'
            """,
            List.of(count.bulletin(), REQUESTS),
            row -> new Rated(row.getLong("answers"), row.getBigDecimal("mean")))
        .getFirst();
  }
}
