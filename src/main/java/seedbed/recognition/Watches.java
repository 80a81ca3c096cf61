package seedbed.recognition;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;

/// The watches over renewals, one for each run over the pool; times are those of the database.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Watches extends GenericRepository<Watch, Long> {

  Optional<Watch> findByRunId(long runId);

  /// Adds one that waits for a process to make it; leaves an existing one alone.
  @Query(
      """
      INSERT IGNORE INTO renewal_watch (run_id, state, touched_at)
      VALUES (:runId, 'WAITING', UTC_TIMESTAMP(6))
      """)
  int addIfNew(long runId);

  /// Makes this process the one that makes a waiting watch, or goes on with one whose process died
  /// or failed a minute ago.
  @Query(
      """
      UPDATE renewal_watch
      SET state = 'RUNNING', done = 0, attempt = attempt + 1, touched_at = UTC_TIMESTAMP(6)
      WHERE run_id = :runId
        AND (state = 'WAITING'
             OR (state IN ('RUNNING', 'FAILED')
                 AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND))
      """)
  int takeOver(long runId);

  /// Gets on, unless it belongs to a newer attempt by now.
  @Query(
      """
      UPDATE renewal_watch
      SET titles = :titles, done = :done, touched_at = UTC_TIMESTAMP(6)
      WHERE run_id = :runId
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int progress(long runId, int attempt, int titles, int done);

  @Query(
      """
      UPDATE renewal_watch
      SET state = 'DONE', watched_at = UTC_TIMESTAMP(6), touched_at = UTC_TIMESTAMP(6)
      WHERE run_id = :runId
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int finish(long runId, int attempt);

  @Query(
      """
      UPDATE renewal_watch
      SET state = 'FAILED', touched_at = UTC_TIMESTAMP(6)
      WHERE run_id = :runId
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int fail(long runId, int attempt);

  /// The newest run of a day whose forecasts are all there, to be shown while newer ones are made.
  @Query(
      """
      SELECT w.run_id
      FROM renewal_watch w
      JOIN assessment_run r ON r.id = w.run_id
      WHERE r.judged_on = :judgedOn
        AND w.state = 'DONE'
      ORDER BY w.run_id DESC
      LIMIT 1
      """)
  Optional<Long> lastDone(LocalDate judgedOn);
}
