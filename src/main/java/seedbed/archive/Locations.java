package seedbed.archive;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where papers lie and lay. Only added to; the newest line holds.
@Singleton
class Locations {

  private static final String INSERT =
      """
      INSERT INTO archive_location (document_id, cabinet, box, piece, remark, placed_at, placed_by)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String OF_DOCUMENT =
      """
      SELECT cabinet, box, piece, remark, placed_at, placed_by
      FROM archive_location
      WHERE document_id = ?
      ORDER BY id DESC
      """;

  private final TransactionOperations<Connection> transactions;

  Locations(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /// Where a paper lies: cabinet, box, and its place in the box.
  record Spot(String cabinet, String box, String piece) {

    /// As lists show it: 2柜 5盒 13件.
    @Override
    public String toString() {
      return "%s柜 %s盒 %s件".formatted(cabinet, box, piece);
    }
  }

  record Placed(Spot spot, @Nullable String remark, Instant at, String by) {}

  void place(long document, Spot spot, @Nullable String remark, String by, Instant at) {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(INSERT)) {
        insert.setLong(1, document);
        insert.setString(2, spot.cabinet());
        insert.setString(3, spot.box());
        insert.setString(4, spot.piece());
        insert.setString(5, remark);
        insert.setTimestamp(6, Timestamp.from(at));
        insert.setString(7, by);
        return insert.executeUpdate();
      }
    });
  }

  /// The newest first.
  List<Placed> of(long document) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(OF_DOCUMENT)) {
        select.setLong(1, document);
        List<Placed> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            found.add(
                new Placed(
                    new Spot(row.getString(1), row.getString(2), row.getString(3)),
                    row.getString(4),
                    row.getTimestamp(5).toInstant(),
                    row.getString(6)));
          }
        }
        return found;
      }
    });
  }
}
