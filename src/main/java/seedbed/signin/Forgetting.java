package seedbed.signin;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps nothing of sign-ins longer than it is good for. Any node may do it, and twice does no
/// harm.
@Singleton
class Forgetting {

  private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

  /// For so long people may ask where from a session was that is over.
  static final Duration PLACE_KEPT = Duration.ofDays(30);

  /// As long as the trail, which names sessions by number.
  static final Duration SESSION_KEPT = Duration.ofDays(190);

  /// Longer than any lock and than failures are remembered.
  static final Duration LOCK_KEPT = Duration.ofDays(2);

  private static final String PLACES =
      """
      UPDATE session
      SET address = NULL, agent = NULL
      WHERE (expires_at < ? OR ended_at < ?)
        AND (address IS NOT NULL OR agent IS NOT NULL)
      """;

  // The newest of an account stays: it says when it was last used.
  private static final String SESSIONS =
      """
      DELETE old
      FROM session old
      JOIN session newer ON newer.account_id = old.account_id AND newer.id > old.id
      WHERE old.expires_at < ?
      """;

  private static final String LOCKS = "DELETE FROM sign_in_lock WHERE failed_at < ?";

  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  Forgetting(TransactionOperations<Connection> transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "10m", fixedDelay = "24h")
  void forget() {
    Instant now = clock.instant();
    try {
      change(PLACES, now.minus(PLACE_KEPT), now.minus(PLACE_KEPT));
      change(SESSIONS, now.minus(SESSION_KEPT));
      change(LOCKS, now.minus(LOCK_KEPT));
    } catch (RuntimeException e) {
      LOG.warn("Old sessions could not be forgotten; it is tried again tomorrow", e);
    }
  }

  private void change(String sql, Instant... moments) {
    transactions.executeWrite(status -> {
      try (PreparedStatement change = status.getConnection().prepareStatement(sql)) {
        bind(change, moments);
        return change.executeUpdate();
      }
    });
  }

  private static void bind(PreparedStatement change, Instant... moments) throws SQLException {
    for (int i = 0; i < moments.length; i++) {
      change.setTimestamp(i + 1, Timestamp.from(moments[i]));
    }
  }
}
