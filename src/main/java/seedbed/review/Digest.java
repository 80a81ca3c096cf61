package seedbed.review;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntConsumer;

/// One hash over everything that a round says of its members: whoever changes a row of a closed
/// round changes it.
@Singleton
class Digest {

  private static final char FIELD = '\u001f';
  private static final char LINE = '\n';

  static final String EVERYTHING =
      """
      SELECT m.company_id, m.name, m.credit_code, m.region_code, m.region_name, m.demo,
             m.holding_id, m.held_from, m.stay, m.stay_words, m.next_title, m.next_truth,
             m.next_words, m.carried, m.last_stay, m.last_opinion, m.last_note, m.last_ruling,
             u.opinion, u.opinion_note, u.confirmed, u.opinion_by, u.opinion_on, u.decision, u.upward,
             u.rectify_until, u.reason, u.decided_by, u.decided_on,
             s.edition, s.overlay, s.number, SHA2(s.panel, 256),
             n.edition, n.overlay, n.number, SHA2(n.panel, 256)
      FROM review_member m
      JOIN review_ruling u ON u.member_id = m.id
      LEFT JOIN review_verdict s ON s.member_id = m.id AND s.purpose = 'STAY'
      LEFT JOIN review_verdict n ON n.member_id = m.id AND n.purpose = 'NEXT'
      WHERE m.round_id = ?
      ORDER BY m.id
      """;

  private static final int FIELDS = 37;

  private final Reading reading;

  Digest(Reading reading) {
    this.reading = reading;
  }

  /// SHA-256 in hexadecimal digits.
  ///
  /// @param reached told how many members are read
  String of(Round round, IntConsumer reached) {
    MessageDigest hash = sha256();
    int[] count = {0};
    hash.update(
        bytes(
            head(
                round.title(),
                round.regionCode(),
                round.aboutYear(),
                round.asOf(),
                round.knownAt())));
    reading.each(
        EVERYTHING,
        List.of(round.id()),
        Digest::line,
        line -> {
          hash.update(bytes(line));
          reached.accept(++count[0]);
        });
    return HexFormat.of().formatHex(hash.digest());
  }

  static String of(String text) {
    return HexFormat.of().formatHex(sha256().digest(bytes(text)));
  }

  static String head(String title, String region, int aboutYear, LocalDate asOf, Instant knownAt) {
    return String.join("" + FIELD, title, region, "" + aboutYear, "" + asOf, "" + knownAt) + LINE;
  }

  static String line(ResultSet row) throws SQLException {
    var line = new StringBuilder();
    for (int field = 1; field <= FIELDS; field++) {
      String value = row.getString(field);
      line.append(value == null ? "" : value).append(FIELD);
    }
    return line.append(LINE).toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
