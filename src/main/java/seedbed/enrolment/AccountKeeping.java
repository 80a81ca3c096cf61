package seedbed.enrolment;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.function.Supplier;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.People;
import seedbed.account.Person;
import seedbed.account.Post;
import seedbed.signin.Identities;
import seedbed.signin.Sessions;
import seedbed.signin.Throttle;

/// What an administrator does to accounts of others.
@Singleton
public class AccountKeeping {

  private static final String OWN = "本人的账号请由另一位系统管理员办理。";
  private static final String LAST = "这是最后一个在用的系统管理员账号，不能停用、重置或改作他用。请先开通另一位系统管理员。";

  private final TransactionOperations<Connection> transactions;
  private final Accounts accounts;
  private final People people;
  private final Inviting inviting;
  private final Invitations invitations;
  private final KeptAccounts kept;
  private final Sessions sessions;
  private final Identities identities;
  private final Throttle throttle;
  private final Clock clock;

  AccountKeeping(
      TransactionOperations<Connection> transactions,
      Accounts accounts,
      People people,
      Inviting inviting,
      Invitations invitations,
      KeptAccounts kept,
      Sessions sessions,
      Identities identities,
      Throttle throttle,
      Clock clock) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.people = people;
    this.inviting = inviting;
    this.invitations = invitations;
    this.kept = kept;
    this.sessions = sessions;
    this.identities = identities;
    this.throttle = throttle;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Outcome {
    record Done(Account account) implements Outcome {}

    /// Done, and there is a link to hand on.
    record Invited(Inviting.Issued issued) implements Outcome {}

    record Refused(String sentence) implements Outcome {}
  }

  /// What becomes of the second factor when an account is reset.
  public enum Factor {
    KEPT,
    REMOVED
  }

  /// Closes an account: it is out at the next request, its links and tokens no longer work.
  public Outcome close(Account account, long by) {
    return change(account, by, () -> closed(account, by));
  }

  /// Opens a closed account again, with the password it had.
  public Outcome reopen(Account account, long by) {
    return transactions.executeWrite(status -> {
      if (account.state() != AccountState.DISABLED) {
        return new Outcome.Refused("这个账号没有停用。");
      }
      Account open = accounts.update(account.enabled().touched(by, clock.instant()));
      return open.state() == AccountState.INVITED
          ? new Outcome.Invited(inviting.invite(open, by))
          : new Outcome.Done(open);
    });
  }

  /// Gives an account another task and its person another name or number.
  public Outcome change(Account account, Post post, Person person, long by) {
    var changed = account.posted(post).known(people.seal(person)).touched(by, clock.instant());
    return post.equals(account.post())
        ? new Outcome.Done(accounts.update(changed))
        : change(account, by, () -> new Outcome.Done(accounts.update(changed)));
  }

  /// Takes the password away and gives a link to choose a new one; everybody who is in is out, and
  /// nobody is bound to it at the identity provider.
  public Outcome reset(Account account, Factor factor, long by) {
    if (account.state() == AccountState.DISABLED || account.program()) {
      return new Outcome.Refused("停用的账号和程序账号没有口令可以重置。");
    }
    return change(
        account,
        by,
        () -> {
          Account waiting = account.invitedAgain().touched(by, clock.instant());
          Account kept =
              accounts.update(factor == Factor.REMOVED ? waiting.withoutSecondFactor() : waiting);
          sessions.endOthers(account.id(), 0);
          identities.release(account.id());
          throttle.release(account);
          return new Outcome.Invited(inviting.invite(kept, by));
        });
  }

  /// Lets somebody who mistyped too often try again.
  public void unlock(Account account) {
    throttle.release(account);
  }

  private Outcome closed(Account account, long by) {
    Account closed = accounts.update(account.disabled().touched(by, clock.instant()));
    sessions.endOthers(account.id(), 0);
    invitations.withdraw(account.id(), clock.instant());
    kept.release(account.id());
    return new Outcome.Done(closed);
  }

  // Without an administrator nobody could ever let anybody in again.
  private Outcome change(Account account, long by, Supplier<Outcome> act) {
    if (account.id() == by) {
      return new Outcome.Refused(OWN);
    }
    return transactions.executeWrite(status -> {
      boolean lastOne =
          account.role() == Role.ADMIN
              && account.state() == AccountState.ACTIVE
              && !account.program()
              && accounts.activeAdministrators().size() <= 1;
      return lastOne ? new Outcome.Refused(LAST) : act.get();
    });
  }
}
