package seedbed.enrolment;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import seedbed.account.Account;
import seedbed.account.AccountSettings;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.account.PasswordChange;
import seedbed.secret.OpaqueToken;
import seedbed.signin.Sessions;
import seedbed.web.FieldError;

/// Lets people choose their own password by a link that works once.
@Singleton
public class Inviting {

  private final TransactionOperations<Connection> transactions;
  private final Invitations invitations;
  private final Accounts accounts;
  private final Opening opening;
  private final KeptAccounts kept;
  private final PasswordChange passwordChange;
  private final Sessions sessions;
  private final AccountSettings settings;
  private final Clock clock;

  Inviting(
      TransactionOperations<Connection> transactions,
      Invitations invitations,
      Accounts accounts,
      Opening opening,
      KeptAccounts kept,
      PasswordChange passwordChange,
      Sessions sessions,
      AccountSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.invitations = invitations;
    this.accounts = accounts;
    this.opening = opening;
    this.kept = kept;
    this.passwordChange = passwordChange;
    this.sessions = sessions;
    this.settings = settings;
    this.clock = clock;
  }

  /// A link on its way to its person; its text is nowhere else.
  public record Issued(Account account, OpaqueToken token, Instant expires) {}

  /// What became of an answer to an invitation.
  public sealed interface Answer {
    /// The password is chosen.
    record Accepted(Account account) implements Answer {}

    /// The password will not do; the link still works.
    record Refused(List<FieldError> errors) implements Answer {}

    /// There is no such link any more.
    record Gone() implements Answer {}
  }

  /// Opens an account and invites its person.
  public Issued open(NewAccount wanted, long by) {
    return transactions.executeWrite(status -> invite(opening.invited(wanted), by));
  }

  /// A new link for an account; earlier ones stop working.
  public Issued invite(Account account, long by) {
    var token = OpaqueToken.fresh();
    Instant now = clock.instant();
    Instant expires = now.plus(settings.invitationLife());
    return transactions.executeWrite(status -> {
      invitations.withdraw(account.id(), now);
      invitations.save(new Invitation(0, token.hash(), account.id(), by, now, expires, null));
      kept.entrust(account.id(), by);
      return new Issued(account, token, expires);
    });
  }

  /// Whose link it is, while it works.
  public Optional<Account> find(String token) {
    return link(token).flatMap(this::account);
  }

  public Answer accept(String token, String password) {
    return transactions.executeWrite(status -> {
      Optional<Invitation> link = link(token);
      Account account = link.flatMap(this::account).orElse(null);
      if (link.isEmpty() || account == null) {
        return new Answer.Gone();
      }
      // Before anything else: of two at once the second waits here, and finds it used.
      if (invitations.use(link.get().id(), clock.instant()) == 0) {
        return new Answer.Gone();
      }
      return switch (passwordChange.set(account, password)) {
        case PasswordChange.Refused(var errors) -> {
          status.setRollbackOnly();
          yield new Answer.Refused(errors);
        }
        case PasswordChange.Changed(var opened) -> {
          sessions.endOthers(opened.id(), 0);
          kept.release(opened.id());
          yield new Answer.Accepted(opened);
        }
      };
    });
  }

  private Optional<Invitation> link(String token) {
    return invitations
        .findByTokenHash(new OpaqueToken(token).hash())
        .filter(invitation -> invitation.open(clock.instant()));
  }

  private Optional<Account> account(Invitation invitation) {
    return accounts
        .findById(invitation.accountId())
        .filter(account -> account.state() == AccountState.INVITED && !account.program());
  }
}
