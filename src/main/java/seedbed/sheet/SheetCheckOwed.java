package seedbed.sheet;

import jakarta.inject.Singleton;
import seedbed.obligation.Asked;
import seedbed.obligation.Dated;
import seedbed.obligation.Sql;

/// What follows a yearly sheet that was handed in: the township checks it, the company mends it,
/// and whoever asked for a correction gets an answer.
@Singleton
final class SheetCheckOwed implements Dated {

  private static final String OPEN =
      """
      SELECT c.id AS company_id, s.id AS subject_id, CONVERT(CONCAT(s.round, '-', s.stage) USING utf8mb4) AS period,
             CONCAT(CASE s.stage WHEN 'TOWNSHIP' THEN '核对' ELSE '修改退回的' END,
                    ' ', s.about_year, ' 年度填报表') AS title,
             CONCAT('/sheets/', s.id) AS path,
             CASE s.stage WHEN 'TOWNSHIP' THEN 'TOWNSHIP' ELSE 'COMPANY' END AS owner,
             NULL AS unit, s.since AS opened_on, s.due_on,
             CAST(NULL AS DATE) AS done_on
      FROM sheet s
      JOIN company c ON c.id = s.company_id
      WHERE s.stage IN ('TOWNSHIP', 'RETURNED')
        AND \
      """;

  private static final String DONE =
      """
      SELECT c.id, s.id, CONCAT('step-', t.id),
             CONCAT(CASE t.move WHEN 'SUBMIT' THEN '修改退回的' ELSE '核对' END,
                    ' ', s.about_year, ' 年度填报表'),
             CONCAT('/sheets/', s.id),
             CASE t.move WHEN 'SUBMIT' THEN 'COMPANY' ELSE 'TOWNSHIP' END,
             NULL, t.due_on, t.due_on, t.done_on
      FROM sheet_step t
      JOIN sheet s ON s.id = t.sheet_id
      JOIN company c ON c.id = s.company_id
      WHERE (t.move IN ('CONFIRM', 'RETURN')
             OR (t.move = 'SUBMIT'
                 AND (SELECT b.stage
                      FROM sheet_step b
                      WHERE b.sheet_id = t.sheet_id
                        AND b.id < t.id
                      ORDER BY b.id DESC
                      LIMIT 1) = 'RETURNED'))
        AND \
      """;

  private static final String CORRECTIONS =
      """
      SELECT c.id, k.id, 'correction', CONCAT('答复 ', s.about_year, ' 年度填报表的更正申请'),
             CONCAT('/sheets/', s.id), 'TOWNSHIP', NULL, k.asked_on, k.due_on,
             k.answered_on
      FROM sheet_correction k
      JOIN sheet s ON s.id = k.sheet_id
      JOIN company c ON c.id = s.company_id
      WHERE \
      """;

  @Override
  public String code() {
    return "sheet-check";
  }

  @Override
  public String label() {
    return "填报表核对和更正";
  }

  @Override
  public Sql rows(Asked asked) {
    Sql sql = Sql.of(OPEN).and(asked.due("s.due_on")).and(" AND ").and(asked.among().condition());
    if (!asked.open()) {
      sql =
          sql.and("\nUNION ALL\n")
              .and(DONE)
              .and(asked.due("t.due_on"))
              .and(" AND ")
              .and(asked.among().condition());
    }
    return sql.and("\nUNION ALL\n")
        .and(CORRECTIONS)
        .and(asked.open() ? "k.open_mark = 1 AND " : "")
        .and(asked.due("k.due_on"))
        .and(" AND ")
        .and(asked.among().condition());
  }
}
