package seedbed.inbox;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Messages of one account; nobody asks for those of others.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Messages extends GenericRepository<Message, Long> {

  Optional<Message> findByIdAndAccountId(long id, long account);

  /// The newest first.
  @Query(
      """
      SELECT id, account_id, kind, subject, body, reason, link, company_id, once_key, created_at,
             seen_at
      FROM message
      WHERE account_id = :account
        AND (:unseen = FALSE OR seen_at IS NULL)
      ORDER BY created_at DESC, id DESC
      LIMIT :size OFFSET :first
      """)
  List<Message> list(long account, boolean unseen, int size, int first);

  /// The one that was written last, whenever what it tells was.
  @Query("SELECT COALESCE(MAX(id), 0) FROM message WHERE account_id = :account")
  long last(long account);

  long countByAccountId(long account);

  long countByAccountIdAndSeenAtIsNull(long account);

  /// No more than a page head needs to know.
  @Query(
      """
      SELECT COUNT(*)
      FROM (SELECT 1
            FROM message
            WHERE account_id = :account
              AND seen_at IS NULL
            LIMIT :most) unseen
      """)
  long countUnseen(long account, int most);

  @Query(
      """
      UPDATE message
      SET seen_at = :now
      WHERE id = :id
        AND account_id = :account
        AND seen_at IS NULL
      """)
  long see(long id, long account, Instant now);

  /// Those that were on the page; what came since stays unseen.
  @Query(
      """
      UPDATE message
      SET seen_at = :now
      WHERE account_id = :account
        AND seen_at IS NULL
        AND id <= :newest
      """)
  long seeUpTo(long newest, long account, Instant now);
}
