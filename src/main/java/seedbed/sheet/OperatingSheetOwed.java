package seedbed.sheet;

import jakarta.inject.Singleton;
import seedbed.obligation.Period;
import seedbed.obligation.Periodic;
import seedbed.obligation.Sql;

/// Operating sheets are owed by whoever is in a pool when the period ends.
@Singleton
final class OperatingSheetOwed implements Periodic {

  static final String CODE = "operating-sheet";

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public String label() {
    return "运行情况表";
  }

  // What was taken back was never handed in; what was sent back and handed in again counts by its
  // first time, since the township's demands are not the company's delay.
  @Override
  public Sql handedIn(Period period) {
    return Sql.of(
        """
        SELECT MIN(t.done_on)
        FROM operating_sheet s
        JOIN operating_step t ON t.sheet_id = s.id
        WHERE s.company_id = c.id
          AND s.about_year = ?
          AND s.through_month = ?
          AND s.stage <> 'DRAFT'
          AND t.move = 'SUBMIT'
          AND t.id > COALESCE((SELECT MAX(w.id)
                               FROM operating_step w
                               WHERE w.sheet_id = s.id
                                 AND w.move = 'WITHDRAW'), 0)
        """,
        period.year(),
        period.lastMonth());
  }

  // Where nothing is begun, the company's own page, which names the period.
  @Override
  public Sql path(Period period) {
    return Sql.of(
        """
        SELECT COALESCE(CONCAT('/operating-sheets/', MAX(s.id)),
                        CONCAT('/companies/', c.id, '/operating-sheets#due'))
        FROM operating_sheet s
        WHERE s.company_id = c.id
          AND s.about_year = ?
          AND s.through_month = ?
        """,
        period.year(),
        period.lastMonth());
  }
}
