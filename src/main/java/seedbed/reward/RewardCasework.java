package seedbed.reward;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// Enters rewards of the past for those who make examples.
@Singleton
public class RewardCasework {

  private static final LocalTime MORNING = LocalTime.of(10, 20);

  private final Rewards rewards;
  private final Payments payments;
  private final PaymentVoidances paymentVoidances;
  private final Voidances voidances;
  private final Rewarding rewarding;
  private final Clock clock;

  RewardCasework(
      Rewards rewards,
      Payments payments,
      PaymentVoidances paymentVoidances,
      Voidances voidances,
      Rewarding rewarding,
      Clock clock) {
    this.rewards = rewards;
    this.payments = payments;
    this.paymentVoidances = paymentVoidances;
    this.voidances = voidances;
    this.rewarding = rewarding;
    this.clock = clock;
  }

  /// Whether any reward is entered.
  public boolean any() {
    return !rewards.any().isEmpty();
  }

  /// As it was entered on a day.
  ///
  /// @param by the name to sign in with
  /// @return its number
  public long enter(long company, Grant grant, LocalDate on, String by) {
    return rewarding.save(grant, new Rewarding.Entry(company, null, by, at(on)));
  }

  /// @param amount null where nobody knows how much was granted
  /// @return its number
  public long pay(
      long reward, LocalDate on, @Nullable BigDecimal amount, String remark, String by) {
    return payments.save(new Payment(0, reward, on, amount, remark, by, at(on))).id();
  }

  public void voidPayment(long payment, LocalDate on, String reason, String by) {
    paymentVoidances.save(new PaymentVoidance(payment, reason, by, at(on)));
  }

  public void voidEntry(long reward, LocalDate on, String reason, String by) {
    voidances.save(new Voidance(reward, reason, by, at(on)));
  }

  private Instant at(LocalDate day) {
    return day.atTime(MORNING).atZone(clock.getZone()).toInstant();
  }
}
