package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.sql.Statements;

/// Decisions of earlier meetings that were not closed: they come back until they are, what is late
/// first.
@Singleton
class OpenDecisions implements AgendaSource {

  private static final String SELECT =
      """
      SELECT d.id, d.words, d.owner_label, d.due_on, m.about_year, m.about_month,
             s.words AS told, s.done_on
      FROM decision d
      JOIN meeting m ON m.id = d.meeting_id
      LEFT JOIN decision_step s ON s.id = (SELECT MAX(x.id)
                                           FROM decision_step x
                                           WHERE x.decision_id = d.id)
      WHERE d.region_code = ?
        AND d.state = 'OPEN'
      ORDER BY d.due_on, d.id
      """;

  /// One that was not carried out yet.
  ///
  /// @param told the newest word about it
  record Open(
      long id,
      String words,
      String owner,
      LocalDate dueOn,
      String meeting,
      @Nullable String told,
      @Nullable LocalDate toldOn) {}

  private final Statements statements;

  OpenDecisions(Statements statements) {
    this.statements = statements;
  }

  @Override
  public int place() {
    return 10;
  }

  @Override
  public String code() {
    return "decision";
  }

  @Override
  public String label() {
    return "未销号的议定事项";
  }

  @Override
  public List<Found> find(Gathering gathering) {
    return statements
        .rows(
            SELECT,
            List.of(gathering.regionCode()),
            row ->
                new Open(
                    row.getLong("id"),
                    row.getString("words"),
                    row.getString("owner_label"),
                    row.getObject("due_on", LocalDate.class),
                    row.getInt("about_year") + "年" + row.getInt("about_month") + "月",
                    row.getString("told"),
                    row.getObject("done_on", LocalDate.class)))
        .stream()
        .map(open -> found(open, gathering.today()))
        .toList();
  }

  @Override
  public Map<String, Settled> settled(List<Item> items, Gathering gathering) {
    return Subjects.settled(
        statements,
        """
        SELECT d.id,
               (SELECT MAX(s.done_on)
                FROM decision_step s
                WHERE s.decision_id = d.id
                  AND s.move = 'CLOSE') AS settled_on
        FROM decision d
        WHERE d.state = 'CLOSED'
          AND d.id IN (%s)
        """,
        items,
        gathering.today());
  }

  static Found found(Open open, LocalDate today) {
    long late = ChronoUnit.DAYS.between(open.dueOn, today);
    String standing = late > 0 ? "已逾期 " + late + " 天" : "尚未到期";
    String told = open.told == null ? "责任单位没有报告进展" : "最近进展（" + open.toldOn + "）：" + open.told;
    return new Found(
        "decision-" + open.id,
        null,
        open.id,
        (late > 0 ? "逾期：" : "在办：") + open.words,
        "%s会议议定，由%s办理，期限 %s，%s；%s。"
            .formatted(open.meeting, open.owner, open.dueOn, standing, bare(told)),
        "/decisions/" + open.id);
  }

  private static String bare(String sentence) {
    return sentence.strip().replaceFirst("[。．.]+$", "");
  }
}
