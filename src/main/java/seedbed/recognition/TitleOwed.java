package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import seedbed.company.TitleYears;
import seedbed.criteria.Management;
import seedbed.criteria.Titles;
import seedbed.obligation.Asked;
import seedbed.obligation.Dated;
import seedbed.obligation.Sql;

/// What holding a title obliges to: the yearly update by the day that the document in force says,
/// and asking for its renewal before it ends.
@Singleton
final class TitleOwed implements Dated {

  private final Management management;
  private final Deadlines deadlines;
  private final Titles titles;
  private final String years;

  TitleOwed(Management management, Deadlines deadlines, Titles titles, TitleYears terms) {
    this.management = management;
    this.deadlines = deadlines;
    this.titles = titles;
    years = terms.sql("t.title");
  }

  @Override
  public String code() {
    return "title";
  }

  @Override
  public String label() {
    return "称号更新和复核";
  }

  @Override
  public Sql rows(Asked asked) {
    Sql sql = renewals(asked);
    for (String title : updated()) {
      for (int year = asked.due().from().getYear(); year <= asked.due().to().getYear(); year++) {
        LocalDate due =
            deadlines.updateOf(title, year).map(Deadlines.Due::on).orElse(LocalDate.MIN);
        if (asked.due().holds(due)) {
          sql = sql.and("\nUNION ALL\n").and(updates(title, year, due, asked));
        }
      }
    }
    return sql;
  }

  private List<String> updated() {
    return management.rules().stream()
        .filter(rule -> rule.update() != null)
        .flatMap(rule -> rule.titles().stream())
        .distinct()
        .toList();
  }

  // Whoever was given the title within the year has just said everything.
  private Sql updates(String title, int year, LocalDate due, Asked asked) {
    LocalDate first = LocalDate.of(year, 1, 1);
    Sql sql =
        Sql.of(
                """
                SELECT c.id AS company_id, t.id AS subject_id, ? AS period, ? AS title,
                       CONCAT('/titles/', t.id) AS path, 'COMPANY' AS owner, NULL AS unit,
                       ? AS opened_on, ? AS due_on,
                       (SELECT MIN(e.happened_on)
                        FROM title_event e
                        WHERE e.holding_id = t.id
                          AND e.kind = 'UPDATED'
                          AND e.happened_on BETWEEN ? AND ?) AS done_on
                FROM title_holding t
                JOIN company c ON c.id = t.company_id
                WHERE t.title = ?
                  AND t.held_from < ?
                  AND (t.held_to IS NULL OR t.held_to > ?)
                  AND %s < 1000
                  AND (t.held_to IS NOT NULL OR DATE_ADD(t.held_from, INTERVAL %s YEAR) > ?)
                  AND \
                """
                    .formatted(years, years),
                "update-" + year,
                year + " 年度信息更新（" + titles.get(title).shortLabel() + "）",
                first,
                due,
                first,
                LocalDate.of(year, 12, 31),
                title,
                first,
                due,
                due)
            .and(asked.among().condition());
    return asked.open()
        ? Sql.of(
                "SELECT company_id, subject_id, period, title, path, owner, unit, opened_on,"
                    + " due_on, done_on\n"
                    + "FROM (")
            .and(sql)
            .and(") w WHERE w.done_on IS NULL")
        : sql;
  }

  // Whoever got it again without a gap had applied before it ended. Of a company whose register
  // nobody has checked it is not known whether that happened: it is not said to have failed to.
  private Sql renewals(Asked asked) {
    StringBuilder names = new StringBuilder();
    titles
        .ladder()
        .forEach(rung ->
            names
                .append("WHEN '")
                .append(rung.code())
                .append("' THEN '")
                .append(rung.shortLabel())
                .append("' "));
    return Sql.of(
            """
            SELECT company_id, subject_id, period, title, path, owner, unit, opened_on, due_on, done_on
            FROM (SELECT c.id AS company_id, t.id AS subject_id, 'renewal' AS period,
                         CONCAT('申请复核（', CASE t.title %s ELSE '' END, '）') AS title,
                         CONCAT('/titles/', t.id) AS path, 'COMPANY' AS owner,
                         NULL AS unit, t.held_from AS opened_on,
                         DATE_SUB(COALESCE(t.held_to, DATE_ADD(t.held_from, INTERVAL %s YEAR)),
                                  INTERVAL 1 DAY) AS due_on,
                         COALESCE((SELECT MIN(e.happened_on)
                                   FROM title_event e
                                   WHERE e.holding_id = t.id
                                     AND e.kind IN ('RENEWAL_STARTED', 'RENEWED')),
                                  (SELECT MIN(CASE
                                                WHEN n.held_from
                                                     <= COALESCE(t.held_to, DATE_ADD(t.held_from, INTERVAL %s YEAR))
                                                THEN DATE_SUB(n.held_from, INTERVAL 1 DAY)
                                                ELSE n.held_from
                                              END)
                                   FROM title_holding n
                                   WHERE n.company_id = t.company_id
                                     AND n.title = t.title
                                     AND n.held_from > t.held_from)) AS done_on
                  FROM title_holding t
                  JOIN company c ON c.id = t.company_id
                  WHERE %s < 1000
                    AND t.end_document IS NULL
                    AND c.titles_checked_on IS NOT NULL
                    AND \
            """
                .formatted(names, years, years, years))
        .and(asked.among().condition())
        .and(") w\nWHERE ")
        .and(asked.open() ? "w.done_on IS NULL AND " : "")
        .and(asked.due("w.due_on"));
  }
}
