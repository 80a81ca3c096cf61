package seedbed.signin;

import jakarta.inject.Singleton;
import seedbed.account.Account;
import seedbed.account.Passwords;
import seedbed.web.Origin;

/// Asks somebody who is in for the password once more. Tries count together with those of signing
/// in, so that a session left open is no other way to guess it.
@Singleton
class PasswordProof {

  static final String LOCKED = "口令输错次数过多，暂时不能办理，请过一会儿再试。";

  private final Passwords passwords;
  private final Throttle throttle;

  PasswordProof(Passwords passwords, Throttle throttle) {
    this.passwords = passwords;
    this.throttle = throttle;
  }

  /// What became of a try.
  enum Answer {
    RIGHT,
    WRONG,
    /// Too many tries; this one was not looked at.
    LOCKED
  }

  Answer ask(Account account, String password, Origin origin) {
    var taken = throttle.take(account.username(), origin.address());
    if (taken.isEmpty()) {
      return Answer.LOCKED;
    }
    if (!passwords.matches(password, account)) {
      return Answer.WRONG;
    }
    throttle.giveBack(taken.get());
    return Answer.RIGHT;
  }
}
