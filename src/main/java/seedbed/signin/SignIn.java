package seedbed.signin;

import jakarta.inject.Singleton;
import java.util.Locale;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.Passwords;
import seedbed.web.Origin;

/// Lets a person in by name and password, then by the second factor where there is one.
///
/// Nothing in an answer tells whether a name exists, is closed, or only the password was wrong.
@Singleton
public class SignIn {

  private final Accounts accounts;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final Throttle throttle;
  private final Sessions sessions;

  SignIn(
      Accounts accounts,
      Passwords passwords,
      SecondFactor secondFactor,
      Throttle throttle,
      Sessions sessions) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.throttle = throttle;
    this.sessions = sessions;
  }

  /// What became of a try.
  public sealed interface Outcome {
    /// Let in, perhaps with a step still to take.
    record Admitted(Account account, Sessions.Opened opened) implements Outcome {}

    /// Name, password or code is wrong.
    record Wrong() implements Outcome {}

    /// Too many tries; later ones are not looked at.
    record Locked() implements Outcome {}
  }

  public Outcome withPassword(String username, String password, Session.Kind kind, Origin origin) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    var taken = throttle.take(name, origin.address());
    if (taken.isEmpty()) {
      return new Outcome.Locked();
    }
    Account account = accounts.findByUsername(name).orElse(null);
    if (!passwords.matches(password, account)
        || account == null
        || account.state() != AccountState.ACTIVE
        || account.program()) {
      return new Outcome.Wrong();
    }
    throttle.giveBack(taken.get());
    return new Outcome.Admitted(account, sessions.open(account, kind, origin));
  }

  public Outcome withCode(Sessions.Found half, String code, Origin origin) {
    var taken = throttle.takeCode(half.account().username(), origin.address());
    if (taken.isEmpty()) {
      return new Outcome.Locked();
    }
    if (!secondFactor.accept(half.account(), code)) {
      return new Outcome.Wrong();
    }
    throttle.giveBack(taken.get());
    return new Outcome.Admitted(half.account(), sessions.renew(half, origin));
  }
}
