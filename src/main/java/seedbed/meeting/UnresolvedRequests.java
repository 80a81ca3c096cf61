package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.sql.Statements;

/// What companies asked for and nobody resolved: past the promised day, or not agreed with. The
/// longest overdue come first.
@Singleton
class UnresolvedRequests implements AgendaSource {

  private static final int MOST = 15;
  private static final String DEMAND = "请当场明确怎样解决。";

  private final Statements statements;

  UnresolvedRequests(Statements statements) {
    this.statements = statements;
  }

  @Override
  public int place() {
    return 45;
  }

  @Override
  public String code() {
    return "request";
  }

  @Override
  public String label() {
    return "未解决的企业诉求";
  }

  @Override
  public Set<String> demands() {
    return Set.of(DEMAND);
  }

  @Override
  public List<Found> find(Gathering gathering) {
    return statements.rows(
        """
        SELECT q.id, q.subject, q.stage, q.unit, q.due_on, q.reopened, c.id AS company, c.name
        FROM request q
        JOIN company c ON c.id = q.company_id
        WHERE %s
          AND q.stage IN ('RAISED', 'HANDLING')
          AND (q.due_on < ? OR q.reopened > 0)
        ORDER BY q.due_on, q.id
        LIMIT ?
        """
            .formatted(gathering.known().condition("c")),
        Statements.all(gathering.known().parameters(), gathering.today(), MOST),
        row ->
            new Found(
                "request-" + row.getLong("id"),
                row.getLong("company"),
                row.getString("name") + "：" + row.getString("subject"),
                reason(
                    row.getString("unit"),
                    row.getObject("due_on", LocalDate.class),
                    row.getInt("reopened"),
                    gathering.today()),
                "/requests/" + row.getLong("id")));
  }

  // What was answered is not over before the company says so.
  @Override
  public Map<String, Settled> settled(List<Item> items, Gathering gathering) {
    return Subjects.settled(
        statements,
        """
        SELECT q.id, q.since AS settled_on
        FROM request q
        WHERE q.stage IN ('CLOSED', 'WITHDRAWN')
          AND q.id IN (%s)
        """,
        items,
        gathering.today());
  }

  private static String reason(
      @Nullable String unit, LocalDate due, int reopened, LocalDate today) {
    String who = unit == null ? "还没有分办" : "由" + unit + "办理";
    String again = reopened == 0 ? "" : "，企业不同意答复 %d 次".formatted(reopened);
    return "%s%s，期限 %s%s；%s".formatted(who, again, due, today.isAfter(due) ? "，已经逾期" : "", DEMAND);
  }
}
