package seedbed.reward;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Money of a reward that has come.
///
/// @param amount in 万元; null where nobody knows how much was granted
@MappedEntity("reward_payment")
record Payment(
    @Id @GeneratedValue long id,
    long rewardId,
    LocalDate paidOn,
    @Nullable BigDecimal amount,
    @Nullable String remark,
    String recordedBy,
    Instant recordedAt) {

  /// Whether it came on this day, and is as much.
  boolean matches(LocalDate day, @Nullable BigDecimal other) {
    return paidOn.equals(day) && amount != null && other != null && amount.compareTo(other) == 0;
  }
}
