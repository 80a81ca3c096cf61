package seedbed.reward;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.web.FieldError;
import seedbed.web.Formats;
import seedbed.web.Refusal;

/// Enters rewards, what comes of their money, and that an entry was wrong.
@Singleton
public class Rewarding {

  private static final int LONGEST_WORDS = 300;

  private final TransactionOperations<Connection> transactions;
  private final Rewards rewards;
  private final Payments payments;
  private final Voidances voidances;
  private final Clock clock;

  Rewarding(
      TransactionOperations<Connection> transactions,
      Rewards rewards,
      Payments payments,
      Voidances voidances,
      Clock clock) {
    this.transactions = transactions;
    this.rewards = rewards;
    this.payments = payments;
    this.voidances = voidances;
    this.clock = clock;
  }

  /// Whom a reward is entered for, and by whom.
  ///
  /// @param importId the list that it came with; null where it was entered by hand
  record Entry(long company, @Nullable Long importId, String by, Instant at) {}

  /// A reward of a list.
  public record Listed(long company, Grant grant) {}

  /// One that is entered already.
  ///
  /// @param same whether its amounts are the same too
  public record Earlier(long id, boolean same) {}

  /// What is entered of companies and was not voided, asked for once for many.
  public static final class Register {
    private final List<Reward> standing;

    private Register(List<Reward> standing) {
      this.standing = standing;
    }

    /// One of the same company, year, item and document; one with the same amounts goes before.
    public Optional<Earlier> earlier(long company, Grant grant) {
      List<Reward> found =
          standing.stream().filter(reward -> reward.matches(company, grant)).toList();
      return found.stream()
          .filter(reward -> reward.sameAmounts(grant))
          .findFirst()
          .or(() -> found.stream().findFirst())
          .map(reward -> new Earlier(reward.id(), reward.sameAmounts(grant)));
    }
  }

  public Register register(Collection<Long> companies) {
    return new Register(companies.isEmpty() ? List.of() : rewards.standing(Set.copyOf(companies)));
  }

  /// @param again whether its writer knows that one of the same item is entered and means another
  /// @throws Refusal.Invalid with everything that is wrong, field by field
  long enter(long company, Grant grant, boolean again, String by) {
    List<FieldError> errors =
        grant.faults(LocalDate.now(clock)).stream()
            .map(fault -> new FieldError(fault.part().field(), fault.sentence()))
            .toList();
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid(errors.getFirst().message(), errors);
    }
    return transactions.executeWrite(_ -> {
      rewards.hold(List.of(company));
      if (!again) {
        register(List.of(company))
            .earlier(company, grant)
            .ifPresent(earlier -> {
              throw new Refusal.Invalid(
                  "again",
                  "这家企业 %d 年度的“%s”已按同一文件登记（第 %d 号）；确为另一笔的，请勾选后再登记。"
                      .formatted(grant.year(), grant.item(), earlier.id()));
            });
      }
      return save(grant, new Entry(company, null, by, clock.instant()));
    });
  }

  /// Those of a list that was checked, within the transaction that stores it, where each statement
  /// sees the latest.
  ///
  /// @return false, and none is entered, where somebody entered one of them since the check
  public boolean enterAll(List<Listed> list, long importId, String by) {
    if (list.isEmpty()) {
      return true;
    }
    Set<Long> companies =
        list.stream().map(Listed::company).collect(Collectors.toCollection(TreeSet::new));
    rewards.hold(companies);
    Register register = register(companies);
    if (list.stream()
        .anyMatch(each -> register.earlier(each.company(), each.grant()).isPresent())) {
      return false;
    }
    Instant now = clock.instant();
    list.forEach(each -> save(each.grant(), new Entry(each.company(), importId, by, now)));
    return true;
  }

  long save(Grant grant, Entry entry) {
    long id = rewards.save(Reward.of(grant, entry)).id();
    LocalDate paidOn = grant.paidOn();
    if (paidOn != null) {
      payments.save(new Payment(0, id, paidOn, grant.granted(), null, entry.by(), entry.at()));
    }
    return id;
  }

  /// Money that came later.
  ///
  /// @param amount in 万元; null for all that is left
  /// @throws Refusal.Invalid when it cannot have come so
  void pay(
      Reward reward,
      LocalDate paidOn,
      @Nullable BigDecimal amount,
      @Nullable String remark,
      String by) {
    Grant.wrongDay(paidOn, reward.decidedOn(), LocalDate.now(clock))
        .ifPresent(reason -> {
          throw new Refusal.Invalid("paidOn", reason + "；请核对日期。");
        });
    requireShort("remark", "说明", remark);
    transactions.executeWrite(_ -> {
      rewards.hold(List.of(reward.companyId()));
      requireStanding(reward);
      return payments.save(
          new Payment(0, reward.id(), paidOn, coming(reward, amount), remark, by, clock.instant()));
    });
  }

  private @Nullable BigDecimal coming(Reward reward, @Nullable BigDecimal amount) {
    BigDecimal granted = reward.grantedAmount();
    List<Payment> before = payments.findByRewardIdOrderByPaidOn(reward.id());
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

  /// @throws Refusal.Invalid without a reason
  /// @throws Refusal.Stale when somebody else voided it first
  void voidEntry(Reward reward, @Nullable String reason, String by) {
    if (reason == null) {
      throw new Refusal.Invalid("reason", "请写明作废的原因。");
    }
    requireShort("reason", "作废原因", reason);
    transactions.executeWrite(_ -> {
      rewards.hold(List.of(reward.companyId()));
      requireStanding(reward);
      return voidances.save(new Voidance(reward.id(), reason, by, clock.instant()));
    });
  }

  private void requireStanding(Reward reward) {
    if (voidances.findByRewardId(reward.id()).isPresent()) {
      throw new Refusal.Stale("这条奖励登记已经作废，不能再登记到位或作废。");
    }
  }

  private static void requireShort(String field, String label, @Nullable String text) {
    FieldError.tooLong(field, label, text == null ? "" : text, LONGEST_WORDS)
        .ifPresent(error -> {
          throw new Refusal.Invalid(error.message(), List.of(error));
        });
  }
}
