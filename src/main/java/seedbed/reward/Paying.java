package seedbed.reward;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.web.Formats;
import seedbed.web.Refusal;

/// Enters the money of a reward that came, and that a payment was entered wrongly.
@Singleton
class Paying {

  private final TransactionOperations<Connection> transactions;
  private final Rewards rewards;
  private final Payments payments;
  private final Voidances voidances;
  private final PaymentVoidances paymentVoidances;
  private final Clock clock;

  Paying(
      TransactionOperations<Connection> transactions,
      Rewards rewards,
      Payments payments,
      Voidances voidances,
      PaymentVoidances paymentVoidances,
      Clock clock) {
    this.transactions = transactions;
    this.rewards = rewards;
    this.payments = payments;
    this.voidances = voidances;
    this.paymentVoidances = paymentVoidances;
    this.clock = clock;
  }

  /// Money as somebody says that it came.
  ///
  /// @param amount in 万元; null for all that is left
  /// @param again whether its writer knows of one of the same day and amount and means another
  record Said(LocalDate on, @Nullable BigDecimal amount, @Nullable String remark, boolean again) {}

  /// @throws Refusal.Invalid when it cannot have come so, or one of the same day and amount is
  ///   entered
  /// @throws Refusal.Stale when the reward was voided
  void pay(Reward reward, Said said, String by) {
    transactions.executeWrite(_ -> {
      rewards.hold(List.of(reward.companyId()));
      voidances.requireNone(reward.id());
      List<Payment> before = payments.standing(reward.id());
      BigDecimal amount = coming(reward.grantedAmount(), before, said.amount());
      if (!said.again() && before.stream().anyMatch(each -> each.matches(said.on(), amount))) {
        throw new Refusal.Invalid(
            Rewarding.AGAIN,
            "%s 已登记到位 %s 万元；确为另一笔的，请勾选后再登记。".formatted(said.on(), Formats.exact(amount)));
      }
      return payments.save(
          new Payment(0, reward.id(), said.on(), amount, said.remark(), by, clock.instant()));
    });
  }

  private static @Nullable BigDecimal coming(
      @Nullable BigDecimal granted, List<Payment> before, @Nullable BigDecimal amount) {
    if (granted == null) {
      if (!before.isEmpty()) {
        throw new Refusal.Invalid("amount", "这笔奖励的到位已经登记。");
      }
      if (amount != null) {
        throw new Refusal.Invalid("amount", "实际奖励金额不明，到位金额无从核对，请留空；金额查明后作废本条，重新登记。");
      }
      return null;
    }
    BigDecimal left =
        before.stream()
            .map(Payment::amount)
            .filter(Objects::nonNull)
            .reduce(granted, BigDecimal::subtract);
    if (left.signum() <= 0) {
      throw new Refusal.Invalid("amount", "奖励资金已全部到位，或没有资金可以到位。");
    }
    BigDecimal coming = amount == null ? left : amount;
    if (coming.stripTrailingZeros().scale() > Grant.DECIMALS) {
      throw new Refusal.Invalid("amount", "到位金额以万元为单位，最多 " + Grant.DECIMALS + " 位小数。");
    }
    if (coming.signum() <= 0 || coming.compareTo(left) > 0) {
      throw new Refusal.Invalid("amount", "到位金额应大于 0，不超过尚未到位的 " + Formats.exact(left) + " 万元。");
    }
    return coming;
  }

  /// @param payment one of the reward
  /// @throws Refusal.Stale when somebody else voided it, or the reward, first
  void voidPayment(Reward reward, long payment, String reason, String by) {
    transactions.executeWrite(_ -> {
      rewards.hold(List.of(reward.companyId()));
      voidances.requireNone(reward.id());
      if (paymentVoidances.existsByPaymentId(payment)) {
        throw new Refusal.Stale("这笔到位已经作废。");
      }
      return paymentVoidances.save(new PaymentVoidance(payment, reason, by, clock.instant()));
    });
  }
}
