package seedbed.reminder;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/// The secret links under which people's calendars are read, one a person.
@JdbcRepository(dialect = Dialect.MYSQL)
interface CalendarFeeds extends GenericRepository<CalendarFeeds.Feed, Long> {

  @MappedEntity("calendar_feed")
  record Feed(@Id long accountId, String tokenHash, String tokenSealed, Instant madeAt) {}

  Optional<Feed> findByAccountId(long account);

  Optional<Feed> findByTokenHash(String hash);

  /// A new link in place of the one before, which leads nowhere from then on.
  @Query(
      """
      INSERT INTO calendar_feed (account_id, token_hash, token_sealed, made_at)
      VALUES (:account, :hash, :sealed, :now)
      ON DUPLICATE KEY UPDATE
        token_hash = VALUES(token_hash),
        token_sealed = VALUES(token_sealed),
        made_at = VALUES(made_at)
      """)
  void make(long account, String hash, String sealed, Instant now);

  @Query("DELETE FROM calendar_feed WHERE account_id = :account")
  void end(long account);
}
