package seedbed.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import seedbed.access.Role;

/// Everybody who may come in.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Accounts extends GenericRepository<Account, Long> {

  Account save(Account account);

  Account update(Account account);

  Optional<Account> findById(long id);

  Optional<Account> findByUsername(String username);

  boolean existsByRole(Role role);

  boolean existsByUsername(String username);

  /// Takes a time step of the second factor, once: false when it or a later one was used before.
  @Query(
      """
      UPDATE account
      SET totp_last_step = :step
      WHERE id = :id
        AND (totp_last_step IS NULL OR totp_last_step < :step)
      """)
  long takeStep(long id, long step);
}
