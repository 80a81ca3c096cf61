package seedbed.review;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/// Takes the digest of a round anew from what its rows say, without the process that took it first.
public final class DigestWitness {

  private static final String ROUND =
      """
      SELECT title, region_code, about_year, as_of, known_at
      FROM review_round
      WHERE id = ?
      """;

  private DigestWitness() {}

  /// @param connection in Chinese time, as the pool's are
  public static String of(Connection connection, long round) throws SQLException {
    var text = new StringBuilder();
    try (PreparedStatement select = connection.prepareStatement(ROUND)) {
      select.setLong(1, round);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        text.append(head(row));
      }
    }
    try (PreparedStatement select = connection.prepareStatement(Digest.EVERYTHING)) {
      select.setLong(1, round);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          text.append(Digest.line(row));
        }
      }
    }
    return Digest.of(text.toString());
  }

  private static String head(ResultSet row) throws SQLException {
    return Digest.head(
        row.getString("title"),
        row.getString("region_code"),
        row.getInt("about_year"),
        row.getObject("as_of", LocalDate.class),
        row.getTimestamp("known_at").toInstant());
  }
}
