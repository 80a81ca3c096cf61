package seedbed.signin;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.secret.Sealing;

/// The locks that stand, for whoever may lift them.
@Singleton
public class Locks {

  /// More than anybody reads; a flood of guesses must not fill the page.
  private static final int MOST = 200;

  private final TransactionOperations<Connection> transactions;
  private final Throttle throttle;
  private final Sealing sealing;
  private final Clock clock;

  Locks(
      TransactionOperations<Connection> transactions,
      Throttle throttle,
      Sealing sealing,
      Clock clock) {
    this.transactions = transactions;
    this.throttle = throttle;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// One of them.
  ///
  /// @param key what it is lifted by; says neither a name nor an address
  /// @param username of a name: whose it is, where an account has that name
  /// @param address of an address: which, where it was kept
  public record Lock(
      String key,
      boolean ofAddress,
      @Nullable String username,
      @Nullable String address,
      int failures,
      Instant until) {}

  /// How many there are.
  public long count() {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
          status
              .getConnection()
              .prepareStatement("SELECT COUNT(*) FROM sign_in_lock WHERE locked_until > ?")) {
        select.setTimestamp(1, Timestamp.from(clock.instant()));
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return row.getLong(1);
        }
      }
    });
  }

  /// The newest of them.
  ///
  /// @param usernames whose names are recognised; of others only that there is a lock is known
  public List<Lock> standing(Collection<String> usernames) {
    Map<String, String> names = new HashMap<>();
    for (String username : usernames) {
      names.put(throttle.account(username).key(), username);
      names.put(throttle.code(username).key(), username);
    }
    return transactions.executeRead(status -> standing(status.getConnection(), names));
  }

  /// Lifts one; empty when it does not stand any more.
  public Optional<Lock> lift(String key, Collection<String> usernames) {
    return standing(usernames).stream()
        .filter(lock -> lock.key.equals(key))
        .findFirst()
        .filter(lock -> lifted(key));
  }

  private boolean lifted(String key) {
    return transactions.executeWrite(status -> {
      try (PreparedStatement update =
          status
              .getConnection()
              .prepareStatement(
                  """
                  UPDATE sign_in_lock
                  SET failures = 0, locked_until = NULL
                  WHERE key_hash = ?
                    AND locked_until IS NOT NULL
                  """)) {
        update.setString(1, key);
        return update.executeUpdate() > 0;
      }
    });
  }

  private List<Lock> standing(Connection connection, Map<String, String> names)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT kind, key_hash, failures, locked_until, address_sealed
            FROM sign_in_lock
            WHERE locked_until > ?
            ORDER BY kind, failed_at DESC
            LIMIT ?
            """)) {
      select.setTimestamp(1, Timestamp.from(clock.instant()));
      select.setInt(2, MOST);
      List<Lock> locks = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String key = row.getString("key_hash");
          locks.add(
              new Lock(
                  key,
                  row.getString("kind").equals("ADDRESS"),
                  names.get(key),
                  sealing.openIfGiven(row.getString("address_sealed"), Throttle.ADDRESS_SEAL),
                  row.getInt("failures"),
                  row.getTimestamp("locked_until").toInstant()));
        }
      }
      return locks;
    }
  }
}
