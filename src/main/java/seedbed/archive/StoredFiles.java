package seedbed.archive;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import seedbed.evidence.ContentUse;
import seedbed.evidence.content.FileFormat;

/// The files of documents and what they say. Only added to.
@Singleton
class StoredFiles implements ContentUse {

  /// Enough of any official document, and little enough to look through a hundred thousand of them.
  private static final int MOST_WORDS = 100_000;

  private static final String COLUMNS =
      "f.document_id, f.number, f.kind, f.file_name, f.format, f.bytes, f.hash, f.added_at,"
          + " f.added_by";

  private static final String NEXT =
      "SELECT COALESCE(MAX(number), 0) + 1 FROM archive_file WHERE document_id = ?";

  private static final String INSERT =
      """
      INSERT INTO archive_file (document_id, number, kind, file_name, format, bytes, hash, added_at,
                                added_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_TEXT =
      "INSERT INTO archive_text (document_id, number, content) VALUES (?, ?, ?)";

  private final TransactionOperations<Connection> transactions;

  StoredFiles(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  enum Kind {
    /// Written by Seedbed when the document got its number.
    ORIGINAL("归档原件"),
    /// Sent by somebody: the paper with its seal, or the file that came.
    SCAN("扫描件");

    private final String label;

    /// As a sentence names the file that the archive has.
    String archived() {
      return this == ORIGINAL ? label : "归档的" + label;
    }

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /// A file to be added.
  ///
  /// @param words what it says, as far as that can be read
  record Adding(Kind kind, String name, FileFormat format, long bytes, String hash, String words) {}

  /// A file of a document.
  ///
  /// @param number counted from 1 within the document
  record Stored(
      long document,
      int number,
      Kind kind,
      String name,
      FileFormat format,
      long bytes,
      String hash,
      Instant addedAt,
      String addedBy) {}

  /// Whoever may be adding another one at the same time is made to wait by the caller.
  ///
  /// @return its number
  int add(long document, Adding file, String by, Instant at) {
    return transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      int number = next(connection, document);
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        insert.setLong(1, document);
        insert.setInt(2, number);
        insert.setString(3, file.kind().name());
        insert.setString(4, file.name());
        insert.setString(5, file.format().name());
        insert.setLong(6, file.bytes());
        insert.setString(7, file.hash());
        insert.setTimestamp(8, Timestamp.from(at));
        insert.setString(9, by);
        insert.executeUpdate();
      }
      if (!file.words().isBlank()) {
        insertText(connection, document, number, file.words());
      }
      return number;
    });
  }

  private static int next(Connection connection, long document) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setLong(1, document);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static void insertText(Connection connection, long document, int number, String words)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT_TEXT)) {
      insert.setLong(1, document);
      insert.setInt(2, number);
      insert.setString(3, words.length() <= MOST_WORDS ? words : words.substring(0, MOST_WORDS));
      insert.executeUpdate();
    }
  }

  List<Stored> of(long document) {
    return select(
        "WHERE f.document_id = ? ORDER BY f.number", statement -> statement.setLong(1, document));
  }

  Optional<Stored> original(long document) {
    return of(document).stream().filter(file -> file.kind() == Kind.ORIGINAL).findFirst();
  }

  /// Files of a region and everything below it, in the order of their keys, after one of them.
  List<Stored> slice(String regionCode, long document, int number, int limit) {
    return select(
        """
        JOIN archive_document d ON d.id = f.document_id
        WHERE d.region_code LIKE CONCAT(?, '%')
          AND (f.document_id > ? OR (f.document_id = ? AND f.number > ?))
        ORDER BY f.document_id, f.number
        LIMIT ?
        """,
        statement -> {
          statement.setString(1, regionCode);
          statement.setLong(2, document);
          statement.setLong(3, document);
          statement.setInt(4, number);
          statement.setInt(5, limit);
        });
  }

  int count(String regionCode) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
          status
              .getConnection()
              .prepareStatement(
                  """
                  SELECT COUNT(*)
                  FROM archive_file f
                  JOIN archive_document d ON d.id = f.document_id
                  WHERE d.region_code LIKE CONCAT(?, '%')
                  """)) {
        select.setString(1, regionCode);
        try (ResultSet row = select.executeQuery()) {
          row.next();
          return row.getInt(1);
        }
      }
    });
  }

  @Override
  public boolean refersTo(String hash) {
    return !select("WHERE f.hash = ? LIMIT 1", statement -> statement.setString(1, hash)).isEmpty();
  }

  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private List<Stored> select(String rest, Binding binding) {
    String sql = "SELECT " + COLUMNS + "\nFROM archive_file f\n" + rest;
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(sql)) {
        binding.bind(select);
        List<Stored> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            found.add(stored(row));
          }
        }
        return found;
      }
    });
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getLong(1),
        row.getInt(2),
        Kind.valueOf(row.getString(3)),
        row.getString(4),
        FileFormat.valueOf(row.getString(5)),
        row.getLong(6),
        row.getString(7),
        row.getTimestamp(8).toInstant(),
        row.getString(9));
  }
}
