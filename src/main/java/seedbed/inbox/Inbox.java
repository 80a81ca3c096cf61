package seedbed.inbox;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/// Tells people something inside the product.
@Singleton
public class Inbox {

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
    String sql = telling(String.join(", ", Collections.nCopies(told.size(), "?")));
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(sql)) {
        insert.setString(1, notice.kind());
        insert.setString(2, notice.subject());
        insert.setString(3, notice.body());
        insert.setString(4, notice.reason());
        insert.setString(5, notice.link());
        insert.setObject(6, notice.companyId(), Types.BIGINT);
        insert.setString(7, notice.onceKey());
        insert.setTimestamp(8, Timestamp.from(clock.instant()));
        int place = 9;
        for (long account : told) {
          insert.setLong(place++, account);
        }
        return insert.executeUpdate();
      }
    });
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
