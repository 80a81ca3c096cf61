package seedbed.signin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Sessions in the database.
@JdbcRepository(dialect = Dialect.MYSQL)
interface SessionRows extends GenericRepository<Session, Long> {

  Session save(Session session);

  Optional<Session> findByTokenHash(String tokenHash);

  @Query(
      """
      SELECT id, token_hash, account_id, kind, label, reading, passed, opened_at, seen_at,
             expires_at, ended_at, address, agent
      FROM session
      WHERE account_id = :account
        AND ended_at IS NULL
        AND expires_at > :now
      ORDER BY seen_at DESC, id DESC
      """)
  List<Session> open(long account, Instant now);

  @Query("UPDATE session SET seen_at = :now WHERE id = :id AND seen_at < :now")
  void see(long id, Instant now);

  @Query("UPDATE session SET ended_at = :now WHERE id = :id AND ended_at IS NULL")
  long end(long id, Instant now);

  @Query(
      """
      UPDATE session
      SET ended_at = :now
      WHERE id = :id
        AND account_id = :account
        AND ended_at IS NULL
      """)
  long endOwn(long id, long account, Instant now);

  @Query(
      """
      UPDATE session
      SET ended_at = :now
      WHERE account_id = :account
        AND id <> :except
        AND ended_at IS NULL
      """)
  long endOthers(long account, long except, Instant now);
}
