package seedbed.request;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.criteria.RequestRules;
import seedbed.sql.Statements;
import seedbed.web.Address;

/// Requests for the features above: those of one company, and how many there were.
@Singleton
public class Requests {

  /// Of a request counts what the last of its steps until the day says.
  private static final String COUNT =
      """
      SELECT COALESCE(SUM(q.raised_on BETWEEN ? AND ?), 0) AS raised,
             COALESCE(SUM(EXISTS (SELECT 1
                                  FROM request_entry e
                                  WHERE e.request_id = q.id
                                    AND e.move IN ('AGREE', 'SILENCE')
                                    AND e.done_on BETWEEN ? AND ?)), 0) AS closed,
             COALESCE(SUM(EXISTS (SELECT 1
                                  FROM request_entry e
                                  WHERE e.request_id = q.id
                                    AND e.move IN ('ROUTE', 'ANSWER')
                                    AND e.done_on > e.was_due_on
                                    AND e.done_on BETWEEN ? AND ?)
                          OR (l.stage IN ('RAISED', 'HANDLING') AND l.due_on < ?)), 0) AS late,
             COALESCE(SUM(l.stage IN ('RAISED', 'HANDLING', 'ANSWERED')), 0) AS open_now,
             (SELECT AVG(e.satisfaction)
              FROM request_entry e
              JOIN request m ON m.id = e.request_id
              JOIN company c ON c.id = m.company_id
              WHERE e.move = 'AGREE'
                AND e.done_on BETWEEN ? AND ?
                AND \
      """;

  private static final String OF =
      """
      ) AS satisfaction
      FROM request q
      JOIN company c ON c.id = q.company_id
      JOIN request_entry l ON l.id = (SELECT MAX(n.id)
                                      FROM request_entry n
                                      WHERE n.request_id = q.id
                                        AND n.done_on <= ?)
      WHERE \
      """;

  private static final int MOST = 20;

  private final TransactionOperations<Connection> transactions;
  private final Statements statements;
  private final RequestLists lists;
  private final RequestRules rules;
  private final Clock clock;

  Requests(
      TransactionOperations<Connection> transactions,
      Statements statements,
      RequestLists lists,
      RequestRules rules,
      Clock clock) {
    this.transactions = transactions;
    this.statements = statements;
    this.lists = lists;
    this.rules = rules;
    this.clock = clock;
  }

  /// A request in short.
  ///
  /// @param owner whose turn it is; empty when it is over
  /// @param dueOn by when; null when it is over
  /// @param escalated such as “已升级至培育办”; empty while it is in time
  @Introspected
  public record Line(
      long id,
      String subject,
      String kind,
      LocalDate raisedOn,
      String stage,
      String styleClass,
      String owner,
      @Nullable LocalDate dueOn,
      long daysLate,
      String escalated,
      boolean open,
      Address to) {}

  /// How it went in a period.
  ///
  /// @param late answered or routed late in the period, or owed and late on the day
  /// @param open on the day
  /// @param satisfaction on average of what companies said in the period; null where none did
  public record Counts(
      long raised, long closed, long late, long open, @Nullable BigDecimal satisfaction) {}

  /// What is open, the most pressing first, then what was over last.
  ///
  /// @param scope nothing of a company outside it
  public List<Line> of(long company, Scope scope) {
    Sight sight = Sight.of(scope, LocalDate.now(clock));
    return lists.ofCompany(company, sight, MOST).stream().map(Requests::line).toList();
  }

  /// The same as it stood when a day ended.
  public List<Line> of(long company, Scope scope, LocalDate day) {
    if (!day.isBefore(LocalDate.now(clock))) {
      return of(company, scope);
    }
    Known known = new Known(scope, day);
    // Each as the last of its steps until the day left it, of the kind that it had then.
    return statements.rows(
        """
        SELECT q.id, q.subject,
               COALESCE((SELECT later.was_kind
                         FROM request_entry later
                         WHERE later.id = (SELECT MIN(n.id)
                                           FROM request_entry n
                                           WHERE n.request_id = q.id
                                             AND n.was_kind IS NOT NULL
                                             AND n.done_on > ?)),
                        q.kind) AS kind,
               q.raised_on, l.stage, l.unit, l.due_on
        FROM request q
        JOIN company c ON c.id = q.company_id
        JOIN request_entry l ON l.id = (SELECT MAX(n.id)
                                        FROM request_entry n
                                        WHERE n.request_id = q.id
                                          AND n.done_on <= ?)
        WHERE q.company_id = ?
          AND %s
        ORDER BY l.due_on IS NULL, l.due_on, q.id DESC
        LIMIT ?
        """
            .formatted(known.condition("c")),
        Statements.all(day, day, company, known.parameters(), MOST),
        row -> line(row, day));
  }

  private Line line(ResultSet row, LocalDate day) throws SQLException {
    Stage stage = Stage.valueOf(row.getString("stage"));
    String unit = row.getString("unit");
    LocalDate due = row.getObject("due_on", LocalDate.class);
    long late = Escalation.daysLate(stage, due, day);
    return new Line(
        row.getLong("id"),
        row.getString("subject"),
        rules.label(row.getString("kind")),
        row.getObject("raised_on", LocalDate.class),
        stage.label(),
        late > 0 ? "not" : stage.styleClass(),
        stage == Stage.HANDLING && unit != null ? unit : stage.owner(),
        due,
        late,
        Escalation.words(stage, due, day, rules.escalation()),
        due != null,
        RequestPages.address(row.getLong("id")));
  }

  /// Those of some numbers, in the same order.
  ///
  /// @param scope nothing of a company outside it
  public List<Line> among(List<Long> ids, Scope scope) {
    Sight sight = Sight.of(scope, LocalDate.now(clock));
    return lists.among(ids, sight).stream().map(Requests::line).toList();
  }

  private static Line line(RequestList.Line line) {
    return new Line(
        line.id(),
        line.subject(),
        line.kind(),
        line.raisedOn(),
        line.stage(),
        line.styleClass(),
        line.owner(),
        line.dueOn(),
        line.daysLate(),
        line.escalated(),
        line.dueOn() != null,
        RequestPages.address(line.id()));
  }

  /// @param from the first day of the period
  /// @param until the last one
  /// @param on as it stood when this day ended
  public Counts counts(Scope scope, LocalDate from, LocalDate until, LocalDate on) {
    LocalDate last = until.isAfter(on) ? on : until;
    Known known = new Known(scope, on);
    List<Object> parameters =
        new ArrayList<>(List.of(from, last, from, last, from, last, on, from, last));
    parameters.addAll(known.parameters());
    parameters.add(on);
    parameters.addAll(known.parameters());
    String sql = COUNT + known.condition("c") + OF + known.condition("c");
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        int place = 1;
        for (Object parameter : parameters) {
          select.setObject(place++, parameter);
        }
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return new Counts(
              row.getLong("raised"),
              row.getLong("closed"),
              row.getLong("late"),
              row.getLong("open_now"),
              row.getBigDecimal("satisfaction"));
        }
      }
    });
  }
}
