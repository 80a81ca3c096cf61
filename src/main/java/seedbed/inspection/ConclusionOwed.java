package seedbed.inspection;

import jakarta.inject.Singleton;
import seedbed.obligation.Asked;
import seedbed.obligation.Dated;
import seedbed.obligation.Sql;

/// What an inspection came to is told to the linked leader by the day after it ended. Until it has
/// ended, the day that was planned counts, or the one it was moved to.
@Singleton
final class ConclusionOwed implements Dated {

  private static final String ROWS =
      """
      SELECT c.id AS company_id, i.id AS subject_id, 'conclusion' AS period,
             CONCAT('报送检查结论：', f.item) AS title,
             CONCAT('/inspections/', i.id) AS path, 'INSPECTOR' AS owner, i.unit,
             COALESCE(k.ended_on, m.moved_to, f.ends_on) AS opened_on,
             COALESCE(k.due_on, m.due_on, f.due_on) AS due_on, k.concluded_on AS done_on
      FROM inspection_filing f
      LEFT JOIN inspection_addition m ON m.id = (SELECT MAX(d.id)
                                                 FROM inspection_addition d
                                                 WHERE d.inspection_id = f.inspection_id
                                                   AND d.moved_to IS NOT NULL)
      JOIN inspection i ON i.id = f.inspection_id
      JOIN company c ON c.id = i.company_id
      LEFT JOIN inspection_conclusion k ON k.inspection_id = f.inspection_id
      WHERE \
      """;

  @Override
  public String code() {
    return "inspection";
  }

  @Override
  public String label() {
    return "检查结论次日报送";
  }

  @Override
  public Sql rows(Asked asked) {
    return Sql.of(ROWS)
        .and(asked.open() ? "k.inspection_id IS NULL AND " : "")
        .and(asked.due("COALESCE(k.due_on, m.due_on, f.due_on)"))
        .and(" AND ")
        .and(asked.among().condition());
  }
}
