package seedbed.startup;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;

/// Lets most of many companies hand in what they owe, and gives everybody an account.
final class ReportedSheets {

  private static final int QUARTERS = 6;
  private static final int MONTHS = 3;

  // Of ten companies seven are on time, one is late and two hand in nothing.
  private static final String OPERATING =
      """
      INSERT IGNORE INTO operating_sheet (company_id, about_year, through_month, stage, due_on,
                                          sales, forecast, version)
      SELECT id, ?, ?, 'SUBMITTED', ?, 1000 + id % 1000, 5000, 0
      FROM company
      WHERE demo
        AND id % 10 < 8
      """;

  private static final String OPERATING_STEPS =
      """
      INSERT INTO operating_step (sheet_id, move, due_on, done_on, done_at, done_by, done_as)
      SELECT id, 'SUBMIT', due_on, done_on, done_on, '试验', '企业'
      FROM (SELECT s.id, s.due_on,
                   s.due_on + INTERVAL CASE WHEN s.company_id % 10 = 7 THEN 5 ELSE -2 END DAY
                     AS done_on
            FROM operating_sheet s
            WHERE s.about_year = ?
              AND s.through_month = ?
              AND NOT EXISTS (SELECT 1 FROM operating_step t WHERE t.sheet_id = s.id)) s
      """;

  private static final String YEARLY =
      """
      INSERT IGNORE INTO sheet (company_id, about_year, stage, round, since, version)
      SELECT id, ?, 'CONFIRMED', 1, ?, 0
      FROM company
      WHERE demo
        AND id % 10 < 8
      """;

  private static final String YEARLY_STEPS =
      """
      INSERT INTO sheet_step (sheet_id, round, move, stage, done_on, done_at, done_by, done_as)
      SELECT s.id, 1, 'SUBMIT', 'TOWNSHIP', s.since, s.since, '试验', '企业'
      FROM sheet s
      WHERE s.about_year = ?
        AND NOT EXISTS (SELECT 1 FROM sheet_step t WHERE t.sheet_id = s.id)
      """;

  private static final String ACCOUNTS =
      """
      INSERT INTO account (username, role, region_code, company_id, state, program, name_sealed,
                           password_given, created_at, version)
      SELECT CONCAT('measured-', c.id), 'COMPANY', c.region_code, c.id, 'ACTIVE', FALSE, 'x', FALSE,
             UTC_TIMESTAMP(6), 0
      FROM company c
      WHERE c.demo
        AND NOT EXISTS (SELECT 1 FROM account a WHERE a.company_id = c.id)
      """;

  private ReportedSheets() {}

  static void write(Rows rows, LocalDate today) throws SQLException {
    YearMonth end = lastQuarter(today);
    for (int quarter = 0; quarter < QUARTERS; quarter++) {
      rows.change(OPERATING, end.getYear(), end.getMonthValue(), end.plusMonths(1).atDay(15));
      rows.change(OPERATING_STEPS, end.getYear(), end.getMonthValue());
      end = end.minusMonths(MONTHS);
    }
    int year = today.getYear() - 1;
    rows.change(YEARLY, year, LocalDate.of(year + 1, 4, 20));
    rows.change(YEARLY_STEPS, year);
    rows.change(ACCOUNTS);
  }

  static YearMonth lastQuarter(LocalDate today) {
    return YearMonth.of(today.getYear(), (today.getMonthValue() + 2) / MONTHS * MONTHS)
        .minusMonths(MONTHS);
  }
}
