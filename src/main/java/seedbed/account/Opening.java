package seedbed.account;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import seedbed.web.Contention;
import seedbed.web.Refusal;

/// Opens accounts.
@Singleton
public class Opening {

  private final Accounts accounts;
  private final People people;
  private final Passwords passwords;
  private final Clock clock;

  Opening(Accounts accounts, People people, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.people = people;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// An account that waits for its person to choose a password by an invitation.
  public Account invited(NewAccount wanted) {
    return save(account(wanted, AccountState.INVITED, Use.PERSON, null));
  }

  /// An account whose password its person has chosen.
  public Account open(NewAccount wanted, String password) {
    return accounts.save(
        account(wanted, AccountState.ACTIVE, Use.PERSON, passwords.hash(password)));
  }

  /// An account whose password somebody else knows: it is changed at the first sign-in.
  public Account openFor(NewAccount wanted, String password) {
    Account account = account(wanted, AccountState.ACTIVE, Use.PERSON, null);
    return accounts.save(account.withGivenPassword(passwords.hash(password), clock.instant()));
  }

  /// An account for another system: no password, only tokens.
  public Account program(NewAccount wanted) {
    return save(account(wanted, AccountState.ACTIVE, Use.PROGRAM, null));
  }

  // Whether the name is free was looked up before, by each of two at once.
  private Account save(Account account) {
    try {
      return accounts.save(account);
    } catch (DataAccessException e) {
      if (Contention.of(e) == Contention.DUPLICATE) {
        throw taken(account.username());
      }
      throw e;
    }
  }

  /// Says that a name to sign in with is not free.
  public static Refusal.Invalid taken(String username) {
    return new Refusal.Invalid("username", "登录名“" + username + "”已经有人使用，请换一个");
  }

  private enum Use {
    PERSON,
    PROGRAM
  }

  private Account account(NewAccount wanted, AccountState state, Use use, @Nullable String hash) {
    People.Sealed sealed = people.seal(wanted.person());
    Instant now = clock.instant();
    return new Account(
        0,
        wanted.username(),
        wanted.role(),
        wanted.regionCode(),
        wanted.companyId(),
        wanted.unit(),
        state,
        use == Use.PROGRAM,
        sealed.name(),
        sealed.phone(),
        sealed.email(),
        hash,
        hash == null ? null : now,
        false,
        null,
        now,
        null,
        null,
        0);
  }
}
