package seedbed.archive;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.evidence.ContentStore;

/// Hashes every stored file of a region again and says which is not what was entered. One at a time
/// for a region and node, in the background; what it found is remembered.
@Singleton
class Checks {

  private static final Logger LOG = LoggerFactory.getLogger(Checks.class);
  private static final int SLICE = 200;
  private static final String GONE = "存储的文件已找不到";
  private static final String CHANGED = "存储的文件与归档时的摘要不符";

  private static final String INSERT =
      """
      INSERT INTO archive_check (region_code, checked_at, checked_by, files, problems)
      VALUES (?, ?, ?, ?, ?)
      """;

  private static final String INSERT_PROBLEM =
      """
      INSERT INTO archive_check_problem (check_id, document_id, number, finding)
      VALUES (?, ?, ?, ?)
      """;

  private static final String LAST =
      """
      SELECT id, checked_at, checked_by, files, problems
      FROM archive_check
      WHERE region_code = ?
      ORDER BY id DESC
      LIMIT 1
      """;

  private static final String PROBLEMS =
      """
      SELECT p.document_id, d.number, f.file_name, p.finding
      FROM archive_check_problem p
      JOIN archive_document d ON d.id = p.document_id
      JOIN archive_file f ON f.document_id = p.document_id AND f.number = p.number
      WHERE p.check_id = ?
      ORDER BY p.document_id, p.number
      LIMIT 200
      """;

  private final TransactionOperations<Connection> transactions;
  private final StoredFiles files;
  private final ContentStore store;
  private final Clock clock;
  private final Map<String, Running> running = new ConcurrentHashMap<>();

  Checks(
      TransactionOperations<Connection> transactions,
      StoredFiles files,
      ContentStore store,
      Clock clock) {
    this.transactions = transactions;
    this.files = files;
    this.store = store;
    this.clock = clock;
  }

  /// One that goes on.
  static final class Running {
    private final int total;
    private volatile int done;

    Running(int total) {
      this.total = total;
    }

    int total() {
      return total;
    }

    int done() {
      return done;
    }
  }

  record Problem(long document, String number, String file, String finding) {}

  /// What the newest one found.
  ///
  /// @param count of problems; the first two hundred are told
  record Check(Instant at, String by, int files, int count, List<Problem> problems) {}

  private record Fault(StoredFiles.Stored file, String finding) {}

  /// Checks in the background, unless that goes on already.
  void start(String regionCode, String by) {
    var started = new Running(Math.max(1, files.count(regionCode)));
    if (running.putIfAbsent(regionCode, started) != null) {
      return;
    }
    Thread.ofVirtual()
        .name("archive-check")
        .start(() -> {
          try {
            run(regionCode, by, done -> started.done = done);
          } catch (RuntimeException e) {
            LOG.error("The check of the archive broke off", e);
          } finally {
            running.remove(regionCode);
          }
        });
  }

  Optional<Running> running(String regionCode) {
    return Optional.ofNullable(running.get(regionCode));
  }

  /// Checks now, on this thread.
  void run(String regionCode, String by, IntConsumer progress) {
    List<Fault> faults = new ArrayList<>();
    int done = 0;
    long document = 0;
    int number = 0;
    for (List<StoredFiles.Stored> slice = files.slice(regionCode, document, number, SLICE);
        !slice.isEmpty();
        slice = files.slice(regionCode, document, number, SLICE)) {
      for (StoredFiles.Stored file : slice) {
        fault(file).ifPresent(finding -> faults.add(new Fault(file, finding)));
        progress.accept(++done);
      }
      document = slice.getLast().document();
      number = slice.getLast().number();
    }
    if (!faults.isEmpty()) {
      LOG.error("{} of {} files of the archive are not what was entered", faults.size(), done);
    }
    remember(regionCode, by, done, faults);
  }

  private Optional<String> fault(StoredFiles.Stored file) {
    try {
      store.verified(file.hash());
      return Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.of(e.getCause() instanceof java.io.FileNotFoundException ? GONE : CHANGED);
    }
  }

  private void remember(String regionCode, String by, int count, List<Fault> faults) {
    transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      long id = insert(connection, regionCode, by, count, faults.size());
      try (PreparedStatement insert = connection.prepareStatement(INSERT_PROBLEM)) {
        for (Fault fault : faults) {
          insert.setLong(1, id);
          insert.setLong(2, fault.file().document());
          insert.setInt(3, fault.file().number());
          insert.setString(4, fault.finding());
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return id;
    });
  }

  private long insert(Connection connection, String regionCode, String by, int count, int problems)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
      insert.setString(1, regionCode);
      insert.setTimestamp(2, Timestamp.from(clock.instant()));
      insert.setString(3, by);
      insert.setInt(4, count);
      insert.setInt(5, problems);
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  /// The newest of a region, by any node.
  Optional<Check> last(String regionCode) {
    return transactions.executeRead(status -> {
      Connection connection = status.getConnection();
      try (PreparedStatement select = connection.prepareStatement(LAST)) {
        select.setString(1, regionCode);
        try (ResultSet row = select.executeQuery()) {
          return row.next()
              ? Optional.of(
                  new Check(
                      row.getTimestamp(2).toInstant(),
                      row.getString(3),
                      row.getInt(4),
                      row.getInt(5),
                      problems(connection, row.getLong(1))))
              : Optional.empty();
        }
      }
    });
  }

  private static List<Problem> problems(Connection connection, long check) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(PROBLEMS)) {
      select.setLong(1, check);
      List<Problem> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Problem(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
        }
      }
      return found;
    }
  }
}
