package seedbed.reward;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Payments, which are only added to.
@JdbcRepository(dialect = Dialect.MYSQL)
interface Payments extends GenericRepository<Payment, Long> {

  /// One of them, with what became of it.
  ///
  /// @param voidReason null as long as it counts, as are the two after it
  /// @param voidedAt no column of the payment itself, so that its type has to be said: read as an
  ///   object it would be taken for a time of Greenwich
  @Introspected
  record Past(
      long id,
      LocalDate paidOn,
      @Nullable BigDecimal amount,
      @Nullable String remark,
      String recordedBy,
      Instant recordedAt,
      @Nullable String voidReason,
      @Nullable String voidedBy,
      @Nullable @TypeDef(type = DataType.TIMESTAMP) Instant voidedAt) {}

  Payment save(Payment payment);

  /// Those that were not voided.
  @Query(
      """
      SELECT p.id, p.reward_id, p.paid_on, p.amount, p.remark, p.recorded_by, p.recorded_at
      FROM reward_payment p
      WHERE p.reward_id = :rewardId
        AND NOT EXISTS (SELECT 1 FROM reward_payment_void v WHERE v.payment_id = p.id)
      ORDER BY p.paid_on, p.id
      """)
  List<Payment> standing(long rewardId);

  @Query(
      """
      SELECT p.id, p.paid_on, p.amount, p.remark, p.recorded_by, p.recorded_at,
             v.reason AS void_reason, v.voided_by, v.voided_at
      FROM reward_payment p
      LEFT JOIN reward_payment_void v ON v.payment_id = p.id
      WHERE p.reward_id = :rewardId
      ORDER BY p.paid_on, p.id
      """)
  List<Past> history(long rewardId);
}
