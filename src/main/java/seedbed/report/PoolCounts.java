package seedbed.report;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.util.List;
import seedbed.company.Known;
import seedbed.sql.Statements;

/// Counts over the outcomes of a run, among the companies somebody may see and that were known on
/// its day.
@Singleton
class PoolCounts {

  private static final String BY_TITLE =
      """
      SELECT a.title,
             COUNT(CASE WHEN a.held THEN 1 END) AS held,
             COUNT(CASE WHEN NOT a.held AND a.truth = 'MET' THEN 1 END) AS ready,
             COUNT(CASE WHEN NOT a.held AND a.not_met_count = 1 AND a.unknown_count = 0
                        THEN 1 END) AS one_short,
             COUNT(CASE WHEN NOT a.held AND a.truth = 'NOT_MET'
                         AND (a.not_met_count > 1 OR a.unknown_count > 0)
                        THEN 1 END) AS short_of,
             COUNT(CASE WHEN NOT a.held AND a.truth = 'UNKNOWN' THEN 1 END) AS unknown
      FROM assessment a
      JOIN company c ON c.id = a.company_id
      WHERE a.run_id = ?
        AND %s
      GROUP BY a.title
      """;

  private static final String TOTALS =
      """
      SELECT COUNT(*) AS companies,
             COUNT(CASE WHEN c.demo THEN 1 END) AS demo,
             COUNT(CASE WHEN a.truth = 'MET' THEN 1 END) AS ready,
             COUNT(CASE WHEN a.not_met_count = 1 AND a.unknown_count = 0 THEN 1 END) AS one_short,
             COUNT(CASE WHEN a.truth = 'UNKNOWN' THEN 1 END) AS unknown
      FROM company c
      LEFT JOIN assessment a ON a.run_id = ?
                            AND a.company_id = c.id
                            AND a.next_step
                            AND NOT a.held
      WHERE %s
      """;

  private static final String ANSWERS =
      """
      SELECT COUNT(CASE WHEN a.truth = 'MET' THEN 1 END) AS met,
             COUNT(CASE WHEN a.truth = 'NOT_MET' THEN 1 END) AS not_met,
             COUNT(CASE WHEN a.truth = 'UNKNOWN' THEN 1 END) AS unknown
      FROM assessment a
      JOIN company c ON c.id = a.company_id
      WHERE a.run_id = ?
        AND a.title = ?
        AND a.held = ?
        AND (a.edition = ? OR a.overlay = ?)
        AND %s
      """;

  private static final String BY_TOWN =
      """
      SELECT r.code, r.name,
             COUNT(CASE WHEN a.title = ? AND a.held THEN 1 END) AS pooled,
             COUNT(CASE WHEN a.title = ? AND a.held THEN 1 END) AS held,
             COUNT(CASE WHEN a.title = ? AND NOT a.held AND a.truth = 'MET' THEN 1 END)
               AS ready,
             COUNT(CASE WHEN a.title = ? AND NOT a.held
                         AND a.not_met_count = 1 AND a.unknown_count = 0
                        THEN 1 END) AS one_short,
             COUNT(CASE WHEN a.title = ? AND NOT a.held AND a.truth = 'NOT_MET'
                         AND (a.not_met_count > 1 OR a.unknown_count > 0)
                        THEN 1 END) AS short_of,
             COUNT(CASE WHEN a.title = ? AND NOT a.held AND a.truth = 'UNKNOWN' THEN 1 END)
               AS unknown
      FROM assessment a
      JOIN company c ON c.id = a.company_id
      JOIN region r ON r.code = c.region_code
      WHERE a.run_id = ?
        AND %s
      GROUP BY r.code, r.name
      ORDER BY pooled DESC, r.code
      """;

  private static final String CLOSEST =
      """
      SELECT c.id, c.name, r.name AS region, c.demo
      FROM assessment a
      JOIN company c ON c.id = a.company_id
      JOIN region r ON r.code = c.region_code
      WHERE a.run_id = ?
        AND a.title = ?
        AND NOT a.held
        AND a.truth <> 'MET'
        AND %s
      ORDER BY a.not_met_count + a.unknown_count, a.not_met_count, a.missing_count, c.id
      LIMIT ?
      """;

