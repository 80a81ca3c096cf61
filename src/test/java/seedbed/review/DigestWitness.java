package seedbed.review;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Takes the digest of a round anew from what its rows say, without the process that took it first.
public final class DigestWitness {

  private DigestWitness() {}

  public static String of(Connection connection, long round) throws SQLException {
    var dictation = new Dictation();
    for (String part : Digest.PARTS) {
      tell(connection, part, round, dictation);
    }
    tell(connection, Digest.MEMBERS, round, dictation);
    return dictation.digest();
  }

  private static void tell(Connection connection, String sql, long round, Dictation dictation)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, round);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          dictation.line(Digest.fields(row));
        }
      }
    }
  }
}
