package seedbed.signin;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/// Lets a test begin without what earlier ones have failed or used up.
@JdbcRepository(dialect = Dialect.MYSQL)
interface LockRows extends GenericRepository<Session, Long> {

  @Query("DELETE FROM sign_in_lock")
  void forgetAll();

  @Query("UPDATE account SET totp_last_step = NULL WHERE username = :username")
  void forgetSteps(String username);
}