  private static final String GAPS =
      """
      SELECT g.indicator, COUNT(DISTINCT g.company_id) AS companies
      FROM assessment_gap g
      JOIN assessment a ON a.run_id = g.run_id
                       AND a.company_id = g.company_id
                       AND a.title = g.title
                       AND a.next_step
      JOIN company c ON c.id = g.company_id
      WHERE g.run_id = ?
        AND %s
      GROUP BY g.indicator
      ORDER BY companies DESC, g.indicator
      LIMIT ?
      """;

  private final Statements statements;

  PoolCounts(Statements statements) {
    this.statements = statements;
  }

  /// Companies by what a title's criteria say of them; a company counts once.
  ///
  /// @param held holds the title
  /// @param ready does not hold it and meets everything
  /// @param oneShort fails one condition and all else is known to be met
  /// @param shortOf fails more than one
  /// @param unknown cannot be judged yet
  @Introspected
  record ByTitle(String title, long held, long ready, long oneShort, long shortOf, long unknown) {}

  List<ByTitle> byTitle(long runId, Known known) {
    return rows(
        BY_TITLE,
        List.of(runId),
        known,
        List.of(),
        row ->
            new ByTitle(
                row.getString("title"),
                row.getLong("held"),
                row.getLong("ready"),
                row.getLong("one_short"),
                row.getLong("short_of"),
                row.getLong("unknown")));
  }

  /// How the companies stand towards the next title on their ladder.
  @Introspected
  record Totals(long companies, long demo, long ready, long oneShort, long unknown) {}

  Totals totals(long runId, Known known) {
    return rows(
            TOTALS,
            List.of(runId),
            known,
            List.of(),
            row ->
                new Totals(
                    row.getLong("companies"),
                    row.getLong("demo"),
                    row.getLong("ready"),
                    row.getLong("one_short"),
                    row.getLong("unknown")))
        .getFirst();
  }

  /// What the checklists of one edition said of the companies it was applied to.
  @Introspected
  record Answers(long met, long notMet, long unknown) {}

  Answers answers(long runId, String title, String edition, boolean held, Known known) {
    return rows(
            ANSWERS,
            List.of(runId, title, held, edition, edition),
            known,
            List.of(),
            row -> new Answers(row.getLong("met"), row.getLong("not_met"), row.getLong("unknown")))
        .getFirst();
  }

  /// A region, with its own companies in the pool and how all of its own stand towards a title; see
  /// [ByTitle] for what is counted.
  @Introspected
  record ByTown(
      String code,
      String name,
      long pooled,
      long held,
      long ready,
      long oneShort,
      long shortOf,
      long unknown) {}

  List<ByTown> byTown(long runId, Known known, String pool, String title) {
    return rows(
        BY_TOWN,
        List.of(pool, title, title, title, title, title, runId),
        known,
        List.of(),
        row ->
            new ByTown(
                row.getString("code"),
                row.getString("name"),
                row.getLong("pooled"),
                row.getLong("held"),
                row.getLong("ready"),
                row.getLong("one_short"),
                row.getLong("short_of"),
                row.getLong("unknown")));
  }

  /// A company that does not hold a title and is not ready for it.
  @Introspected
  record Near(long id, String name, String region, boolean demo) {}

  List<Near> closest(long runId, Known known, String title, int most) {
    return rows(
        CLOSEST,
        List.of(runId, title),
        known,
        List.of(most),
        row ->
            new Near(
                row.getLong("id"),
                row.getString("name"),
                row.getString("region"),
                row.getBoolean("demo")));
  }

  /// An indicator whose figure would settle the verdict on a company's next title.
  @Introspected
  record Gap(String indicator, long companies) {}

  List<Gap> gaps(long runId, Known known, int most) {
    return rows(
        GAPS,
        List.of(runId),
        known,
        List.of(most),
        row -> new Gap(row.getString("indicator"), row.getLong("companies")));
  }

  /// @param before what the question marks before the companies stand for
  /// @param after what those behind it stand for
  private <T> List<T> rows(
      String sql, List<Object> before, Known known, List<Object> after, Statements.Row<T> reading) {
    return statements.rows(
        sql.formatted(known.condition("c")),
        Statements.all(before, known.parameters(), after),
        reading);
  }
}
