package seedbed.signin;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import seedbed.account.Account;
import seedbed.secret.Keys;
import seedbed.secret.Sealing;

/// Counts tries to sign in, per name and per address, and locks for a growing time after five.
///
/// A try is counted before the password is looked at and given back when it was right, so that a
/// thousand tries at once get no more than five. Names that no account has are counted alike.
@Singleton
public class Throttle {

  static final int FREE_TRIES = 5;
  private static final Duration FIRST_LOCK = Duration.ofMinutes(1);
  private static final Duration LONGEST_LOCK = Duration.ofHours(1);

  /// After so long without a failure the earlier ones are forgotten.
  private static final Duration FORGOTTEN = Duration.ofHours(24);

  static final String ADDRESS_SEAL = "sign_in_lock.address";

  private static final String ACCOUNT = "ACCOUNT";
  private static final String ADDRESS = "ADDRESS";

  private final TransactionOperations<Connection> transactions;
  private final Clock clock;
  private final Sealing sealing;
  private final SecretKey key;

  Throttle(
      TransactionOperations<Connection> transactions, Clock clock, Sealing sealing, Keys keys) {
    this.transactions = transactions;
    this.clock = clock;
    this.sealing = sealing;
    key = keys.of("sign-in lock", "HmacSHA256");
  }

  /// One try that was taken: of an address, and of a name where one was given.
  public record Try(List<Taken> taken) {}

  /// What one row was before a try was counted in it, and after.
  record Taken(Row row, Count before, Count after) {}

  /// What tries are counted for, without saying who or where it is.
  ///
  /// @param address kept sealed, for whoever lifts a lock; of a name nothing is kept
  record Row(String kind, String key, @Nullable String address) {}

  /// A moment in it is to the millisecond, as the database keeps it.
  record Count(int failures, Instant failedAt, @Nullable Instant lockedUntil) {}

  /// Takes a try; empty when name or address is locked.
  Optional<Try> take(String username, String address) {
    return take(List.of(place(address, ""), account(username)));
  }

  /// Takes a try at the second factor of an account whose password was right.
  Optional<Try> takeCode(String username, String address) {
    return take(List.of(place(address, ""), code(username)));
  }

  /// Takes a try of something that has no name, such as opening a link; counted for itself.
  public Optional<Try> takeFrom(String address, String purpose) {
    return take(List.of(place(address, purpose + " ")));
  }

