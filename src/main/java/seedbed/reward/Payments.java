package seedbed.reward;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/// Payments, which are only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Payments extends GenericRepository<Payment, Long> {

  Payment save(Payment payment);

  List<Payment> findByRewardIdOrderByPaidOn(long rewardId);
}
