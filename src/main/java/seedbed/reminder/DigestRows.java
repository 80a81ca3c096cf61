package seedbed.reminder;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import seedbed.obligation.Sql;

/// Writes what people are told, many at once.
@Singleton
class DigestRows {

  private static final String DIGEST =
      """
      INSERT INTO reminder_digest (account_id, told_on, subject, body, items, made_at, node)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  // A step that was told on another day, by a node that knew more, is not told again.
  private static final String REMINDER =
      """
      INSERT IGNORE INTO reminder (digest_id, account_id, kind, subject_id, period, step, whom,
                                   company_id, title, path, due_on, rule_version)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SUBJECT = 200;
  private static final int LONGEST_BODY = 2_000;
  private static final int AT_ONCE = 1_000;

  private final TransactionOperations<Connection> transactions;

  DigestRows(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// The number of each account's digest.
  Map<Long, Long> add(List<Digest> digests, Instant now, String node, long ruleVersion) {
    return transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      Map<Long, Long> ids = digests(connection, digests, now, node);
      reminders(connection, digests, ids, ruleVersion);
      told(connection, digests);
      return ids;
    });
  }

  private static Map<Long, Long> digests(
      Connection connection, List<Digest> digests, Instant now, String node) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(DIGEST, Statement.NO_GENERATED_KEYS)) {
      for (Digest digest : digests) {
        insert.setLong(1, digest.account());
        insert.setObject(2, digest.today());
        insert.setString(3, cut(digest.subject(), LONGEST_SUBJECT));
        insert.setString(4, cut(digest.body(), LONGEST_BODY));
        insert.setInt(5, digest.items().size());
        insert.setTimestamp(6, Timestamp.from(now));
        insert.setString(7, node);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    LocalDate today = digests.getFirst().today();
    Sql sql =
        Sql.of(
                "SELECT account_id, id FROM reminder_digest WHERE told_on = ? AND account_id IN ",
                today)
            .and(Sql.list(digests.stream().map(Digest::account).toList()));
    Map<Long, Long> ids = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(sql.text())) {
      sql.bind(select);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.put(row.getLong(1), row.getLong(2));
        }
      }
    }
    return ids;
  }

  private static void reminders(
      Connection connection, List<Digest> digests, Map<Long, Long> ids, long ruleVersion)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REMINDER)) {
      int waiting = 0;
      for (Digest digest : digests) {
        for (Candidate item : digest.items()) {
          insert.setObject(1, ids.get(digest.account()));
          insert.setLong(2, digest.account());
          insert.setString(3, item.kind());
          insert.setLong(4, item.subject());
          insert.setString(5, item.period());
          insert.setInt(6, item.step());
          insert.setString(7, item.whom().name());
          insert.setObject(8, item.company() == 0 ? null : item.company());
          insert.setString(9, cut(item.title(), LONGEST_TITLE));
          insert.setString(10, item.path());
          insert.setObject(11, item.dueOn());
          insert.setLong(12, ruleVersion);
          insert.addBatch();
          if (++waiting % AT_ONCE == 0) {
            insert.executeBatch();
          }
        }
      }
      insert.executeBatch();
    }
  }

  private static void told(Connection connection, List<Digest> digests) throws SQLException {
    Sql sql =
        Sql.of(
                "UPDATE reminder_recipient SET told_on = ? WHERE account_id IN ",
                digests.getFirst().today())
            .and(Sql.list(digests.stream().map(Digest::account).toList()));
    try (PreparedStatement update = connection.prepareStatement(sql.text())) {
      sql.bind(update);
      update.executeUpdate();
    }
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }
}
