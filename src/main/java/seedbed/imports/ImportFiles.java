package seedbed.imports;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;

/// The uploaded files, kept in the database so that every process can work on them.
@Singleton
class ImportFiles {

  private static final int PIECE = 1024 * 1024;

  private static final String INSERT =
      """
      INSERT INTO data_import_file (import_id, piece, content)
      VALUES (?, ?, ?)
      """;

  private static final String SELECT =
      """
      SELECT content
      FROM data_import_file
      WHERE import_id = ?
      ORDER BY piece
      """;

  private static final String DELETE_OLD =
      """
      DELETE FROM data_import_file
      WHERE import_id IN (SELECT id
                          FROM data_import
                          WHERE uploaded_at < ?)
      """;

  private final TransactionOperations<Connection> transactions;

  ImportFiles(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  void keep(long importId, byte[] bytes) {
    transactions.executeWrite(status -> {
      try (PreparedStatement insert = status.getConnection().prepareStatement(INSERT)) {
        for (int from = 0; from < bytes.length; from += PIECE) {
          byte[] piece = Arrays.copyOfRange(bytes, from, Math.min(from + PIECE, bytes.length));
          insert.setLong(1, importId);
          insert.setInt(2, from / PIECE);
          insert.setBytes(3, piece);
          insert.executeUpdate();
        }
      }
      return importId;
    });
  }

  /// The file again; empty when it was removed.
  byte[] read(long importId) {
    return transactions.executeRead(status -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT)) {
        select.setLong(1, importId);
        try (ResultSet piece = select.executeQuery()) {
          while (piece.next()) {
            bytes.writeBytes(piece.getBytes(1));
          }
        }
      }
      return bytes.toByteArray();
    });
  }

  /// Cleaned when somebody uploads: no schedule is needed for what only grows by uploads.
  void removeUploadedBefore(Instant moment) {
    transactions.executeWrite(status -> {
      try (PreparedStatement delete = status.getConnection().prepareStatement(DELETE_OLD)) {
        delete.setTimestamp(1, Timestamp.from(moment));
        return delete.executeUpdate();
      }
    });
  }
}
