package seedbed.sheet;

import jakarta.inject.Singleton;
import java.util.Set;
import seedbed.criteria.ReminderPlan;
import seedbed.obligation.Period;
import seedbed.obligation.Periodic;
import seedbed.obligation.Sql;

/// Yearly sheets are owed by whoever is in a pool when the year ends.
@Singleton
final class SheetOwed implements Periodic {

  static final String CODE = "sheet";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String label() {
    return "年度填报表";
  }

  // There is one sheet a year, with the figures of that year.
  @Override
  public Set<ReminderPlan.Period> lengths() {
    return Set.of(ReminderPlan.Period.YEAR);
  }

  @Override
  public String title(Period period) {
    return period.year() + " 年度填报表";
  }

  // As with operating sheets: taking it back undoes it, being sent back does not.
  @Override
  public Sql handedIn(Period period) {
    return Sql.of(
        """
        SELECT MIN(t.done_on)
        FROM sheet s
        JOIN sheet_step t ON t.sheet_id = s.id
        WHERE s.company_id = c.id
          AND s.about_year = ?
          AND s.stage <> 'DRAFT'
          AND t.move = 'SUBMIT'
          AND t.id > COALESCE((SELECT MAX(w.id)
                               FROM sheet_step w
                               WHERE w.sheet_id = s.id
                                 AND w.move = 'WITHDRAW'), 0)
        """,
        period.year());
  }

  @Override
  public Sql path(Period period) {
    return Sql.of(
        """
        SELECT CONCAT('/sheets', COALESCE(CONCAT('/', MAX(s.id)), CONCAT('?year=', ?)))
        FROM sheet s
        WHERE s.company_id = c.id
          AND s.about_year = ?
        """,
        period.year(),
        period.year());
  }
}
