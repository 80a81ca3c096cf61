package seedbed.reminder;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.access.Role;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Whom;
import seedbed.obligation.Among;
import seedbed.obligation.Kinds;
import seedbed.obligation.Owing;
import seedbed.obligation.Periodic;
import seedbed.obligation.Sql;

/// Finds what accounts of one role are to be told of: what is due, waits, has reached a step that
/// names them, and is theirs by region, unit, link or ownership; and was not told by that step yet.
@Singleton
class Candidates {

  private final TransactionOperations<Connection> transactions;
  private final Owing owing;
  private final Kinds kinds;

  Candidates(TransactionOperations<Connection> transactions, Owing owing, Kinds kinds) {
    this.transactions = transactions;
    this.owing = owing;
    this.kinds = kinds;
  }

  /// One after the other by account, what is due first before the rest.
  ///
  /// @param accounts all of that role, not empty
  List<Candidate> of(Role role, List<Recipient> accounts, ReminderPlan plan, LocalDate today) {
    List<Reached> reached = Reached.of(plan).stream().filter(each -> tells(role, each)).toList();
    if (reached.isEmpty()) {
      return List.of();
    }
    Sql due =
        owing.query(
            among(role, accounts, today),
            kind -> Reached.window(kind.code(), reached, today),
            true);
    Sql sql =
        Sql.of(
                """
                SELECT a.id AS account, o.kind, o.subject_id, o.period, s.step, s.whom,
                       COALESCE(o.company_id, 0) AS company_id, c.name, o.title, o.path, o.due_on
                FROM (\
                """)
            .and(due)
            .and(
                """
                ) o
                LEFT JOIN company c ON c.id = o.company_id
                JOIN (\
                """)
            .and(steps(reached))
            .and(
                """
                ) s ON s.kind = o.kind
                   AND DATEDIFF(?, o.due_on) >= s.step
                   AND DATEDIFF(?, o.due_on) < s.until
                JOIN account a ON \
                """,
                today,
                today)
            .and(tie(role, today))
            .and("\nWHERE a.id IN ")
            .and(Sql.list(accounts.stream().map(Recipient::account).toList()))
            .and(
                """

                  AND NOT EXISTS (SELECT 1
                                  FROM reminder told
                                  WHERE told.account_id = a.id
                                    AND told.kind = o.kind
                                    AND told.subject_id = o.subject_id
                                    AND told.period = o.period
                                    AND told.step = s.step)
                ORDER BY a.id, o.due_on, o.kind, c.name_initials, c.id, o.subject_id, o.period,
                         s.whom
                """);
    return read(sql);
  }

  // What is reported by periods is a company's own.
  private boolean tells(Role role, Reached reached) {
    return switch (reached.whom()) {
      case OWNER ->
          role == Role.COMPANY || !(kinds.find(reached.kind()).orElse(null) instanceof Periodic);
      case TOWNSHIP -> role == Role.TOWNSHIP;
      case OFFICE -> role == Role.OFFICE;
      case LEADER -> role == Role.LEADER;
    };
  }

  // No company that is nobody's is read.
  private static Among among(Role role, List<Recipient> accounts, LocalDate today) {
    return switch (role) {
      case COMPANY -> Among.companies(accounts.stream().map(Recipient::company).toList(), today);
      case TOWNSHIP ->
          Among.regions(accounts.stream().map(Recipient::region).distinct().toList(), today);
      case LEADER -> linked(accounts.stream().map(Recipient::account).toList(), today);
      case OFFICE, DEPARTMENT, INSPECTOR, ADMIN, AUDITOR ->
          Among.below(accounts.stream().map(Recipient::region).distinct().toList(), today);
    };
  }

  // What is not about a company is no leader's.
  private static Among linked(List<Long> leaders, LocalDate today) {
    return new Among(
        Sql.of(
                """
                c.id IN (SELECT own.company_id
                         FROM assignment own
                         WHERE own.account_id IN \
                """)
            .and(Sql.list(leaders))
            .and(
                """

                           AND own.held_from <= ?
                           AND (own.held_to IS NULL OR own.held_to > ?))
                  AND c.recorded_on <= ?\
                """,
                today,
                today,
                today),
        List.of());
  }

  // Literals of our own: which step each has reached by how many days late.
  private static Sql steps(List<Reached> reached) {
    return reached.stream()
        .map(each ->
            Sql.of(
                "SELECT ? AS kind, ? AS whom, ? AS step, ? AS until",
                each.kind(),
                each.whom().name(),
                each.from(),
                each.until()))
        .reduce((a, b) -> a.and("\nUNION ALL ").and(b))
        .orElseThrow();
  }

  /// Whose something is: of each role in its own way, and only where the step names it.
  private static Sql tie(Role role, LocalDate today) {
    return switch (role) {
      case COMPANY -> Sql.of("a.company_id = o.company_id AND o.owner = 'COMPANY'");
      case TOWNSHIP ->
          Sql.of(
              """
              a.region_code = COALESCE(c.region_code, o.region_code)
                AND (s.whom = 'TOWNSHIP' OR o.owner = 'TOWNSHIP')\
              """);
      case OFFICE ->
          Sql.of(
              """
              COALESCE(c.region_code, o.region_code) LIKE CONCAT(a.region_code, '%')
                AND (s.whom = 'OFFICE' OR o.owner = 'OFFICE')
                AND NOT EXISTS (SELECT 1
                                FROM account nearer
                                WHERE nearer.role = 'OFFICE'
                                  AND nearer.state = 'ACTIVE'
                                  AND nearer.program = FALSE
                                  AND CHAR_LENGTH(nearer.region_code) > CHAR_LENGTH(a.region_code)
                                  AND COALESCE(c.region_code, o.region_code)
                                      LIKE CONCAT(nearer.region_code, '%'))\
              """);
      case DEPARTMENT, INSPECTOR ->
          Sql.of(
              """
              (c.region_code LIKE CONCAT(a.region_code, '%') OR o.region_code = a.region_code)
                AND o.owner = ?
                AND o.unit = a.unit\
              """,
              role.name());
      case LEADER ->
          Sql.of(
              """
              (s.whom = 'LEADER' OR o.owner = 'LEADER')
                AND EXISTS (SELECT 1
                            FROM assignment own
                            WHERE own.company_id = o.company_id
                              AND own.account_id = a.id
                              AND own.held_from <= ?
                              AND (own.held_to IS NULL OR own.held_to > ?))\
              """,
              today,
              today);
      case ADMIN, AUDITOR -> Sql.of("FALSE");
    };
  }

  private List<Candidate> read(Sql sql) {
    return transactions.executeRead(status -> {
      List<Candidate> found = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql.text())) {
        sql.bind(select);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            found.add(candidate(row));
          }
        }
      }
      return found;
    });
  }

  private static Candidate candidate(ResultSet row) throws SQLException {
    return new Candidate(
        row.getLong("account"),
        row.getString("kind"),
        row.getLong("subject_id"),
        row.getString("period"),
        row.getInt("step"),
        Whom.valueOf(row.getString("whom")),
        row.getLong("company_id"),
        row.getString("name"),
        row.getString("title"),
        row.getString("path"),
        row.getObject("due_on", LocalDate.class));
  }
}
