package seedbed.review;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// How far work on rounds is. All times are the database's, so that nodes with wrong clocks do not
/// rob each other.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Works extends GenericRepository<Round, Long> {

  /// Lets work begin, or begin again after it ended otherwise than done.
  @Query(
      """
      INSERT INTO review_work (round_id, kind, state, attempt, done, total, sentence, touched_at)
      VALUES (:roundId, :kind, 'WAITING', 0, 0, :total, NULL, UTC_TIMESTAMP(6))
      ON DUPLICATE KEY UPDATE
        state = CASE WHEN state = 'FAILED'
                          OR (state IN ('WAITING', 'RUNNING')
                              AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND)
                     THEN 'WAITING' ELSE state END
      """)
  void want(long roundId, Work.Kind kind, int total);

  /// Makes this process the one that does it, or goes on where a process died.
  @Query(
      """
      UPDATE review_work
      SET state = 'RUNNING', attempt = attempt + 1, done = 0, sentence = NULL,
          touched_at = UTC_TIMESTAMP(6)
      WHERE round_id = :roundId
        AND kind = :kind
        AND (state = 'WAITING'
             OR (state = 'RUNNING' AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND))
      """)
  int takeOver(long roundId, Work.Kind kind);

  @Query("SELECT attempt FROM review_work WHERE round_id = :roundId AND kind = :kind")
  int attempt(long roundId, Work.Kind kind);

  /// Gets on; 0 where it was stopped or another attempt is at it.
  @Query(
      """
      UPDATE review_work
      SET done = :done, total = :total, touched_at = UTC_TIMESTAMP(6)
      WHERE round_id = :roundId
        AND kind = :kind
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int progress(long roundId, Work.Kind kind, int attempt, int done, int total);

  @Query(
      """
      UPDATE review_work
      SET state = :state, sentence = :sentence, touched_at = UTC_TIMESTAMP(6)
      WHERE round_id = :roundId
        AND kind = :kind
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int end(long roundId, Work.Kind kind, int attempt, Work.State state, String sentence);

  @Query(
      """
      UPDATE review_work
      SET state = 'FAILED', sentence = :sentence
      WHERE round_id = :roundId
        AND state IN ('WAITING', 'RUNNING')
      """)
  int stop(long roundId, String sentence);

  /// What goes on, or went on last.
  @Query(
      """
      SELECT round_id, kind,
             CASE WHEN state = 'RUNNING' AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND
                  THEN 'WAITING' ELSE state END AS state,
             attempt, done, total, COALESCE(sentence, '') AS sentence
      FROM review_work
      WHERE round_id = :roundId
        AND kind = :kind
      """)
  Optional<Work> find(long roundId, Work.Kind kind);
}
