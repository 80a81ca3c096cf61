package seedbed.report;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import seedbed.assessment.Run;

/// Counts over the outcomes of a run, within a region and everything below it.
@JdbcRepository(dialect = Dialect.MYSQL)
interface PoolCounts extends GenericRepository<Run, Long> {

  /// Companies by what a title's criteria say of them; a company counts once.
  ///
  /// @param held holds the title
  /// @param ready does not hold it and meets everything
  /// @param oneShort fails one condition and all else is known to be met
  /// @param shortOf fails more than one
  /// @param unknown cannot be judged yet
  @Introspected
  record ByTitle(String title, long held, long ready, long oneShort, long shortOf, long unknown) {}

  @Query(
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
      WHERE a.run_id = :runId
        AND c.region_code LIKE CONCAT(:region, '%')
      GROUP BY a.title
      """)
  List<ByTitle> byTitle(long runId, String region);

  /// How the companies stand towards the next title on their ladder.
  @Introspected
  record Totals(long companies, long demo, long ready, long oneShort, long unknown) {}

  @Query(
      """
      SELECT COUNT(*) AS companies,
             COUNT(CASE WHEN c.demo THEN 1 END) AS demo,
             COUNT(CASE WHEN a.truth = 'MET' THEN 1 END) AS ready,
             COUNT(CASE WHEN a.not_met_count = 1 AND a.unknown_count = 0 THEN 1 END) AS one_short,
             COUNT(CASE WHEN a.truth = 'UNKNOWN' THEN 1 END) AS unknown
      FROM company c
      LEFT JOIN assessment a ON a.run_id = :runId
                            AND a.company_id = c.id
                            AND a.next_step
                            AND NOT a.held
      WHERE c.region_code LIKE CONCAT(:region, '%')
      """)
  Totals totals(long runId, String region);

  /// What the checklists of one edition said of the companies it was applied to.
  @Introspected
  record Answers(long met, long notMet, long unknown) {}

  @Query(
      """
      SELECT COUNT(CASE WHEN a.truth = 'MET' THEN 1 END) AS met,
             COUNT(CASE WHEN a.truth = 'NOT_MET' THEN 1 END) AS not_met,
             COUNT(CASE WHEN a.truth = 'UNKNOWN' THEN 1 END) AS unknown
      FROM assessment a
      WHERE a.run_id = :runId
        AND a.title = :title
        AND a.held = :held
        AND (a.edition = :edition OR a.overlay = :edition)
      """)
  Answers answers(long runId, String title, String edition, boolean held);

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

  @Query(
      """
      SELECT r.code, r.name,
             COUNT(CASE WHEN a.title = :pool AND a.held THEN 1 END) AS pooled,
             COUNT(CASE WHEN a.title = :title AND a.held THEN 1 END) AS held,
             COUNT(CASE WHEN a.title = :title AND NOT a.held AND a.truth = 'MET' THEN 1 END)
               AS ready,
             COUNT(CASE WHEN a.title = :title AND NOT a.held
                         AND a.not_met_count = 1 AND a.unknown_count = 0
                        THEN 1 END) AS one_short,
             COUNT(CASE WHEN a.title = :title AND NOT a.held AND a.truth = 'NOT_MET'
                         AND (a.not_met_count > 1 OR a.unknown_count > 0)
                        THEN 1 END) AS short_of,
             COUNT(CASE WHEN a.title = :title AND NOT a.held AND a.truth = 'UNKNOWN' THEN 1 END)
               AS unknown
      FROM assessment a
      JOIN company c ON c.id = a.company_id
      JOIN region r ON r.code = c.region_code
      WHERE a.run_id = :runId
        AND c.region_code LIKE CONCAT(:region, '%')
      GROUP BY r.code, r.name
      ORDER BY pooled DESC, r.code
      """)
  List<ByTown> byTown(long runId, String region, String pool, String title);

  /// A company that does not hold a title and is not ready for it.
  @Introspected
  record Near(long id, String name, String region, boolean demo) {}

  @Query(
      """
      SELECT c.id, c.name, r.name AS region, c.demo
      FROM assessment a
      JOIN company c ON c.id = a.company_id
      JOIN region r ON r.code = c.region_code
      WHERE a.run_id = :runId
        AND a.title = :title
        AND NOT a.held
        AND a.truth <> 'MET'
        AND c.region_code LIKE CONCAT(:region, '%')
      ORDER BY a.not_met_count + a.unknown_count, a.not_met_count, a.missing_count, c.id
      LIMIT :most
      """)
  List<Near> closest(long runId, String region, String title, int most);

  /// An indicator whose figure would settle the verdict on a company's next title.
  @Introspected
  record Gap(String indicator, long companies) {}

  @Query(
      """
      SELECT g.indicator, COUNT(DISTINCT g.company_id) AS companies
      FROM assessment_gap g
      JOIN assessment a ON a.run_id = g.run_id
                       AND a.company_id = g.company_id
                       AND a.title = g.title
                       AND a.next_step
      JOIN company c ON c.id = g.company_id
      WHERE g.run_id = :runId
        AND c.region_code LIKE CONCAT(:region, '%')
      GROUP BY g.indicator
      ORDER BY companies DESC, g.indicator
      LIMIT :most
      """)
  List<Gap> gaps(long runId, String region, int most);
}
