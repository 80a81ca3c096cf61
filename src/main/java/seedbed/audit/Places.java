package seedbed.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/// The places that entries may name; read before them, then only asked.
final class Places {

  private final Set<ByteBuffer> known = new HashSet<>();

  static Places read(Connection connection, Erased erased, Findings findings) throws SQLException {
    var places = new Places();
    MessageDigest sha = Digests.sha256();
    try (var statement = Streams.statement(connection);
        ResultSet row = statement.executeQuery("SELECT digest, sealed FROM trail_place")) {
      while (row.next()) {
        findings.row();
        byte[] digest = row.getBytes(1);
        byte[] sealed = row.getBytes(2);
        places.known.add(ByteBuffer.wrap(digest));
        Long erasure = erased.erasureOfPlace(digest, sealed);
        if (erasure != null) {
          findings.erased(erasure);
        } else if (!Arrays.equals(digest, sha.digest(sealed))) {
          findings.problem("一处来源地址被改动（摘要 " + HexFormat.of().formatHex(digest, 0, 8) + "）。");
        }
      }
    }
    return places;
  }

  static String missing(long entry) {
    return "记录 %d 的来源地址缺失。".formatted(entry);
  }

  /// Asks once more for the places of entries that came in after the places were read.
  void askAgain(Connection connection, Collection<Content> entries, Findings findings)
      throws SQLException {
    MessageDigest sha = Digests.sha256();
    try (PreparedStatement select =
        connection.prepareStatement("SELECT sealed FROM trail_place WHERE digest = ?")) {
      for (Content entry : entries) {
        ByteBuffer place = Objects.requireNonNull(entry.place());
        if (!holds(place)) {
          byte[] digest = new byte[place.remaining()];
          place.duplicate().get(digest);
          select.setBytes(1, digest);
          try (ResultSet row = select.executeQuery()) {
            if (row.next() && Arrays.equals(digest, sha.digest(row.getBytes(1)))) {
              known.add(place);
            } else {
              findings.problem(missing(entry.id()));
            }
          }
        }
      }
    }
  }

  boolean holds(ByteBuffer digest) {
    return known.contains(digest);
  }
}
