package seedbed.archive;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Contention;
import seedbed.web.Refusal;

/// What was said of documents after they were entered. Only added to; a document ends once.
@Singleton
class Amendments {

  private static final String INSERT =
      """
      INSERT INTO archive_amendment (document_id, kind, closing, reason, replacement, amended_at,
                                     amended_by)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OF_DOCUMENT =
      """
      SELECT a.kind, a.reason, a.replacement, n.number, a.amended_at, a.amended_by
      FROM archive_amendment a
      LEFT JOIN archive_document n ON n.id = a.replacement
      WHERE a.document_id = ?
      ORDER BY a.id
      """;

  private final TransactionOperations<Connection> transactions;

  Amendments(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  enum Kind {
    CORRECTED("更正", ""),
    VOIDED("作废", "not"),
    REPLACED("已被替代", "unknown");

    private final String label;
    private final String styleClass;

    Kind(String label, String styleClass) {
      this.label = label;
      this.styleClass = styleClass;
    }

    public String label() {
      return label;
    }

    public String styleClass() {
      return styleClass;
    }
  }

  /// @param replacement the document that took its place, with its number
  record Amendment(
      Kind kind,
      String reason,
      @Nullable Long replacement,
      @Nullable String replacedBy,
      Instant at,
      String by) {}

  void correct(long document, String reason, String by, Instant at) {
    insert(document, Kind.CORRECTED, reason, null, by, at);
  }

  /// @throws Refusal.Stale when it has ended already
  void cancel(long document, String reason, String by, Instant at) {
    insert(document, Kind.VOIDED, reason, null, by, at);
  }

  void replace(long document, long replacement, String reason, String by, Instant at) {
    insert(document, Kind.REPLACED, reason, replacement, by, at);
  }

  private void insert(
      long document, Kind kind, String reason, @Nullable Long replacement, String by, Instant at) {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(INSERT)) {
        insert.setLong(1, document);
        insert.setString(2, kind.name());
        insert.setObject(3, kind == Kind.CORRECTED ? null : 1, Types.TINYINT);
        insert.setString(4, reason);
        insert.setObject(5, replacement, Types.BIGINT);
        insert.setTimestamp(6, Timestamp.from(at));
        insert.setString(7, by);
        return insert.executeUpdate();
      } catch (SQLException e) {
        if (Contention.of(e) == Contention.DUPLICATE) {
          throw new Refusal.Stale("这份文件已经作废或被替代，没有重复登记。请刷新页面查看。");
        }
        throw e;
      }
    });
  }

  List<Amendment> of(long document) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(OF_DOCUMENT)) {
        select.setLong(1, document);
        List<Amendment> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            found.add(amendment(row));
          }
        }
        return found;
      }
    });
  }

  private static Amendment amendment(ResultSet row) throws SQLException {
    return new Amendment(
        Kind.valueOf(row.getString(1)),
        row.getString(2),
        row.getObject(3, Long.class),
        row.getString(4),
        row.getTimestamp(5).toInstant(),
        row.getString(6));
  }
}
