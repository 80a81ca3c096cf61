package seedbed.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Cuts the trail into pieces at links that are there, whatever their numbers have been made.
final class Borders {

  private Borders() {}

  /// @param reached the number of the last link
  /// @param size links of a piece
  static List<Piece.Range> read(Connection connection, long reached, long size)
      throws SQLException {
    List<Piece.Range> ranges = new ArrayList<>();
    long after = 0;
    long afterEntry = Long.MIN_VALUE;
    String hash = Head.NONE.hash();
    try (PreparedStatement select =
        connection.prepareStatement(
            """
            SELECT seq, entry_id, hash
            FROM trail_link
            WHERE seq >= ?
              AND seq < ?
            ORDER BY seq
            LIMIT 1
            """)) {
      select.setLong(2, reached);
      while (reached - after > size) {
        select.setLong(1, after + size);
        try (ResultSet row = select.executeQuery()) {
          if (!row.next()) {
            break;
          }
          // An entry linked late has a smaller number than those before it.
          long entry = Math.max(afterEntry, row.getLong(2));
          ranges.add(new Piece.Range(after, row.getLong(1), hash, afterEntry, entry));
          after = row.getLong(1);
          afterEntry = entry;
          hash = HexFormat.of().formatHex(row.getBytes(3));
        }
      }
    }
    ranges.add(new Piece.Range(after, reached, hash, afterEntry, Long.MAX_VALUE));
    return ranges;
  }
}
