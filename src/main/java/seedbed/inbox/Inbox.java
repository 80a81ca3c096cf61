package seedbed.inbox;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/// Tells people something inside the product.
@Singleton
public class Inbox {

  private static final String TELLING_EACH =
      """
      INSERT INTO message (kind, subject, body, reason, link, company_id, once_key, created_at,
                           account_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON DUPLICATE KEY UPDATE once_key = VALUES(once_key)
      """;

  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  Inbox(TransactionOperations<Connection> transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /// The same as of another time, for those who load what happened before.
  public Inbox at(Clock time) {
    return new Inbox(transactions, time);
  }

  /// Joins the transaction of whoever does what is told, so that nothing is told that did not
  /// happen. An account that was told under this key before is not told again.
  public void tell(Collection<Long> accounts, Notice notice) {
    List<Long> told = List.copyOf(new TreeSet<>(accounts));
    if (told.isEmpty()) {
      return;
    }
    String sql = telling(marks(told.size()));
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(sql)) {
        bind(insert, notice);
        int place = 9;
        for (long account : told) {
          insert.setLong(place++, account);
        }
        return insert.executeUpdate();
      }
    });
  }

  /// Tells each account something of its own, all at once; otherwise the same.
  public void tellEach(Map<Long, Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    // In the order of their numbers, as everybody takes the rows of several.
    String reached =
        """
        SELECT a.id
        FROM account a
        WHERE a.state <> 'DISABLED'
          AND a.program = FALSE
          AND a.id IN (%s)
        ORDER BY a.id
        """
            .formatted(marks(notices.size()));
    transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      try (PreparedStatement select = connection.prepareStatement(reached);
          PreparedStatement insert = connection.prepareStatement(TELLING_EACH)) {
        int place = 1;
        for (long account : notices.keySet()) {
          select.setLong(place++, account);
        }
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            bind(insert, Objects.requireNonNull(notices.get(row.getLong(1))));
            insert.setLong(9, row.getLong(1));
            insert.addBatch();
          }
        }
        return insert.executeBatch();
      }
    });
  }

  private void bind(PreparedStatement insert, Notice notice) throws SQLException {
    insert.setString(1, notice.kind());
    insert.setString(2, notice.subject());
    insert.setString(3, notice.body());
    insert.setString(4, notice.reason());
    insert.setString(5, notice.link());
    insert.setObject(6, notice.companyId(), Types.BIGINT);
    insert.setString(7, notice.onceKey());
    insert.setTimestamp(8, Timestamp.from(clock.instant()));
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  // Who can no longer come in is told nothing. Whoever was told before keeps that message as it is.
  private static String telling(String marks) {
    return """
    INSERT INTO message (account_id, kind, subject, body, reason, link, company_id, once_key,
                         created_at)
    SELECT a.id, ?, ?, ?, ?, ?, ?, ?, ?
    FROM account a
    WHERE a.state <> 'DISABLED'
      AND a.program = FALSE
      AND a.id IN (%s)
    ORDER BY a.id
    ON DUPLICATE KEY UPDATE once_key = VALUES(once_key)
    """
        .formatted(marks);
  }
}
