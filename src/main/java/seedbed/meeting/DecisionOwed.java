package seedbed.meeting;

import jakarta.inject.Singleton;
import seedbed.obligation.Asked;
import seedbed.obligation.Regional;
import seedbed.obligation.Sql;

/// What a meeting decided is owed by its owner until the office closes it; telling of progress does
/// not end it.
@Singleton
final class DecisionOwed implements Regional {

  private static final String ROWS =
      """
      SELECT p.code AS region_code, d.id AS subject_id,
             CONCAT('reopened-', (SELECT COUNT(*)
                                  FROM decision_step x
                                  WHERE x.decision_id = d.id
                                    AND x.move = 'REOPEN')) AS period,
             CONCAT('议定事项：', CASE WHEN CHAR_LENGTH(d.words) > 80
                                   THEN CONCAT(LEFT(d.words, 79), '…')
                                   ELSE d.words END) AS title,
             CONCAT('/decisions/', d.id) AS path,
             CASE d.owner_kind
               WHEN 'TOWN' THEN 'TOWNSHIP'
               WHEN 'UNIT' THEN 'DEPARTMENT'
               ELSE 'OFFICE'
             END AS owner,
             CASE d.owner_kind WHEN 'UNIT' THEN d.owner END AS unit,
             m.held_on AS opened_on, d.due_on,
             CASE d.state
               WHEN 'CLOSED' THEN (SELECT MAX(s.done_on)
                                   FROM decision_step s
                                   WHERE s.decision_id = d.id
                                     AND s.move = 'CLOSE')
             END AS done_on
      FROM decision d
      JOIN meeting m ON m.id = d.meeting_id
      JOIN region p ON p.code = CASE d.owner_kind WHEN 'TOWN' THEN d.owner ELSE d.region_code END
      WHERE d.state \
      """;

  @Override
  public String code() {
    return "decision";
  }

  @Override
  public String label() {
    return "会议议定事项";
  }

  @Override
  public Sql rows(Asked asked) {
    return Sql.of(ROWS)
        .and(asked.open() ? "= 'OPEN'" : "IN ('OPEN', 'CLOSED')")
        .and(" AND ")
        .and(asked.due("d.due_on"))
        .and(" AND ")
        .and(asked.place("p.code"));
  }
}
