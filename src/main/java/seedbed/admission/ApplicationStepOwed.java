package seedbed.admission;

import jakarta.inject.Singleton;
import seedbed.obligation.Asked;
import seedbed.obligation.Dated;
import seedbed.obligation.Sql;

/// The steps of applications for a pool, each by its own day; departments answer one by one.
@Singleton
final class ApplicationStepOwed implements Dated {

  private static final String OPEN =
      """
      SELECT c.id AS company_id, a.id AS subject_id, CONVERT(CONCAT(a.round, '-', a.stage) USING utf8mb4) AS period,
             CASE a.stage
               WHEN 'TOWNSHIP' THEN '初审入库申请'
               WHEN 'OFFICE' THEN '审定入库申请'
               WHEN 'NOTICE' THEN '公示期满办理入库'
               ELSE '修改退回的入库申请'
             END AS title,
             CONCAT('/applications/', a.id) AS path,
             CASE a.stage
               WHEN 'TOWNSHIP' THEN 'TOWNSHIP'
               WHEN 'RETURNED' THEN 'COMPANY'
               ELSE 'OFFICE'
             END AS owner,
             NULL AS unit, a.since AS opened_on, a.due_on,
             CAST(NULL AS DATE) AS done_on
      FROM application a
      JOIN company c ON c.id = a.company_id
      WHERE a.stage IN ('TOWNSHIP', 'OFFICE', 'NOTICE', 'RETURNED')
        AND \
      """;

  private static final String DONE =
      """
      SELECT c.id, a.id, CONCAT('step-', s.id),
             CASE s.was
               WHEN 'TOWNSHIP' THEN '初审入库申请'
               WHEN 'OFFICE' THEN '审定入库申请'
               WHEN 'NOTICE' THEN '公示期满办理入库'
               ELSE '修改退回的入库申请'
             END,
             CONCAT('/applications/', a.id),
             CASE s.was
               WHEN 'TOWNSHIP' THEN 'TOWNSHIP'
               WHEN 'RETURNED' THEN 'COMPANY'
               ELSE 'OFFICE'
             END,
             NULL, s.due_on, s.due_on, s.done_on
      FROM (SELECT t.id, t.application_id, t.move, t.due_on, t.done_on,
                   (SELECT b.stage
                    FROM application_step b
                    WHERE b.application_id = t.application_id
                      AND b.id < t.id
                    ORDER BY b.id DESC
                    LIMIT 1) AS was
            FROM application_step t
            WHERE t.due_on IS NOT NULL) s
      JOIN application a ON a.id = s.application_id
      JOIN company c ON c.id = a.company_id
      WHERE s.move <> 'WITHDRAW'
        AND s.was IN ('TOWNSHIP', 'OFFICE', 'NOTICE', 'RETURNED')
        AND \
      """;

  // The day of the stage is the departments' day. Of a stage that is over, whoever had not answered
  // is no longer asked.
  private static final String DEPARTMENTS =
      """
      SELECT c.id, a.id, CONCAT(k.round, '-', LEFT(SHA2(k.unit, 256), 16)), '核实入库申请',
             CONCAT('/applications/', a.id), 'DEPARTMENT', k.unit,
             COALESCE(s.due_on, a.since), COALESCE(s.due_on, a.due_on), k.answered_on
      FROM application_check k
      JOIN application a ON a.id = k.application_id
      JOIN company c ON c.id = a.company_id
      LEFT JOIN application_step s ON s.application_id = k.application_id
                                  AND s.round = k.round
                                  AND s.move IN ('COLLECT', 'PROCEED')
      WHERE (k.answered_on IS NOT NULL
             OR (a.stage = 'DEPARTMENTS' AND a.round = k.round))
        AND \
      """;

  @Override
  public String code() {
    return "application-step";
  }

  @Override
  public String label() {
    return "入库申请办理";
  }

  @Override
  public Sql rows(Asked asked) {
    Sql sql = Sql.of(OPEN).and(asked.due("a.due_on")).and(" AND ").and(asked.among().condition());
    if (!asked.open()) {
      sql =
          sql.and("\nUNION ALL\n")
              .and(DONE)
              .and(asked.due("s.due_on"))
              .and(" AND ")
              .and(asked.among().condition());
    }
    return sql.and("\nUNION ALL\n")
        .and(DEPARTMENTS)
        .and(asked.open() ? "k.answered_on IS NULL AND " : "")
        .and(asked.due("COALESCE(s.due_on, a.due_on)"))
        .and(" AND ")
        .and(asked.among().condition());
  }
}
