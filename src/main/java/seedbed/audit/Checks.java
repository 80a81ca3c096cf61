package seedbed.audit;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Verifications: one at a time on a node, asked for on the auditor's page or from the command
/// line, remembered in short.
@Singleton
class Checks {

  private static final Logger LOG = LoggerFactory.getLogger(Checks.class);

  /// So many connections are read at once: the database works on one while another is checked.
  private static final int READERS = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 4);

  private final TransactionOperations<Connection> transactions;
  private final Verifier verifier;
  private final Sealer sealer;
  private final HeadFile file;
  private final Clock clock;
  private @Nullable Running running;
  private volatile @Nullable Verification newest;

  Checks(
      TransactionOperations<Connection> transactions,
      Verifier verifier,
      Sealer sealer,
      HeadFile file,
      Clock clock) {
    this.transactions = transactions;
    this.verifier = verifier;
    this.sealer = sealer;
    this.file = file;
    this.clock = clock;
  }

  /// A verification in short.
  record Check(Instant at, @Nullable Long account, long seq, long millis, int problems) {}

  /// One that goes on.
  static final class Running {
    private final long total;
    private volatile long done;

    Running(long total) {
      this.total = total;
    }

    long total() {
      return total;
    }

    long done() {
      return done;
    }
  }

  /// Verifies now, on this thread.
  Verification run(@Nullable Long account, LongConsumer progress) {
    sealer.sealNew();
    Verification found = verified(progress);
    Long waiting = found.waiting();
    if (waiting != null) {
      sealer.sealFrom(waiting);
    }
    if (!found.sound()) {
      LOG.error(
          "The trail does not verify: {} problems, first {}", found.count(), found.problems());
    }
    remember(account, found);
    newest = found;
    return found;
  }

  private Verification verified(LongConsumer progress) {
    try {
      return verifier.verify(
          reading ->
              transactions.executeRead(status -> {
                reading.on(status.getConnection());
                return true;
              }),
          READERS,
          file.lines(),
          progress);
    } catch (SQLException e) {
      throw new IllegalStateException("The trail could not be read", e);
    }
  }

  /// Verifies in the background, unless that goes on already.
  synchronized void start(@Nullable Long account) {
    if (running != null) {
      return;
    }
    var started = new Running(Math.max(1, sealer.current().seq()));
    running = started;
    Thread.ofVirtual()
        .name("trail-check")
        .start(() -> {
          try {
            run(account, done -> started.done = done);
          } catch (RuntimeException e) {
            LOG.error("The verification of the trail broke off", e);
          } finally {
            ended();
          }
        });
  }

  synchronized Optional<Running> running() {
    return Optional.ofNullable(running);
  }

  private synchronized void ended() {
    running = null;
  }

  /// What the newest verification of this node found, in words.
  List<String> problems() {
    Verification found = newest;
    return found == null ? List.of() : found.problems();
  }

  /// The newest verification of any node.
  Optional<Check> last() {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
              status
                  .getConnection()
                  .prepareStatement(
                      """
                      SELECT at, account_id, seq, millis, problems
                      FROM trail_check
                      ORDER BY id DESC
                      LIMIT 1
                      """);
          ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(check(row)) : Optional.empty();
      }
    });
  }

  private static Check check(ResultSet row) throws SQLException {
    return new Check(
        row.getTimestamp("at").toInstant(),
        row.getObject("account_id", Long.class),
        row.getLong("seq"),
        row.getLong("millis"),
        row.getInt("problems"));
  }

  private void remember(@Nullable Long account, Verification found) {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert =
          status
              .getConnection()
              .prepareStatement(
                  """
                  INSERT INTO trail_check (at, account_id, seq, millis, problems)
                  VALUES (?, ?, ?, ?, ?)
                  """)) {
        insert.setTimestamp(1, Timestamp.from(clock.instant()));
        insert.setObject(2, account, Types.BIGINT);
        insert.setLong(3, found.head().seq());
        insert.setLong(4, found.took().toMillis());
        insert.setInt(5, found.count());
        return insert.executeUpdate();
      }
    });
  }
}