  /// Gives a try back: the name starts afresh, the address is as if it had not been tried.
  public void giveBack(Try given) {
    transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      for (Taken taken : given.taken) {
        write(connection, taken.row, without(taken, counted(connection, taken.row)));
      }
      return given;
    });
  }

  // Neither the lock that the try itself brought nor its moment may stay: where many sit behind one
  // address, their own sign-ins would lock them out. A later failure of somebody else keeps both.
  private static Count without(Taken taken, Count now) {
    if (taken.row.kind.equals(ACCOUNT)) {
      return new Count(0, now.failedAt, null);
    }
    if (now.equals(taken.after)) {
      return taken.before;
    }
    int failures = Math.max(0, now.failures - 1);
    return new Count(failures, now.failedAt, lock(failures, now.failedAt));
  }

  /// Which of the names are locked now, with their password or their second factor.
  public Set<String> locked(Collection<String> usernames) {
    Set<String> keys = lockedKeys();
    return keys.isEmpty()
        ? Set.of()
        : usernames.stream()
            .filter(username ->
                keys.contains(account(username).key) || keys.contains(code(username).key))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Lets an account start afresh, with its password and its second factor.
  public void release(Account account) {
    transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      for (Row row : List.of(account(account.username()), code(account.username()))) {
        insertMissing(connection, row, now());
        write(connection, row, new Count(0, now(), null));
      }
      return account;
    });
  }

  private Optional<Try> take(List<Row> rows) {
    return transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      Instant now = now();
      List<Taken> taken = new ArrayList<>();
      // The address first, so that one that is locked leaves no trace of the names it tries,
      // and always in this order, so that two tries do not wait for each other.
      for (Row row : rows) {
        insertMissing(connection, row, now);
        Count before = counted(connection, row);
        if (locked(before, now)) {
          return Optional.empty();
        }
        taken.add(new Taken(row, before, next(before, now)));
      }
      for (Taken one : taken) {
        write(connection, one.row, one.after);
      }
      return Optional.of(new Try(taken));
    });
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Set<String> lockedKeys() {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
          status
              .getConnection()
              .prepareStatement(
                  """
                  SELECT key_hash
                  FROM sign_in_lock
                  WHERE kind = 'ACCOUNT'
                    AND locked_until > ?
                  """)) {
        select.setTimestamp(1, Timestamp.from(clock.instant()));
        Set<String> keys = new HashSet<>();
        try (ResultSet found = select.executeQuery()) {
          while (found.next()) {
            keys.add(found.getString("key_hash"));
          }
        }
        return keys;
      }
    });
  }

  private Row place(String address, String purpose) {
    return new Row(ADDRESS, hash(purpose + address), address);
  }

  Row account(String username) {
    return new Row(ACCOUNT, hash("account " + username.toLowerCase(Locale.ROOT)), null);
  }

  Row code(String username) {
    return new Row(ACCOUNT, hash("second factor " + username.toLowerCase(Locale.ROOT)), null);
  }

  private static boolean locked(Count count, Instant now) {
    return count.lockedUntil != null && now.isBefore(count.lockedUntil);
  }

  private static Count next(Count count, Instant now) {
    boolean forgotten = count.failedAt.plus(FORGOTTEN).isBefore(now);
    int failures = (forgotten ? 0 : count.failures) + 1;
    return new Count(failures, now, lock(failures, now));
  }

  // 1, 2, 4 … minutes from the fifth failure on.
  private static @Nullable Instant lock(int failures, Instant now) {
    if (failures < FREE_TRIES) {
      return null;
    }
    Duration grown = FIRST_LOCK.multipliedBy(1L << Math.min(failures - FREE_TRIES, 10));
    return now.plus(grown.compareTo(LONGEST_LOCK) > 0 ? LONGEST_LOCK : grown);
  }

  // An update that changes nothing holds the row for writing; INSERT IGNORE would hold it for
  // reading, and two tries at once would then wait for each other.
  private void insertMissing(Connection connection, Row row, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO sign_in_lock (kind, key_hash, failures, failed_at, address_sealed)
            VALUES (?, ?, 0, ?, ?)
            ON DUPLICATE KEY UPDATE kind = kind
            """)) {
      insert.setString(1, row.kind);
      insert.setString(2, row.key);
      insert.setTimestamp(3, Timestamp.from(now));
      insert.setString(4, sealing.sealIfGiven(row.address, ADDRESS_SEAL));
      insert.executeUpdate();
    }
  }

  private static Count counted(Connection connection, Row row) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT failures, failed_at, locked_until
            FROM sign_in_lock
            WHERE kind = ?
              AND key_hash = ?
            FOR UPDATE
            """)) {
      select.setString(1, row.kind);
      select.setString(2, row.key);
      try (ResultSet found = select.executeQuery()) {
        found.next();
        Timestamp locked = found.getTimestamp("locked_until");
        return new Count(
            found.getInt("failures"),
            found.getTimestamp("failed_at").toInstant(),
            locked == null ? null : locked.toInstant());
      }
    }
  }

  private static void write(Connection connection, Row row, Count count) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE sign_in_lock
            SET failures = ?, failed_at = ?, locked_until = ?
            WHERE kind = ?
              AND key_hash = ?
            """)) {
      update.setInt(1, count.failures);
      update.setTimestamp(2, Timestamp.from(count.failedAt));
      update.setTimestamp(3, count.lockedUntil == null ? null : Timestamp.from(count.lockedUntil));
      update.setString(4, row.kind);
      update.setString(5, row.key);
      update.executeUpdate();
    }
  }

  // Keyed, so that the table does not tell who tried from where.
  private String hash(String text) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
    }
  }
}
