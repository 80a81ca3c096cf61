package seedbed.portfolio;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import seedbed.access.Belongings;

/// The companies linked to somebody, which a successor takes over.
@Singleton
class LinkedCompanies implements Belongings {

  // What the successor has anyway for all of that time is not taken twice.
  private static final String BEGIN =
      """
      INSERT INTO assignment (company_id, account_id, held_from, held_to, document)
      SELECT a.company_id, ?, GREATEST(a.held_from, ?), a.held_to, a.document
      FROM assignment a
      WHERE a.account_id = ?
        AND (a.held_to IS NULL OR a.held_to > ?)
        AND NOT EXISTS (SELECT 1
                        FROM assignment own
                        WHERE own.company_id = a.company_id
                          AND own.account_id = ?
                          AND own.held_from <= GREATEST(a.held_from, ?)
                          AND (own.held_to IS NULL OR own.held_to >= a.held_to))
      ON DUPLICATE KEY UPDATE held_to = VALUES(held_to)
      """;

  private static final String END =
      """
      UPDATE assignment
      SET held_to = ?
      WHERE account_id = ?
        AND held_from < ?
        AND (held_to IS NULL OR held_to > ?)
      """;

  // What would begin today or later never was.
  private static final String FORGET =
      """
      DELETE FROM assignment
      WHERE account_id = ?
        AND held_from >= ?
      """;

  private final TransactionOperations<Connection> transactions;
  private final Assignments assignments;
  private final Clock clock;

  LinkedCompanies(
      TransactionOperations<Connection> transactions, Assignments assignments, Clock clock) {
    this.transactions = transactions;
    this.assignments = assignments;
    this.clock = clock;
  }

  @Override
  public String label() {
    return "挂钩企业";
  }

  @Override
  public long count(long account) {
    return assignments.countHeld(account, LocalDate.now(clock));
  }

  @Override
  public long handOver(long from, Keeper to) {
    Date day = Date.valueOf(LocalDate.now(clock));
    return transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      long held = count(from);
      run(connection, BEGIN, to.account(), day, from, day, to.account(), day);
      run(connection, END, day, from, day, day);
      run(connection, FORGET, from, day);
      return held;
    });
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
