package seedbed.enrolment;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Who answers for whom.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Custodies extends GenericRepository<Custody, Long> {

  Custody save(Custody custody);

  Optional<Custody> findByAccountIdAndHeldToIsNull(long accountId);

  List<Custody> findByKeeperIdAndHeldToIsNullOrderById(long keeperId);

  long countByKeeperIdAndHeldToIsNull(long keeperId);

  @Query("UPDATE custody SET held_to = :now WHERE account_id = :account AND held_to IS NULL")
  long end(long account, Instant now);
}
