package seedbed.assessment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface Runs extends GenericRepository<Run, Long> {

  Optional<Run> findById(long id);

  Optional<Run> findByJudgedOnAndBasis(LocalDate judgedOn, String basis);

  @Query(
      """
      SELECT id, judged_on, basis, editions, known_at, state, companies, done, started_at,
             touched_at, attempt
      FROM assessment_run
      WHERE judged_on = :judgedOn
        AND state = 'DONE'
      ORDER BY id DESC
      LIMIT 1
      """)
  Optional<Run> lastDone(LocalDate judgedOn);

  /// A run finished so lately that a large pool need not be judged again for what came in since.
  @Query(
      """
      SELECT id, judged_on, basis, editions, known_at, state, companies, done, started_at,
             touched_at, attempt
      FROM assessment_run
      WHERE judged_on = :judgedOn
        AND editions = :editions
        AND state = 'DONE'
        AND companies > :companies
        AND touched_at > UTC_TIMESTAMP(6) - INTERVAL 300 SECOND
      ORDER BY id DESC
      LIMIT 1
      """)
  Optional<Run> recent(LocalDate judgedOn, String editions, int companies);

  /// Adds a run that waits for a process to make it; leaves an existing one alone.
  @Query(
      """
      INSERT IGNORE INTO assessment_run (judged_on, basis, editions, known_at, state, companies,
                                         done, started_at, touched_at)
      VALUES (:judgedOn, :basis, :editions, :knownAt, 'WAITING', :companies,
              0, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))
      """)
  int addIfNew(
      LocalDate judgedOn, String basis, String editions, LocalDateTime knownAt, int companies);

  /// Gets on, unless the run was stopped or belongs to a newer attempt by now.
  @Query(
      """
      UPDATE assessment_run
      SET done = :done, touched_at = UTC_TIMESTAMP(6)
      WHERE id = :id
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int progress(long id, int attempt, int done);

  @Query(
      """
      UPDATE assessment_run
      SET state = :state, touched_at = UTC_TIMESTAMP(6)
      WHERE id = :id
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int end(long id, int attempt, Run.State state);

  @Query("UPDATE assessment_run SET state = 'STOPPED' WHERE id = :id AND state = 'RUNNING'")
  int stop(long id);

  /// Makes this process the one that makes a waiting run, or goes on with one whose process died;
  /// by the database's clock, so that nodes with wrong clocks do not rob each other.
  @Query(
      """
      UPDATE assessment_run
      SET state = 'RUNNING', done = 0, attempt = attempt + 1, touched_at = UTC_TIMESTAMP(6)
      WHERE id = :id
        AND (state = 'WAITING'
             OR (state = 'RUNNING'
                 AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND))
      """)
  int takeOver(long id);

  @Query("UPDATE assessment_run SET state = 'WAITING' WHERE id = :id AND state = 'STOPPED'")
  int resume(long id);

  /// Earlier runs of the same day and editions, of which a newer one says the same about newer
  /// data, and runs of days nobody has asked for since yesterday. Pages that read one just now may
  /// still be at it, so it stays for ten minutes.
  @Query(
      """
      SELECT id
      FROM assessment_run
      WHERE id <> :id
        AND state <> 'RUNNING'
        AND ((judged_on = :judgedOn
              AND editions = :editions
              AND id < :id
              AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 600 SECOND)
             OR (judged_on <> :judgedOn
                 AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 1 DAY))
      """)
  List<Long> replacedBy(long id, LocalDate judgedOn, String editions);

  @Query("DELETE FROM assessment_run WHERE id = :id")
  void forget(long id);

  @Query("DELETE FROM assessment_gap WHERE run_id = :id")
  void forgetGaps(long id);

  @Query("DELETE FROM assessment WHERE run_id = :id")
  void forgetOutcomes(long id);
}
