package seedbed.signin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/// Whom the identity provider means, as the first sign-in by way of it has shown.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Identities extends GenericRepository<Identity, Long> {

  Optional<Identity> findByIssuerAndSubject(String issuer, String subject);

  boolean existsByAccountId(long accountId);

  /// Binds an account unless the account or the subject is bound already.
  @Query(
      """
      INSERT INTO account_identity (issuer, subject, account_id, bound_at)
      VALUES (:issuer, :subject, :account, :now)
      ON DUPLICATE KEY UPDATE id = id
      """)
  void bind(String issuer, String subject, long account, Instant now);

  /// The next one who comes in under the account's name is bound anew.
  @Query("DELETE FROM account_identity WHERE account_id = :account")
  void release(long account);
}
