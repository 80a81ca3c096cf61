package seedbed.audit;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/// Links entries into the chain. Whoever links holds the row of the head, so that nodes take turns
/// and none links what another has linked.
@Singleton
class Linking {

  static final int BATCH = 2_000;

  private final TrailKeys keys;

  Linking(TrailKeys keys) {
    this.keys = keys;
  }

  /// What was linked.
  ///
  /// @param head the chain's new head
  /// @param count how many entries, at most [#BATCH]
  /// @param reached the number of the last one
  record Linked(Head head, int count, long reached) {

    boolean more() {
      return count == BATCH;
    }
  }

  /// Whether an entry after a number waits for its link.
  static boolean waiting(Connection connection, long after) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT e.id
            FROM trail_entry e
            LEFT JOIN trail_link l ON l.entry_id = e.id
            WHERE e.id > ?
              AND l.seq IS NULL
            LIMIT 1
            """)) {
      select.setLong(1, after);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /// Links what waits after a number, within the caller's transaction, which must not have read
  /// anything before: only then it sees what the holder of the head before it has linked.
  Linked link(Connection connection, long after) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      Head head;
      long newest;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT seq, hash, entry_id FROM trail_head WHERE id = 1 FOR UPDATE")) {
        if (!row.next()) {
          throw new IllegalStateException("The head of the trail is gone");
        }
        head = new Head(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)));
        newest = row.getLong(3);
      }
      var tail = new Tail(head, newest);
      try (ResultSet rows = statement.executeQuery(waitingEntries(after));
          PreparedStatement links =
              connection.prepareStatement(
                  "INSERT INTO trail_link (seq, entry_id, sound, hash) VALUES (?, ?, ?, ?)")) {
        while (rows.next()) {
          tail.add(new Content(rows.getBytes(1)), links);
        }
        links.executeBatch();
      }
      if (tail.count > 0) {
        move(connection, tail);
      }
      return new Linked(tail.head(), tail.count, tail.reached);
    }
  }

  private static String waitingEntries(long after) {
    return """
    SELECT %s
    FROM trail_entry e
    LEFT JOIN trail_link l ON l.entry_id = e.id
    WHERE e.id > %d
      AND l.seq IS NULL
    ORDER BY e.id
    LIMIT %d
    """
        .formatted(Content.SQL, after, BATCH);
  }

  private static void move(Connection connection, Tail tail) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE trail_head SET seq = ?, entry_id = ?, hash = ? WHERE id = 1")) {
      update.setLong(1, tail.seq);
      update.setLong(2, tail.newest);
      update.setBytes(3, tail.hash);
      update.executeUpdate();
    }
  }

  /// The growing end of the chain.
  private final class Tail {
    private final Mac entries = keys.ofEntries();
    private final Mac chain = keys.ofChain();
    private long seq;
    private long newest;
    private long reached;
    private byte[] hash;
    private int count;

    Tail(Head head, long newest) {
      seq = head.seq();
      hash = HexFormat.of().parseHex(head.hash());
      this.newest = newest;
    }

    Head head() {
      return new Head(seq, HexFormat.of().formatHex(hash));
    }

    // An entry that nobody with the key wrote is linked as such: it cannot be taken away again.
    void add(Content entry, PreparedStatement links) throws SQLException {
      boolean sound = entry.sound(entries);
      seq++;
      count++;
      hash = entry.link(chain, hash, seq, sound);
      reached = entry.id();
      newest = Math.max(newest, reached);
      links.setLong(1, seq);
      links.setLong(2, reached);
      links.setBoolean(3, sound);
      links.setBytes(4, hash);
      links.addBatch();
    }
  }

  /// The head as the database says it.
  static Head head(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT seq, hash FROM trail_head WHERE id = 1")) {
      return row.next()
          ? new Head(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)))
          : Head.NONE;
    }
  }

  /// The largest number of an entry that is linked.
  static long newest(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT entry_id FROM trail_head WHERE id = 1")) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  /// The hash of one link, where there is one.
  static @Nullable String hashAt(Connection connection, long seq) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT hash FROM trail_link WHERE seq = ?")) {
      select.setLong(1, seq);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? HexFormat.of().formatHex(row.getBytes(1)) : null;
      }
    }
  }
}
