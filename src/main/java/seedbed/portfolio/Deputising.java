package seedbed.portfolio;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.web.Refusal;

/// Appoints aides, who see a leader's portfolio and record visits for the leader under their own
/// name, and says for whom somebody acts. Who acts for a leader does not act for that one's
/// leaders.
@Singleton
public class Deputising {

  private final TransactionOperations<Connection> transactions;
  private final Aides aides;
  private final Accounts accounts;
  private final Clock clock;

  Deputising(
      TransactionOperations<Connection> transactions, Aides aides, Accounts accounts, Clock clock) {
    this.transactions = transactions;
    this.aides = aides;
    this.accounts = accounts;
    this.clock = clock;
  }

  /// The accounts for which somebody may act today, the own one first.
  public List<Long> actsFor(long account) {
    List<Long> leaders = new ArrayList<>();
    leaders.add(account);
    aides.of(account, LocalDate.now(clock)).forEach(aide -> leaders.add(aide.leaderId()));
    return leaders;
  }

  /// From today on.
  ///
  /// @param by who says so, as the name to sign in with
  public void appoint(long leader, long aide, String by) {
    transactions.executeWrite(_ -> {
      LocalDate today = LocalDate.now(clock);
      accounts.hold(List.of(leader, aide).stream().sorted().toList());
      if (leader == aide) {
        throw new Refusal.Invalid("aide", "联络员应是另一个账号。");
      }
      boolean acts = aides.of(aide, today).stream().anyMatch(each -> each.leaderId() == leader);
      if (acts) {
        throw new Refusal.Invalid("aide", "这个账号已经是这位领导的联络员，不必重复指定。");
      }
      return aides.save(new Aide(0, leader, aide, today, null, by, null));
    });
  }

  /// From today on; false when it had ended before.
  boolean end(Aide aide, String by) {
    LocalDate today = LocalDate.now(clock);
    return transactions.executeWrite(
        _ -> aides.end(aide.id(), today, by) + aides.forget(aide.id(), today) > 0);
  }

  /// Whether an account acts for somebody today: such a one is given no companies of its own.
  boolean acts(Account account) {
    return !aides.of(account.id(), LocalDate.now(clock)).isEmpty();
  }
}
