package seedbed.reward;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import seedbed.criteria.Level;

/// Rewards that were entered already, for tests about other things than rewards.
@Singleton
public final class GivenRewards {

  private final RewardCasework casework;
  private final Clock clock;

  GivenRewards(RewardCasework casework, Clock clock) {
    this.casework = casework;
    this.clock = clock;
  }

  /// One of today that has not been paid.
  public long of(long company, String by) {
    LocalDate today = LocalDate.now(clock);
    return casework.enter(company, grant(today, "6"), today, by);
  }

  /// The number of a payment of one that was paid on the day it was entered.
  public long paid(long company, LocalDate on, String by) {
    return casework.pay(
        casework.enter(company, grant(on, "6"), on, by), on, BigDecimal.ONE, "首期", by);
  }

  public void voidPayment(long payment, LocalDate on, String by) {
    casework.voidPayment(payment, on, "录错", by);
  }

  static Grant grant(LocalDate decidedOn, String amount) {
    return new Grant(
        decidedOn.getYear(),
        "首超奖",
        Level.MUNICIPAL,
        "试验激励意见",
        "试办〔2026〕7号",
        new BigDecimal(amount),
        new BigDecimal(amount),
        null,
        decidedOn,
        null,
        null,
        null);
  }
}
