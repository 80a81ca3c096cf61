package seedbed.review;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.review.MemberRows.Purpose;
import seedbed.sql.Statements;
import seedbed.verdict.VerdictPanel;

/// The verdicts that rounds keep.
@Singleton
class Verdicts {

  private static final String PANEL =
      """
      SELECT panel
      FROM review_verdict
      WHERE member_id = ?
        AND purpose = ?
      """;

  private static final String BASES =
      """
      SELECT v.purpose, v.title, v.edition, v.overlay, COUNT(*) AS judged
      FROM review_verdict v
      JOIN review_member m ON m.id = v.member_id
      WHERE m.round_id = ?
      GROUP BY v.purpose, v.title, v.edition, v.overlay
      ORDER BY v.purpose DESC, COUNT(*) DESC, v.title, v.edition
      """;

  /// An edition that a round judged by.
  ///
  /// @param judged how many members
  record Basis(
      Purpose purpose, String title, String edition, @Nullable String overlay, long judged) {}

  private final Statements statements;
  private final Frozen frozen;

  Verdicts(Statements statements, Frozen frozen) {
    this.statements = statements;
    this.frozen = frozen;
  }

  Optional<VerdictPanel> of(long member, Purpose purpose) {
    return statements
        .rows(PANEL, List.of(member, purpose.name()), row -> frozen.unpack(row.getBytes(1)))
        .stream()
        .findFirst();
  }

  /// The editions of a round, those that decide about staying first.
  List<Basis> bases(long round) {
    return statements.rows(
        BASES,
        List.of(round),
        row ->
            new Basis(
                Purpose.valueOf(row.getString("purpose")),
                row.getString("title"),
                row.getString("edition"),
                row.getString("overlay"),
                row.getLong("judged")));
  }
}
