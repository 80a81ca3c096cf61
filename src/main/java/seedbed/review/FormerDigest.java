package seedbed.review;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntConsumer;
import seedbed.sql.Statements;

/// How digests were taken at first, of the results of members alone. Rounds that were closed with
/// it are verified by it; it must never change.
@Singleton
class FormerDigest {

  static final int VERSION = 1;

  private static final char FIELD = '\u001f';
  private static final char LINE = '\n';

  private static final String EVERYTHING =
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

  private final Statements statements;

  FormerDigest(Statements statements) {
    this.statements = statements;
  }

  /// @param reached told how many members are read
  String of(Round round, IntConsumer reached) {
    MessageDigest hash = Dictation.sha256();
    int[] count = {0};
    hash.update(bytes(head(round)));
    statements.each(
        EVERYTHING,
        List.of(round.id()),
        row -> {
          hash.update(bytes(line(row)));
          reached.accept(++count[0]);
        });
    return HexFormat.of().formatHex(hash.digest());
  }

  private static String head(Round round) {
    return String.join(
            "" + FIELD,
            round.title(),
            round.regionCode(),
            "" + round.aboutYear(),
            "" + round.asOf(),
            "" + round.knownAt())
        + LINE;
  }

  private static String line(ResultSet row) throws SQLException {
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
}
