package seedbed.enrolment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/// The links that were given out.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Invitations extends GenericRepository<Invitation, Long> {

  Invitation save(Invitation invitation);

  Optional<Invitation> findByTokenHash(String tokenHash);

  Optional<Invitation> findFirstByAccountIdAndUsedAtIsNullOrderByExpiresAtDesc(long accountId);

  /// Takes it, once: false when it was used or has run out.
  @Query(
      """
      UPDATE invitation
      SET used_at = :now
      WHERE id = :id
        AND used_at IS NULL
        AND expires_at > :now
      """)
  long use(long id, Instant now);

  /// Lets all links of an account run out.
  @Query(
      """
      UPDATE invitation
      SET expires_at = :now
      WHERE account_id = :account
        AND used_at IS NULL
        AND expires_at > :now
      """)
  long withdraw(long account, Instant now);
}
