package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import seedbed.criteria.Titles;
import seedbed.sql.Statements;

/// Applications for a pool that somebody should have dealt with by now.
@Singleton
class StuckCases implements AgendaSource {

  private static final int MOST = 15;

  private static final Map<String, String> STAGES =
      Map.of(
          "TOWNSHIP", "镇（区、街道）初审",
          "DEPARTMENTS", "部门核实",
          "OFFICE", "培育办审定",
          "NOTICE", "公示",
          "RETURNED", "企业补正");

  private final Statements statements;
  private final Titles titles;

  StuckCases(Statements statements, Titles titles) {
    this.statements = statements;
    this.titles = titles;
  }

  @Override
  public int place() {
    return 40;
  }

  @Override
  public String code() {
    return "case";
  }

  @Override
  public String label() {
    return "入库申请逾期";
  }

  @Override
  public List<Found> find(Gathering gathering) {
    return statements.rows(
        """
        SELECT a.id, a.title, a.stage, a.due_on, c.id AS company, c.name
        FROM application a
        JOIN company c ON c.id = a.company_id
        WHERE %s
          AND a.open_mark = 1
          AND a.due_on < ?
        ORDER BY a.due_on, a.id
        LIMIT ?
        """
            .formatted(gathering.known().condition("c")),
        Statements.all(gathering.known().parameters(), gathering.today(), MOST),
        row ->
            new Found(
                "application-" + row.getLong("id"),
                row.getLong("company"),
                "%s：申请进入%s，逾期未办"
                    .formatted(
                        row.getString("name"),
                        titles
                            .find(row.getString("title"))
                            .map(Titles.Rung::shortLabel)
                            .orElse("培育库")),
                "现在的环节是%s，应在 %s 前办理。"
                    .formatted(
                        STAGES.getOrDefault(row.getString("stage"), "办理"),
                        row.getObject("due_on", LocalDate.class)),
                "/applications/" + row.getLong("id")));
  }

  // Whoever has it now has time left.
  @Override
  public Map<String, Settled> settled(List<Item> items, Gathering gathering) {
    return Subjects.settled(
        statements,
        """
        SELECT a.id, a.since AS settled_on
        FROM application a
        WHERE (a.open_mark IS NULL OR a.due_on IS NULL OR a.due_on >= ?)
          AND a.id IN (%s)
        """,
        items,
        gathering.today(),
        gathering.today());
  }
}
