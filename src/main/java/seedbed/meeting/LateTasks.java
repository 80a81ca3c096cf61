package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import seedbed.sql.Statements;
import seedbed.web.Formats;

/// Tasks of cultivation plans that are late, company by company.
@Singleton
class LateTasks implements AgendaSource {

  private static final String DEMAND = "请企业说明困难，需要部门协调的当场明确。";

  /// More than a meeting talks about; the rest is a click away.
  private static final int MOST = 15;

  private final Statements statements;

  LateTasks(Statements statements) {
    this.statements = statements;
  }

  @Override
  public int place() {
    return 30;
  }

  @Override
  public String code() {
    return "task";
  }

  @Override
  public String label() {
    return "方案任务逾期";
  }

  @Override
  public Set<String> demands() {
    return Set.of(DEMAND);
  }

  @Override
  public List<Found> find(Gathering gathering) {
    return statements.rows(
        """
        SELECT c.id, c.name, p.id AS plan, COUNT(*) AS late, MIN(k.due_on) AS since
        FROM plan_task k
        JOIN plan p ON p.id = k.plan_id
        JOIN company c ON c.id = p.company_id
        WHERE %s
          AND k.state <> 'DONE'
          AND k.due_on < ?
        GROUP BY c.id, c.name, p.id
        ORDER BY since, c.id
        LIMIT ?
        """
            .formatted(gathering.known().condition("c")),
        Statements.all(gathering.known().parameters(), gathering.today(), MOST),
        row ->
            new Found(
                "plan-" + row.getLong("plan"),
                row.getLong("id"),
                "%s：培育方案%s项任务逾期"
                    .formatted(row.getString("name"), Formats.count(row.getLong("late"))),
                "最早一项应在 %s 完成；%s".formatted(row.getObject("since", LocalDate.class), DEMAND),
                "/plans/" + row.getLong("plan")));
  }

  // A task that was done in time was not among those that were late.
  @Override
  public Map<String, Settled> settled(List<Item> items, Gathering gathering) {
    return Subjects.settled(
        statements,
        """
        SELECT p.id, MAX(CASE WHEN k.done_on > k.due_on THEN k.done_on END) AS settled_on
        FROM plan p
        LEFT JOIN plan_task k ON k.plan_id = p.id
        WHERE NOT EXISTS (SELECT 1
                          FROM plan_task late
                          WHERE late.plan_id = p.id
                            AND late.state <> 'DONE'
                            AND late.due_on < ?)
          AND p.id IN (%s)
        GROUP BY p.id
        """,
        items,
        gathering.today(),
        gathering.today());
  }
}
