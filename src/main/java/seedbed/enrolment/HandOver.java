package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import seedbed.access.Belongings;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;

/// A person leaves: everything goes to somebody else, and the account is closed, all or nothing.
@Singleton
public class HandOver {

  private static final String UNSUITABLE = "接手人应是另一位同一角色、同一单位、管辖范围不小于离任人，且正在使用的人员账号。";

  private final TransactionOperations<Connection> transactions;
  private final List<Belongings> belongings;
  private final Accounts accounts;
  private final AccountKeeping keeping;

  HandOver(
      TransactionOperations<Connection> transactions,
      List<Belongings> belongings,
      Accounts accounts,
      AccountKeeping keeping) {
    this.transactions = transactions;
    this.belongings = belongings;
    this.accounts = accounts;
    this.keeping = keeping;
  }

  /// How many things of a kind somebody has.
  @Introspected
  public record Share(String label, long count) {}

  public sealed interface Outcome {
    record Done(List<Share> given) implements Outcome {}

    record Refused(String sentence) implements Outcome {}
  }

  /// What an account answers for now.
  public List<Share> of(long account) {
    return belongings.stream().map(kind -> new Share(kind.label(), kind.count(account))).toList();
  }

  /// Who could take over: people at work with the same task, who see at least what is handed over.
  public List<Account> successors(Account leaving) {
    return accounts
        .findByRoleAndStateAndProgramOrderByUsername(leaving.role(), AccountState.ACTIVE, false)
        .stream()
        .filter(account -> account.id() != leaving.id() && covers(account, leaving))
        .toList();
  }

  private static boolean covers(Account successor, Account leaving) {
    return leaving.regionCode().startsWith(successor.regionCode())
        && Objects.equals(successor.companyId(), leaving.companyId())
        && Objects.equals(successor.unit(), leaving.unit());
  }

  /// Of the accounts as they are now: neither is changed meanwhile.
  public Outcome handOver(long from, long to, long by) {
    return transactions.executeWrite(status -> {
      accounts.hold(List.of(from, to));
      Account leaving = accounts.findById(from).orElseThrow();
      Account successor =
          successors(leaving).stream()
              .filter(account -> account.id() == to)
              .findFirst()
              .orElse(null);
      if (successor == null) {
        return new Outcome.Refused(UNSUITABLE);
      }
      var keeper = new Belongings.Keeper(to, successor.username());
      List<Share> given =
          belongings.stream()
              .map(kind -> new Share(kind.label(), kind.handOver(from, keeper)))
              .toList();
      return switch (keeping.close(leaving, by)) {
        case AccountKeeping.Outcome.Refused(var sentence) -> {
          status.setRollbackOnly();
          yield new Outcome.Refused(sentence);
        }
        case AccountKeeping.Outcome.Done _, AccountKeeping.Outcome.Invited _ ->
            new Outcome.Done(given);
      };
    });
  }
}
