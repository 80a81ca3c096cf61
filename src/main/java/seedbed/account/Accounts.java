package seedbed.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import seedbed.access.Role;

/// Everybody who may come in.
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Accounts extends GenericRepository<Account, Long> {

  Account save(Account account);

  Account update(Account account);

  Optional<Account> findById(long id);

  List<Account> findByIdIn(Collection<Long> ids);

  Optional<Account> findByUsername(String username);

  boolean existsByRole(Role role);

  boolean existsByUsername(String username);

  /// The administrators who can come in, held until the transaction ends, so that two of them do
  /// not close each other's accounts at once.
  @Query(
      """
      SELECT id
      FROM account
      WHERE role = 'ADMIN'
        AND state = 'ACTIVE'
        AND program = FALSE
      ORDER BY id
      FOR UPDATE
      """)
  List<Long> activeAdministrators();

  /// Holds these accounts until the transaction ends, always in the same order.
  @Query(
      """
      SELECT id
      FROM account
      WHERE id IN (:ids)
      ORDER BY id
      FOR UPDATE
      """)
  List<Long> hold(List<Long> ids);

  @Query("SELECT username FROM account WHERE program = FALSE")
  List<String> usernames();

  List<Account> findByProgramOrderByStateAndUsername(boolean program);

  List<Account> findByCompanyIdOrderByUsername(long companyId);

  List<Account> findByRoleAndStateAndProgramOrderByUsername(
      Role role, AccountState state, boolean program);

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
