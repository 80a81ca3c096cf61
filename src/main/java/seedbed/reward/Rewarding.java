package seedbed.reward;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// Enters rewards, and that an entry was wrong.
@Singleton
public class Rewarding {

  static final String AGAIN = "again";
  static final int LONGEST_REASON = 300;

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

  /// What is doubted of rewards of these items, beside those that were granted in a region before.
  public Doubts doubts(Collection<String> items, String region) {
    return new Doubts(
        items.isEmpty()
            ? Map.of()
            : rewards.highest(Set.copyOf(items), region).stream()
                .collect(Collectors.toMap(Rewards.Highest::item, Rewards.Highest::amount)));
  }

  /// @param grant of which nothing is wrong
  /// @param again whether its writer knows that one of the same item is entered and means another
  /// @throws Refusal.Invalid when one of the same item is entered
  long enter(long company, Grant grant, boolean again, String by) {
    return transactions.executeWrite(_ -> {
      rewards.hold(List.of(company));
      if (!again && register(List.of(company)).earlier(company, grant).isPresent()) {
        FieldError asked = asked(grant);
        throw new Refusal.Invalid(asked.field(), asked.message());
      }
      return save(grant, new Entry(company, null, by, clock.instant()));
    });
  }

  /// Asks whether another one of the same item is meant.
  static FieldError asked(Grant grant) {
    return new FieldError(
        AGAIN, "这家企业 %d 年度的“%s”已按同一文件登记；确为另一笔的，请勾选后再登记。".formatted(grant.year(), grant.item()));
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

  /// @throws Refusal.Stale when somebody else voided it first
  void voidEntry(Reward reward, String reason, String by) {
    transactions.executeWrite(_ -> {
      rewards.hold(List.of(reward.companyId()));
      voidances.requireNone(reward.id());
      return voidances.save(new Voidance(reward.id(), reason, by, clock.instant()));
    });
  }
}
