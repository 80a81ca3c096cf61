package seedbed.request;

import jakarta.inject.Singleton;
import seedbed.criteria.RequestRules;
import seedbed.obligation.Asked;
import seedbed.obligation.Dated;
import seedbed.obligation.Sql;

/// Requests are routed by the office and answered by the unit that promised, by the promised day. A
/// company that says nothing agrees, so it owes nothing.
@Singleton
final class AnswerOwed implements Dated {

  static final String CODE = "request";

  private static final String OPEN =
      """
      SELECT c.id AS company_id, q.id AS subject_id,
             CONVERT(CONCAT(q.reopened, '-', q.stage, '-', q.due_on) USING utf8mb4) AS period,
             CONCAT(CASE q.stage WHEN 'RAISED' THEN '分办诉求：' ELSE '答复诉求：' END, q.subject) AS title,
             CONCAT('/requests/', q.id) AS path,
             CASE WHEN q.stage = 'RAISED' OR q.unit = ? THEN 'OFFICE' ELSE 'DEPARTMENT' END AS owner,
             q.unit, q.since AS opened_on, q.due_on, CAST(NULL AS DATE) AS done_on
      FROM request q
      JOIN company c ON c.id = q.company_id
      WHERE q.stage IN ('RAISED', 'HANDLING')
        AND \
      """;

  // From whom the office takes what is late already, that one was late.
  private static final String DONE =
      """
      SELECT c.id, q.id, CONCAT('step-', e.id),
             CONCAT(CASE b.stage WHEN 'RAISED' THEN '分办诉求：' ELSE '答复诉求：' END, q.subject),
             CONCAT('/requests/', q.id),
             CASE WHEN b.stage = 'RAISED' OR b.unit = ? THEN 'OFFICE' ELSE 'DEPARTMENT' END,
             b.unit, b.done_on, e.was_due_on, e.done_on
      FROM request_entry e
      JOIN request_entry b ON b.id = (SELECT MAX(x.id)
                                      FROM request_entry x
                                      WHERE x.request_id = e.request_id
                                        AND x.id < e.id
                                        AND x.move NOT IN ('SUPPLEMENT', 'ESCALATE'))
      JOIN request q ON q.id = e.request_id
      JOIN company c ON c.id = q.company_id
      WHERE (e.move = 'ANSWER'
             OR (e.move = 'ROUTE'
                 AND (b.stage = 'RAISED' OR e.done_on > e.was_due_on)))
        AND \
      """;

  private final RequestRules rules;

  AnswerOwed(RequestRules rules) {
    this.rules = rules;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String label() {
    return "诉求分办和答复";
  }

  @Override
  public Sql rows(Asked asked) {
    Sql open =
        Sql.of(OPEN, rules.officeUnit())
            .and(asked.due("q.due_on"))
            .and(" AND ")
            .and(asked.among().condition());
    return asked.open()
        ? open
        : open.and("\nUNION ALL\n")
            .and(DONE, rules.officeUnit())
            .and(asked.due("e.was_due_on"))
            .and(" AND ")
            .and(asked.among().condition());
  }
}
