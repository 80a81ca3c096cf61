package seedbed.evidence;

import jakarta.inject.Singleton;
import seedbed.obligation.Asked;
import seedbed.obligation.Dated;
import seedbed.obligation.Sql;

/// Papers that end are replaced by newer ones until then.
@Singleton
final class EvidenceOwed implements Dated {

  private static final String ROWS =
      """
      SELECT c.id AS company_id, e.id AS subject_id, CONCAT('version-', v.number) AS period,
             CONCAT('更新到期的佐证：', e.name) AS title,
             CONCAT('/companies/', c.id, '/evidence') AS path, 'COMPANY' AS owner,
             NULL AS unit, DATE(v.uploaded_at) AS opened_on,
             v.expires_on AS due_on, DATE(n.uploaded_at) AS done_on
      FROM evidence e
      JOIN evidence_version v ON v.evidence_id = e.id
      LEFT JOIN evidence_version n ON n.evidence_id = e.id
                                  AND n.number = v.number + 1
      JOIN company c ON c.id = e.company_id
      WHERE e.withdrawn_at IS NULL
        AND \
      """;

  @Override
  public String code() {
    return "evidence";
  }

  @Override
  public String label() {
    return "佐证到期";
  }

  @Override
  public Sql rows(Asked asked) {
    return Sql.of(ROWS)
        .and(asked.open() ? "n.number IS NULL AND " : "")
        .and(asked.due("v.expires_on"))
        .and(" AND ")
        .and(asked.among().condition());
  }
}
