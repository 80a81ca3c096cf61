package seedbed.review;

import jakarta.inject.Singleton;
import seedbed.obligation.Asked;
import seedbed.obligation.Dated;
import seedbed.obligation.Sql;

/// What a yearly review asks for: the township's opinion, the office's decision, and that whoever
/// was told to put something right has done so when it is looked at again.
@Singleton
final class ReviewOwed implements Dated {

  // What is left open by a round that is over can no longer be done.
  private static final String OPINIONS =
      """
      SELECT c.id AS company_id, m.id AS subject_id, 'opinion' AS period,
             CONCAT('提出 ', r.about_year, ' 年动态管理意见') AS title,
             CONCAT('/review-members/', m.id) AS path, 'TOWNSHIP' AS owner,
             NULL AS unit, r.opened_on AS opened_on, r.opinions_due AS due_on,
             u.opinion_on AS done_on
      FROM review_member m
      JOIN review_round r ON r.id = m.round_id
      JOIN review_ruling u ON u.member_id = m.id
      JOIN company c ON c.id = m.company_id
      WHERE ((r.stage = 'OPEN' AND u.decision IS NULL)
             OR (r.stage IN ('OPEN', 'CLOSED') AND u.opinion_on IS NOT NULL))
        AND \
      """;

  private static final String DECISIONS =
      """
      SELECT c.id, m.id, 'decision', CONCAT('作出 ', r.about_year, ' 年动态管理决定'),
             CONCAT('/review-members/', m.id), 'OFFICE', NULL, r.opened_on,
             r.decisions_due, u.decided_on
      FROM review_member m
      JOIN review_round r ON r.id = m.round_id
      JOIN review_ruling u ON u.member_id = m.id
      JOIN company c ON c.id = m.company_id
      WHERE r.stage IN ('OPEN', 'CLOSED')
        AND \
      """;

  private static final String RECTIFYING =
      """
      SELECT c.id, m.id, 'rectify', CONCAT('完成 ', r.about_year, ' 年动态管理要求的整改'),
             CONCAT('/review-members/', m.id), 'COMPANY', NULL, r.effective_on,
             u.rectify_until, k.done_on
      FROM review_member m
      JOIN review_round r ON r.id = m.round_id
      JOIN review_ruling u ON u.member_id = m.id
      JOIN company c ON c.id = m.company_id
      LEFT JOIN (SELECT l.member_id, MIN(DATE(s.issued_at)) AS done_on
                 FROM review_supplement_line l
                 JOIN review_supplement s ON s.id = l.supplement_id
                 GROUP BY l.member_id) k ON k.member_id = m.id
      WHERE r.stage = 'CLOSED'
        AND u.decision = 'RECTIFY'
        AND \
      """;

  @Override
  public String code() {
    return "review";
  }

  @Override
  public String label() {
    return "动态管理";
  }

  @Override
  public Sql rows(Asked asked) {
    return piece(OPINIONS, "r.opinions_due", "u.opinion_on", asked)
        .and("\nUNION ALL\n")
        .and(piece(DECISIONS, "r.decisions_due", "u.decided_on", asked))
        .and("\nUNION ALL\n")
        .and(piece(RECTIFYING, "u.rectify_until", "k.done_on", asked));
  }

  private static Sql piece(String text, String due, String done, Asked asked) {
    return Sql.of(text)
        .and(asked.open() ? done + " IS NULL AND " : "")
        .and(asked.due(due))
        .and(" AND ")
        .and(asked.among().condition());
  }
}
