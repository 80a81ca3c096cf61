package seedbed.evidence;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.criteria.EvidenceKind;
import seedbed.evidence.Evidence.Version;
import seedbed.evidence.content.FileFormat;

/// Evidence and its versions in the database, for a scope.
@Singleton
class EvidenceRows implements ContentUse {

  private static final String SELECT =
      """
      SELECT e.id, e.company_id, e.indicator, e.title, e.clause, e.period, e.yearly, e.kind, e.name,
             e.withdrawn_at, e.withdrawn_by, e.withdrawn_why,
             v.number, v.file_name, v.format, v.bytes, v.hash, v.pages, v.expires_on, v.uploaded_by,
             v.uploaded_at, v.cleared_at, v.refusal
      FROM evidence e
      JOIN company c ON c.id = e.company_id
      JOIN evidence_version v ON v.evidence_id = e.id
      WHERE\s
      """;

  private static final String INSERT =
      """
      INSERT INTO evidence (company_id, indicator, title, clause, period, yearly, kind, name,
                            opened_by, opened_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_VERSION =
      """
      INSERT INTO evidence_version (evidence_id, number, file_name, format, bytes, hash, pages,
                                    expires_on, uploaded_by, uploaded_at, cleared_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String WITHDRAW =
      """
      UPDATE evidence
      SET withdrawn_at = ?, withdrawn_by = ?, withdrawn_why = ?
      WHERE id = ?
        AND withdrawn_at IS NULL
      """;

  private static final String USED =
      """
      SELECT COALESCE(SUM(v.bytes), 0)
      FROM evidence_version v
      JOIN evidence e ON e.id = v.evidence_id
      WHERE e.company_id = ?
      """;

  private static final String WAITING =
      """
      SELECT evidence_id, number, hash
      FROM evidence_version
      WHERE cleared_at IS NULL
        AND refusal IS NULL
      LIMIT 100
      """;

  private static final String JUDGE =
      """
      UPDATE evidence_version
      SET cleared_at = ?, refusal = ?
      WHERE evidence_id = ?
        AND number = ?
        AND cleared_at IS NULL
      """;

  /// A version that has not been looked at.
  record Waiting(long evidence, int number, String hash) {}

  private final TransactionOperations<Connection> transactions;

  EvidenceRows(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  List<Evidence> ofCompany(long company, Scope scope) {
    return select("e.company_id", company, scope);
  }

  Optional<Evidence> find(long id, Scope scope) {
    return select("e.id", id, scope).stream().findFirst();
  }

  private List<Evidence> select(String column, long value, Scope scope) {
    String sql =
        SELECT + scope.condition("c") + "\n  AND " + column + " = ?\nORDER BY e.id, v.number DESC";
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        select.setLong(scope.bind(select, 1), value);
        Map<Long, Evidence> found = new LinkedHashMap<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            Evidence known = found.get(row.getLong(1));
            List<Version> versions = new ArrayList<>(known == null ? List.of() : known.versions());
            versions.add(version(row));
            found.put(row.getLong(1), evidence(row, versions));
          }
        }
        return List.copyOf(found.values());
      }
    });
  }

  private static Evidence evidence(ResultSet row, List<Version> versions) throws SQLException {
    return new Evidence(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getObject(6, LocalDate.class),
        row.getBoolean(7),
        EvidenceKind.valueOf(row.getString(8)),
        row.getString(9),
        instant(row, 10),
        row.getString(11),
        row.getString(12),
        versions);
  }

  private static Version version(ResultSet row) throws SQLException {
    return new Version(
        row.getInt(13),
        row.getString(14),
        FileFormat.valueOf(row.getString(15)),
        row.getLong(16),
        row.getString(17),
        row.getInt(18),
        row.getObject(19, LocalDate.class),
        row.getString(20),
        row.getTimestamp(21).toInstant(),
        instant(row, 22),
        row.getString(23));
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  /// Keeps everybody else's uploads for a company waiting until the transaction ends.
  ///
  /// @return the bytes of all its versions
  long lockAndMeasure(Connection connection, long company) throws SQLException {
    try (PreparedStatement lock =
            connection.prepareStatement("SELECT id FROM company WHERE id = ? FOR UPDATE");
        PreparedStatement used = connection.prepareStatement(USED)) {
      lock.setLong(1, company);
      lock.executeQuery().close();
      used.setLong(1, company);
      try (ResultSet row = used.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  long insert(Connection connection, Evidence evidence, String by, Instant at) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(INSERT, Statement.RETURN_GENERATED_KEYS)) {
      insert.setLong(1, evidence.companyId());
      insert.setString(2, evidence.indicator());
      insert.setString(3, evidence.title());
      insert.setString(4, evidence.clause());
      insert.setObject(5, evidence.period());
      insert.setBoolean(6, evidence.yearly());
      insert.setString(7, evidence.kind().name());
      insert.setString(8, evidence.name());
      insert.setString(9, by);
      insert.setTimestamp(10, Timestamp.from(at));
      insert.executeUpdate();
      try (ResultSet key = insert.getGeneratedKeys()) {
        key.next();
        return key.getLong(1);
      }
    }
  }

  void insertVersion(Connection connection, long evidence, Version version) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_VERSION)) {
      insert.setLong(1, evidence);
      insert.setInt(2, version.number());
      insert.setString(3, version.fileName());
      insert.setString(4, version.format().name());
      insert.setLong(5, version.bytes());
      insert.setString(6, version.hash());
      insert.setInt(7, version.pages());
      insert.setObject(8, version.expiresOn());
      insert.setString(9, version.uploadedBy());
      insert.setTimestamp(10, Timestamp.from(version.uploadedAt()));
      insert.setTimestamp(11, timestamp(version.clearedAt()));
      insert.executeUpdate();
    }
  }

  /// False when it was withdrawn already.
  boolean withdraw(long id, String by, Instant at, String why) {
    return transactions.executeWrite(status -> {
      try (PreparedStatement update = status.getConnection().prepareStatement(WITHDRAW)) {
        update.setTimestamp(1, Timestamp.from(at));
        update.setString(2, by);
        update.setString(3, why);
        update.setLong(4, id);
        return update.executeUpdate() == 1;
      }
    });
  }

  @Override
  public boolean refersTo(String hash) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
          status
              .getConnection()
              .prepareStatement("SELECT 1 FROM evidence_version WHERE hash = ? LIMIT 1")) {
        select.setString(1, hash);
        try (ResultSet row = select.executeQuery()) {
          return row.next();
        }
      }
    });
  }

  List<Waiting> waiting() {
    return transactions.executeRead(status -> {
      List<Waiting> waiting = new ArrayList<>();
      try (PreparedStatement select = status.getConnection().prepareStatement(WAITING);
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          waiting.add(new Waiting(row.getLong(1), row.getInt(2), row.getString(3)));
        }
      }
      return waiting;
    });
  }

  void judge(Waiting version, @Nullable Instant cleared, @Nullable String refusal) {
    transactions.executeWrite(status -> {
      try (PreparedStatement update = status.getConnection().prepareStatement(JUDGE)) {
        update.setTimestamp(1, timestamp(cleared));
        update.setString(2, refusal);
        update.setLong(3, version.evidence());
        update.setInt(4, version.number());
        return update.executeUpdate();
      }
    });
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant moment) {
    return moment == null ? null : Timestamp.from(moment);
  }
}
