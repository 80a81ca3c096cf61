package seedbed.plan;

import jakarta.inject.Singleton;
import seedbed.obligation.Asked;
import seedbed.obligation.Dated;
import seedbed.obligation.Sql;

/// Writing a plan and answering it, each step by its own day. Taking a plan back undoes that it was
/// handed in.
@Singleton
final class PlanStepOwed implements Dated {

  private static final String OPEN =
      """
      SELECT c.id AS company_id, p.id AS subject_id,
             CONVERT(CONCAT(v.ordinal, '-', v.stage, '-', v.since) USING utf8mb4) AS period,
             CASE v.stage
               WHEN 'DRAFT' THEN '编制培育发展方案'
               WHEN 'TOWNSHIP' THEN '审核培育发展方案'
               ELSE '审定培育发展方案'
             END AS title,
             CONCAT('/plans/', p.id) AS path,
             CASE v.stage
               WHEN 'DRAFT' THEN 'COMPANY'
               WHEN 'TOWNSHIP' THEN 'TOWNSHIP'
               ELSE 'OFFICE'
             END AS owner,
             NULL AS unit, v.since AS opened_on, v.due_on,
             CAST(NULL AS DATE) AS done_on
      FROM plan_version v
      JOIN plan p ON p.id = v.plan_id
      JOIN company c ON c.id = p.company_id
      WHERE v.pending = 1
        AND \
      """;

  private static final String DONE =
      """
      SELECT c.id, p.id, CONCAT('step-', s.id),
             CASE s.move
               WHEN 'SUBMIT' THEN '编制培育发展方案'
               WHEN 'FORWARD' THEN '审核培育发展方案'
               WHEN 'APPROVE' THEN '审定培育发展方案'
               ELSE CASE WHEN f.id IS NULL THEN '审核培育发展方案' ELSE '审定培育发展方案' END
             END,
             CONCAT('/plans/', p.id),
             CASE s.move
               WHEN 'SUBMIT' THEN 'COMPANY'
               WHEN 'FORWARD' THEN 'TOWNSHIP'
               WHEN 'APPROVE' THEN 'OFFICE'
               ELSE CASE WHEN f.id IS NULL THEN 'TOWNSHIP' ELSE 'OFFICE' END
             END,
             NULL, s.due_on, s.due_on, s.done_on
      FROM plan_step s
      JOIN plan_version v ON v.id = s.version_id
      JOIN plan p ON p.id = v.plan_id
      JOIN company c ON c.id = p.company_id
      LEFT JOIN plan_step f ON f.version_id = s.version_id
                           AND f.move = 'FORWARD'
                           AND f.id < s.id
      WHERE s.move NOT IN ('WITHDRAW', 'ABANDON')
        AND NOT EXISTS (SELECT 1
                        FROM plan_step w
                        WHERE w.version_id = s.version_id
                          AND w.move = 'WITHDRAW'
                          AND w.id > s.id)
        AND \
      """;

  @Override
  public String code() {
    return "plan-step";
  }

  @Override
  public String label() {
    return "方案编制和审批";
  }

  @Override
  public Sql rows(Asked asked) {
    Sql open = Sql.of(OPEN).and(asked.due("v.due_on")).and(" AND ").and(asked.among().condition());
    return asked.open()
        ? open
        : open.and("\nUNION ALL\n")
            .and(DONE)
            .and(asked.due("s.due_on"))
            .and(" AND ")
            .and(asked.among().condition());
  }
}
