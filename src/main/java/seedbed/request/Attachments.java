package seedbed.request;

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
import seedbed.evidence.Receiving;
import seedbed.evidence.Receiving.Received;
import seedbed.evidence.content.FileFormat;
import seedbed.web.Refusal;

/// The files of requests. Only added to.
@Singleton
class Attachments implements ContentUse {

  /// Files of one request, all steps together.
  static final int MOST = 30;

  private static final String SELECT =
      "SELECT number, entry_id, file_name, format, bytes, hash, added_at FROM request_file\n";

  private static final String NEXT =
      "SELECT COALESCE(MAX(number), 0) + 1 FROM request_file WHERE request_id = ?";

  private static final String INSERT =
      """
      INSERT INTO request_file (request_id, number, entry_id, file_name, format, bytes, hash,
                                added_at, added_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final TransactionOperations<Connection> transactions;
  private final Receiving receiving;

  Attachments(TransactionOperations<Connection> transactions, Receiving receiving) {
    this.transactions = transactions;
    this.receiving = receiving;
  }

  /// A file of a request.
  ///
  /// @param number counted from 1 within the request
  record Stored(
      int number,
      long entry,
      String name,
      FileFormat format,
      long bytes,
      String hash,
      Instant addedAt) {}

  /// Takes uploads in, each examined; none of them is kept where one is refused.
  ///
  /// @throws Refusal.Invalid about `file1` and so on, by the place of the upload
  List<Received> receive(List<Upload> uploads) {
    List<Received> received = new ArrayList<>();
    for (Upload upload : uploads) {
      received.add(receive(upload));
    }
    return received;
  }

  private Received receive(Upload upload) {
    String field = "file" + upload.place();
    try {
      Received received = receiving.receive(upload.name(), upload.bytes());
      if (!received.cleared()) {
        throw new Refusal.Invalid(field, "查毒服务暂时没有应答，“" + upload.name() + "”没有存入，请稍后再传。");
      }
      return received;
    } catch (Refusal.Invalid refused) {
      throw new Refusal.Invalid(field, refused.sentence());
    }
  }

  /// Inside a transaction that holds the request.
  void add(Entry entry, List<Received> files) {
    if (files.isEmpty()) {
      return;
    }
    transactions.executeWrite(status -> {
      Connection connection = status.getConnection();
      int number = next(connection, entry.requestId());
      if (number + files.size() - 1 > MOST) {
        throw new Refusal.Invalid("file1", "一件诉求最多 " + MOST + " 个附件，请合并后再传。");
      }
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        for (Received file : files) {
          insert.setLong(1, entry.requestId());
          insert.setInt(2, number++);
          insert.setLong(3, entry.id());
          insert.setString(4, file.name());
          insert.setString(5, file.format().name());
          insert.setLong(6, file.bytes());
          insert.setString(7, file.hash());
          insert.setTimestamp(8, Timestamp.from(entry.doneAt()));
          insert.setString(9, entry.doneBy());
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return files.size();
    });
  }

  private static int next(Connection connection, long request) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(NEXT)) {
      select.setLong(1, request);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  List<Stored> of(long request) {
    return select(
        "WHERE request_id = ? ORDER BY number", statement -> statement.setLong(1, request));
  }

  Optional<Stored> find(long request, int number) {
    return select(
            "WHERE request_id = ? AND number = ?",
            statement -> {
              statement.setLong(1, request);
              statement.setInt(2, number);
            })
        .stream()
        .findFirst();
  }

  @Override
  public boolean refersTo(String hash) {
    return !select("WHERE hash = ? LIMIT 1", statement -> statement.setString(1, hash)).isEmpty();
  }

  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private List<Stored> select(String rest, Binding binding) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select = status.getConnection().prepareStatement(SELECT + rest)) {
        binding.bind(select);
        List<Stored> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            found.add(
                new Stored(
                    row.getInt(1),
                    row.getLong(2),
                    row.getString(3),
                    FileFormat.valueOf(row.getString(4)),
                    row.getLong(5),
                    row.getString(6),
                    row.getTimestamp(7).toInstant()));
          }
        }
        return found;
      }
    });
  }
}
