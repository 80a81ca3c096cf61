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

  /// By somebody who has proved to be its person.
  public Outcome set(Account account, String wanted) {
    List<String> objections = passwords.objections(wanted, account);
    return objections.isEmpty()
        ? new Changed(
            accounts.update(account.withPassword(passwords.hash(wanted), clock.instant())))
        : new Refused(
            objections.stream().map(objection -> new FieldError("password", objection)).toList());
  }
}
