package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import seedbed.company.TitleYears;
import seedbed.criteria.Titles;
import seedbed.sql.Statements;

/// Titles that end within a year and whose renewal is not safe, by the last forecast.
@Singleton
class RenewalsAtRisk implements AgendaSource {

  private static final int MOST = 10;
  private static final int MONTHS = 12;
  private static final String TO_REMEDY = "请研究补救措施。";
  private static final String TO_COMPLETE = "请尽快补齐。";

  private final Statements statements;
  private final Titles titles;
  private final String expected;

  RenewalsAtRisk(Statements statements, Titles titles, TitleYears years) {
    this.statements = statements;
    this.titles = titles;
    // As the watch itself knows it: by a document, or after the term of the title.
    expected =
        """
        COALESCE(h.held_to, CASE WHEN %1$s < 1000 THEN DATE_ADD(h.held_from, INTERVAL %1$s YEAR) END)\
        """
            .formatted(years.sql("h.title"));
  }

  @Override
  public int place() {
    return 70;
  }

  @Override
  public String code() {
    return "renewal";
  }

  @Override
  public String label() {
    return "复核风险";
  }

  @Override
  public Set<String> demands() {
    return Set.of(TO_REMEDY, TO_COMPLETE);
  }

  @Override
  public List<Found> find(Gathering gathering) {
    LocalDate today = gathering.today();
    return statements.rows(
        """
        SELECT h.id, h.title, h.expected, f.truth, c.id AS company, c.name
        FROM (SELECT MAX(run_id) AS run_id FROM renewal_watch WHERE state = 'DONE') w
        JOIN renewal_forecast f ON f.run_id = w.run_id
                               AND (f.truth IS NULL OR f.truth <> 'MET')
        JOIN (SELECT h.id, h.title, h.company_id, %s AS expected
              FROM title_holding h) h ON h.id = f.holding_id
                                     AND h.expected > ?
                                     AND h.expected <= ?
        JOIN company c ON c.id = h.company_id
        WHERE %s
        ORDER BY f.truth = 'NOT_MET' DESC, h.expected, h.id
        LIMIT ?
        """
            .formatted(expected, gathering.known().condition("c")),
        Statements.all(today, today.plusMonths(MONTHS), gathering.known().parameters(), MOST),
        row -> {
          String title =
              titles
                  .find(row.getString("title"))
                  .map(Titles.Rung::shortLabel)
                  .orElse(row.getString("title"));
          boolean fails = "NOT_MET".equals(row.getString("truth"));
          return new Found(
              "holding-" + row.getLong("id"),
              row.getLong("company"),
              "%s：%s复核%s".formatted(row.getString("name"), title, fails ? "预判不满足" : "还不能预判"),
              "有效期到 %s；%s"
                  .formatted(
                      row.getObject("expected", LocalDate.class).minusDays(1),
                      fails ? "按现有数据不满足复核条件；" + TO_REMEDY : "缺少判断所需的数据；" + TO_COMPLETE),
              "/titles?title=" + row.getString("title") + "&company=" + row.getLong("company"));
        });
  }
}
