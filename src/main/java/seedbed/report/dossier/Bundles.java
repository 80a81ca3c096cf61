package seedbed.report.dossier;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All bundles; only their makers are shown them. How long nobody was at one is told by the clock
/// of the database, so that nodes with wrong clocks do not rob each other.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Bundles extends GenericRepository<Bundle, Long> {

  Bundle save(Bundle bundle);

  /// One that nobody has been at for a minute waits again.
  @Query(
      """
      SELECT id, account_id, title, town, as_of, format,
             CASE WHEN state = 'RUNNING' AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND
                  THEN 'WAITING' ELSE state END AS state,
             attempt, done, total, sentence, asked_at, touched_at, known_at, hash, bytes, kept_until
      FROM dossier_bundle
      WHERE id = :id
        AND account_id = :account
        AND kept_until > :now
      """)
  Optional<Bundle> find(long id, long account, Instant now);

  /// The newest first.
  @Query(
      """
      SELECT id, account_id, title, town, as_of, format,
             CASE WHEN state = 'RUNNING' AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND
                  THEN 'WAITING' ELSE state END AS state,
             attempt, done, total, sentence, asked_at, touched_at, known_at, hash, bytes, kept_until
      FROM dossier_bundle
      WHERE account_id = :account
        AND kept_until > :now
      ORDER BY id DESC
      """)
  List<Bundle> of(long account, Instant now);

  /// Lets whoever else asks for one of the same account wait until this transaction ends.
  @Query("SELECT id FROM account WHERE id = :account FOR UPDATE")
  Optional<Long> lock(long account);

  /// Makes this process the one that makes it, or goes on where a process died. Nothing is read
  /// before its turn comes.
  @Query(
      """
      UPDATE dossier_bundle
      SET state = 'RUNNING', attempt = attempt + 1, done = 0, known_at = NULL,
          touched_at = UTC_TIMESTAMP(6)
      WHERE id = :id
        AND attempt < :most
        AND (state = 'WAITING'
             OR (state = 'RUNNING' AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND))
      """)
  int takeOver(long id, int most);

  /// Ends what was begun so often without an end that it would go on like this for ever.
  @Query(
      """
      UPDATE dossier_bundle
      SET state = 'FAILED', sentence = :sentence
      WHERE id = :id
        AND attempt >= :most
        AND (state = 'WAITING'
             OR (state = 'RUNNING' AND touched_at < UTC_TIMESTAMP(6) - INTERVAL 60 SECOND))
      """)
  int giveUp(long id, int most, String sentence);

  /// From now on it is read; 0 where it was cancelled or another attempt is at it.
  @Query(
      """
      UPDATE dossier_bundle
      SET known_at = :now,
          holding_mark = (SELECT COALESCE(MAX(t.id), 0) FROM title_holding t),
          event_mark = (SELECT COALESCE(MAX(e.id), 0) FROM title_event e),
          touched_at = UTC_TIMESTAMP(6)
      WHERE id = :id
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int begin(long id, int attempt, Instant now);

  @Query("SELECT attempt FROM dossier_bundle WHERE id = :id")
  int attempt(long id);

  /// Gets on; 0 where it was cancelled or another attempt is at it.
  @Query(
      """
      UPDATE dossier_bundle
      SET done = :done, touched_at = UTC_TIMESTAMP(6)
      WHERE id = :id
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int progress(long id, int attempt, int done);

  @Query(
      """
      UPDATE dossier_bundle
      SET state = 'DONE', done = total, hash = :hash, bytes = :bytes, kept_until = :until
      WHERE id = :id
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int made(long id, int attempt, String hash, long bytes, Instant until);

  @Query(
      """
      UPDATE dossier_bundle
      SET state = 'FAILED', sentence = :sentence
      WHERE id = :id
        AND attempt = :attempt
        AND state = 'RUNNING'
      """)
  int failed(long id, int attempt, String sentence);

  @Query(
      """
      UPDATE dossier_bundle
      SET state = 'CANCELLED'
      WHERE id = :id
        AND state IN ('WAITING', 'RUNNING')
      """)
  int cancel(long id);

  @Query("SELECT COUNT(*) FROM dossier_bundle WHERE hash = :hash AND kept_until > :now")
  long referring(String hash, Instant now);

  @Query("DELETE FROM dossier_bundle WHERE kept_until <= :now")
  long forget(Instant now);
}
