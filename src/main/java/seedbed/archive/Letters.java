package seedbed.archive;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Types;
import java.util.Optional;

/// What was said of documents when they were entered by hand. Only added to.
@Singleton
class Letters {

  private static final String INSERT =
      """
      INSERT INTO archive_letter (document_id, counterpart, reference, dated_on, copies, pages,
                                  handled_by, remark)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  /// What stands in the register already, unless it was declared void.
  private static final String TWIN =
      """
      SELECT d.number
      FROM archive_letter l
      JOIN archive_document d ON d.id = l.document_id
      LEFT JOIN archive_amendment e ON e.document_id = d.id AND e.closing = 1
      WHERE d.region_code = ?
        AND d.series = ?
        AND l.reference = ?
        AND l.counterpart <=> ?
        AND e.id IS NULL
      LIMIT 1
      """;

  private final TransactionOperations<Connection> transactions;

  Letters(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  boolean any() {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
              status.getConnection().prepareStatement("SELECT 1 FROM archive_letter LIMIT 1");
          ResultSet row = select.executeQuery()) {
        return row.next();
      }
    });
  }

  void add(long document, Letter letter) {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(INSERT)) {
        insert.setLong(1, document);
        insert.setString(2, letter.counterpart());
        insert.setString(3, letter.reference());
        insert.setObject(4, letter.datedOn());
        insert.setInt(5, letter.copies());
        insert.setObject(6, letter.pages(), Types.INTEGER);
        insert.setString(7, letter.handledBy());
        insert.setString(8, letter.remark());
        return insert.executeUpdate();
      }
    });
  }

  /// The number of the same letter, if it has been entered.
  Optional<String> twin(String regionCode, Series series, Letter letter) {
    if (letter.reference() == null) {
      return Optional.empty();
    }
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(TWIN)) {
        select.setString(1, regionCode);
        select.setString(2, series.name());
        select.setString(3, letter.reference());
        select.setString(4, letter.counterpart());
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
      }
    });
  }
}
