package seedbed.reward;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/// Voided payments, which are only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface PaymentVoidances extends GenericRepository<PaymentVoidance, Long> {

  PaymentVoidance save(PaymentVoidance voidance);

  boolean existsByPaymentId(long paymentId);
}
