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
import seedbed.obligation.Sql;

/// Who may be told, and who was today.
@Singleton
class Recipients {

  private static final String ENTER =
      """
      INSERT IGNORE INTO reminder_recipient (account_id)
      SELECT a.id
      FROM account a
      LEFT JOIN reminder_recipient known ON known.account_id = a.id
      WHERE a.state = 'ACTIVE'
        AND a.program = FALSE
        AND known.account_id IS NULL
      """;

  private static final String NEXT =
      """
      SELECT a.id, a.region_code, COALESCE(a.company_id, 0) AS company_id
      FROM account a
      JOIN reminder_recipient r ON r.account_id = a.id
      WHERE a.role = ?
        AND a.state = 'ACTIVE'
        AND a.program = FALSE
        AND a.id > ?
        AND (r.told_on IS NULL OR r.told_on < ?)
      ORDER BY a.id
      LIMIT ?
      """;

  private final TransactionOperations<Connection> transactions;

  Recipients(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// Gives everybody who came since the row that scans hold.
  void enter() {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(ENTER)) {
        return insert.executeUpdate();
      }
    });
  }

  /// The next ones of a role who were not told today, in the order of their numbers.
  List<Recipient> next(Role role, long after, LocalDate today, int limit) {
    return transactions.executeRead(
        status -> read(status.getConnection(), Sql.of(NEXT, role.name(), after, today, limit)));
  }

  /// Holds those who are still to be told until the transaction ends; whoever holds them now is
  /// waited for. Always in the same order.
  ///
  /// @param today told on this day or later is told already: a node whose clock runs ahead does not
  ///   tell twice
  List<Recipient> hold(List<Recipient> wanted, LocalDate today) {
    Sql sql =
        Sql.of(
                """
                SELECT r.account_id
                FROM reminder_recipient r
                WHERE (r.told_on IS NULL OR r.told_on < ?)
                  AND r.account_id IN \
                """,
                today)
            .and(Sql.list(wanted.stream().map(Recipient::account).toList()))
            .and("\nORDER BY r.account_id\nFOR UPDATE");
    return transactions.executeWrite(status -> {
      List<Long> held = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(sql.text())) {
        sql.bind(select);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            held.add(row.getLong(1));
          }
        }
      }
      return wanted.stream().filter(each -> held.contains(each.account())).toList();
    });
  }

  private static List<Recipient> read(Connection connection, Sql sql) throws SQLException {
    List<Recipient> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql.text())) {
      sql.bind(select);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Recipient(row.getLong(1), row.getString(2), row.getLong(3)));
        }
      }
    }
    return found;
  }
}
