package seedbed.reward;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/// Voided entries, which are only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Voidances extends GenericRepository<Voidance, Long> {

  Voidance save(Voidance voidance);

  Optional<Voidance> findByRewardId(long rewardId);
}
