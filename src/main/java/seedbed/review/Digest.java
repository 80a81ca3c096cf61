package seedbed.review;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import seedbed.sql.Statements;

/// One hash over everything that a closed round says, and one over everything that a supplement
/// says: whoever changes a row of them changes it. Its own archive number is not in it, since the
/// archive keeps the hash under that number; [Verification] looks into both.
///
/// What is hashed is what the tables say, in words of the database, so that neither a driver nor a
/// time zone can make another hash of the same rows.
@Singleton
class Digest {

  static final int VERSION = 2;

  /// Part by part, each of one round. A change of them is another version.
  static final List<String> PARTS =
      List.of(
          """
          SELECT 'round', CAST(r.id AS CHAR), r.title, r.region_code, CAST(r.about_year AS CHAR),
                 CAST(r.as_of AS CHAR), DATE_FORMAT(r.known_at, '%Y-%m-%d %H:%i:%s.%f'),
                 CAST(r.opinions_due AS CHAR), CAST(r.decisions_due AS CHAR),
                 CAST(r.last_round AS CHAR), CAST(r.members AS CHAR), CAST(r.opened_on AS CHAR),
                 r.opened_by, r.opened_as, CAST(r.effective_on AS CHAR), r.document,
                 DATE_FORMAT(r.closed_at, '%Y-%m-%d %H:%i:%s.%f'), r.closed_by, r.closed_as
          FROM review_round r
          WHERE r.id = ?
          """,
          """
          SELECT 'label', l.kind, l.code, l.label, l.short_label
          FROM review_label l
          WHERE l.round_id = ?
          ORDER BY l.kind, l.code
          """,
          """
          SELECT 'verdict', CAST(v.member_id AS CHAR), v.purpose, v.title, v.edition, v.overlay,
                 v.number, v.truth, SHA2(v.panel, 256)
          FROM review_verdict v
          JOIN review_member m ON m.id = v.member_id
          WHERE m.round_id = ?
          ORDER BY v.member_id, v.purpose
          """,
          """
          SELECT 'entry', CAST(e.id AS CHAR), CAST(e.member_id AS CHAR), e.kind, e.says, e.detail,
                 e.note, DATE_FORMAT(e.done_at, '%Y-%m-%d %H:%i:%s.%f'), e.done_by, e.done_as
          FROM review_entry e
          JOIN review_member m ON m.id = e.member_id
          WHERE m.round_id = ?
          ORDER BY e.id
          """);

  /// The members, each with its result, who are told one by one.
  static final String MEMBERS =
      """
      SELECT 'member', CAST(m.id AS CHAR), CAST(m.company_id AS CHAR), m.name, m.credit_code,
             m.region_code, m.region_name, CAST(m.demo AS CHAR), CAST(m.holding_id AS CHAR),
             CAST(m.held_from AS CHAR), m.stay, m.stay_words, m.next_title, m.next_truth,
             m.next_words, m.carried, m.last_stay, m.last_opinion, m.last_note, m.last_ruling,
             u.opinion, u.opinion_note, CAST(u.confirmed AS CHAR), u.opinion_by,
             CAST(u.opinion_on AS CHAR), u.decision, u.upward, CAST(u.rectify_until AS CHAR),
             u.reason, u.decided_by, CAST(u.decided_on AS CHAR)
      FROM review_member m
      LEFT JOIN review_ruling u ON u.member_id = m.id
      WHERE m.round_id = ?
      ORDER BY m.id
      """;

  private final Statements statements;
  private final FormerDigest former;

  Digest(Statements statements, FormerDigest former) {
    this.statements = statements;
    this.former = former;
  }

  /// What the tables say now, in the way that the round was closed with.
  String again(Round round) {
    Integer version = round.digestVersion();
    return version != null && version == FormerDigest.VERSION
        ? former.of(round, _ -> {})
        : of(round.id(), _ -> {});
  }

  /// SHA-256 in hexadecimal digits.
  ///
  /// @param reached told how many members are read
  String of(long round, IntConsumer reached) {
    var dictation = new Dictation();
    int[] count = {0};
    for (String part : PARTS) {
      statements.each(part, List.of(round), row -> dictation.line(fields(row)));
    }
    statements.each(
        MEMBERS,
        List.of(round),
        row -> {
          dictation.line(fields(row));
          reached.accept(++count[0]);
        });
    return dictation.digest();
  }

  static List<@Nullable String> fields(ResultSet row) throws SQLException {
    List<@Nullable String> fields = new ArrayList<>();
    int columns = row.getMetaData().getColumnCount();
    for (int column = 1; column <= columns; column++) {
      fields.add(row.getString(column));
    }
    return fields;
  }

  /// Of a supplement, together with what the round was closed with.
  ///
  /// @param lines in any order
  static String of(
      @Nullable String roundDigest, Supplement supplement, List<Supplement.Line> lines) {
    var dictation = new Dictation();
    dictation.line(
        fields(
            "supplement",
            roundDigest,
            supplement.kind(),
            supplement.document(),
            supplement.effectiveOn(),
            supplement.reason(),
            supplement.issuedAt(),
            supplement.issuedBy(),
            supplement.issuedAs()));
    lines.stream()
        .sorted(Comparator.comparingLong(Supplement.Line::memberId))
        .forEach(line ->
            dictation.line(
                fields(
                    line.memberId(),
                    line.was(),
                    line.decision(),
                    line.upward(),
                    line.upwardLabel(),
                    line.rectifyUntil(),
                    line.reason(),
                    line.truth(),
                    line.verdictNumber())));
    return dictation.digest();
  }

  private static List<@Nullable String> fields(@Nullable Object... values) {
    List<@Nullable String> fields = new ArrayList<>();
    for (Object value : values) {
      fields.add(value == null ? null : value.toString());
    }
    return fields;
  }
}
