package seedbed.account;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import seedbed.web.FieldError;

/// Gives an account a password of its person's choice.
@Singleton
public class PasswordChange {

  private final Accounts accounts;
  private final Passwords passwords;
  private final Clock clock;

  PasswordChange(Accounts accounts, Passwords passwords, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.clock = clock;
  }

  /// What became of it.
  public sealed interface Outcome {}

  /// The account with its new password.
  public record Changed(Account account) implements Outcome {}

  /// Field by field why not.
  public record Refused(List<FieldError> errors) implements Outcome {}

  /// By somebody who knows the present one.
  public Outcome change(Account account, String current, String wanted) {
    return passwords.matches(current, account)
        ? set(account, wanted)
        : new Refused(List.of(new FieldError("current", "现在的口令不对")));
  }

  /// By somebody who has been invited to.
  public Outcome set(Account account, String wanted) {
    List<String> objections = passwords.objections(wanted, account);
    return objections.isEmpty()
        ? new Changed(
            accounts.update(account.withPassword(passwords.hash(wanted), clock.instant())))
        : new Refused(
            objections.stream().map(objection -> new FieldError("password", objection)).toList());
  }
}
