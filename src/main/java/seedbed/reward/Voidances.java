package seedbed.reward;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import seedbed.web.Refusal;

/// Voided entries, which are only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Voidances extends GenericRepository<Voidance, Long> {

  Voidance save(Voidance voidance);

  Optional<Voidance> findByRewardId(long rewardId);

  /// @throws Refusal.Stale when somebody voided the entry
  default void requireNone(long rewardId) {
    if (findByRewardId(rewardId).isPresent()) {
      throw new Refusal.Stale("这条奖励登记已经作废，不能再登记到位或作废。");
    }
  }
}
