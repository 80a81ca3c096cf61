package seedbed.visit;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
import seedbed.evidence.content.FileFormat;
import seedbed.evidence.content.FileRefused;
import seedbed.evidence.content.Stripping;
import seedbed.web.Refusal;

/// Photos of visits: without what cameras write beside the picture, examined and scanned like every
/// upload. Only added to.
@Singleton
class Photos implements ContentUse {

  static final int MOST = 12;

  private static final String COLUMNS = "number, file_name, format, bytes, hash";

  private final TransactionOperations<Connection> transactions;
  private final Receiving receiving;

  Photos(TransactionOperations<Connection> transactions, Receiving receiving) {
    this.transactions = transactions;
    this.receiving = receiving;
  }

  /// As somebody sent it.
  record Sent(String fileName, InputStream bytes) {}

  record Photo(int number, String fileName, FileFormat format, long bytes, String hash) {}

  /// Takes photos in; they belong to nothing until they are written down.
  ///
  /// @throws Refusal.Invalid about the field `file`, and none is kept for good then
  List<Receiving.Received> receive(List<Sent> sent) {
    return sent.stream().map(this::receive).toList();
  }

  private Receiving.Received receive(Sent sent) {
    byte[] stripped;
    // Forms are bounded, and so is what is in memory.
    try (InputStream bytes = sent.bytes()) {
      stripped = Stripping.of(bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (FileRefused refused) {
      throw new Refusal.Invalid("file", "“" + sent.fileName() + "”：" + refused.sentence());
    }
    Receiving.Received received =
        receiving.receive(sent.fileName(), new ByteArrayInputStream(stripped));
    if (!received.format().picture()) {
      throw new Refusal.Invalid("file", "“" + sent.fileName() + "”不是照片，没有受理；走访照片只收 JPG、PNG。");
    }
    if (!received.cleared()) {
      throw new Refusal.Invalid("file", "查毒服务暂时没有应答，照片没有受理；请先不带照片保存，一天内再来补传。");
    }
    return received;
  }

  /// Within the transaction that holds the visit.
  void add(Connection connection, long visit, List<Receiving.Received> received, Instant now)
      throws SQLException {
    int number = count(connection, visit);
    if (number + received.size() > MOST) {
      throw new Refusal.Invalid("file", "一次走访最多 " + MOST + " 张照片，已有 " + number + " 张。");
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO visit_photo (visit_id, number, file_name, format, bytes, hash, added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)) {
      for (Receiving.Received photo : received) {
        insert.setLong(1, visit);
        insert.setInt(2, ++number);
        insert.setString(3, photo.name());
        insert.setString(4, photo.format().name());
        insert.setLong(5, photo.bytes());
        insert.setString(6, photo.hash());
        insert.setTimestamp(7, Timestamp.from(now));
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static int count(Connection connection, long visit) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT COALESCE(MAX(number), 0) FROM visit_photo WHERE visit_id = ?")) {
      select.setLong(1, visit);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  List<Photo> of(long visit) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
          status
              .getConnection()
              .prepareStatement(
                  "SELECT " + COLUMNS + " FROM visit_photo WHERE visit_id = ? ORDER BY number")) {
        select.setLong(1, visit);
        List<Photo> photos = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            photos.add(
                new Photo(
                    row.getInt("number"),
                    row.getString("file_name"),
                    FileFormat.valueOf(row.getString("format")),
                    row.getLong("bytes"),
                    row.getString("hash")));
          }
        }
        return photos;
      }
    });
  }

  Optional<Photo> find(long visit, int number) {
    return of(visit).stream().filter(photo -> photo.number() == number).findFirst();
  }

  @Override
  public boolean refersTo(String hash) {
    return transactions.executeRead(status -> {
      try (PreparedStatement select =
          status
              .getConnection()
              .prepareStatement("SELECT 1 FROM visit_photo WHERE hash = ? LIMIT 1")) {
        select.setString(1, hash);
        try (ResultSet row = select.executeQuery()) {
          return row.next();
        }
      }
    });
  }
}
