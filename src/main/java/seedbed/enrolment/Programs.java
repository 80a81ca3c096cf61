package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.account.People;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.secret.OpaqueToken;
import seedbed.signin.Session;
import seedbed.signin.Sessions;

/// Accounts of other systems, each with one token.
@Singleton
class Programs {

  /// What a program can be: nobody who keeps accounts, and nothing that belongs to one person or
  /// company.
  static final List<Role> ROLES =
      List.of(Role.OFFICE, Role.TOWNSHIP, Role.DEPARTMENT, Role.INSPECTOR, Role.AUDITOR);

  private final TransactionOperations<Connection> transactions;
  private final Accounts accounts;
  private final Opening opening;
  private final Custodies custodies;
  private final KeptAccounts kept;
  private final Sessions sessions;
  private final People people;
  private final Regions regions;
  private final Clock clock;

  Programs(
      TransactionOperations<Connection> transactions,
      Accounts accounts,
      Opening opening,
      Custodies custodies,
      KeptAccounts kept,
      Sessions sessions,
      People people,
      Regions regions,
      Clock clock) {
    this.transactions = transactions;
    this.accounts = accounts;
    this.opening = opening;
    this.custodies = custodies;
    this.kept = kept;
    this.sessions = sessions;
    this.people = people;
    this.regions = regions;
    this.clock = clock;
  }

  enum Rights {
    READING,
    WRITING
  }

  /// @param until the last day on which the token works
  record Order(NewAccount account, Rights rights, LocalDate until) {}

  /// @param until until when its token works; nothing when it no longer does
  @Introspected
  record Line(
      long id,
      String label,
      String username,
      String role,
      String region,
      boolean reading,
      @Nullable Instant until,
      @Nullable Instant seenAt,
      @Nullable String keeper,
      boolean open) {}

  /// @param token its text is nowhere else
  record Issued(Account account, OpaqueToken token) {}

  Issued issue(Order order, long by) {
    Instant expires = order.until.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    return transactions.executeWrite(status -> {
      Account account = opening.program(order.account);
      kept.entrust(account.id(), by);
      return new Issued(
          account,
          sessions
              .issue(
                  new Sessions.TokenOrder(
                      account,
                      order.account.person().name(),
                      expires,
                      order.rights == Rights.READING))
              .token());
    });
  }

  /// Closes a program's account with its token; false when there is none open.
  boolean revoke(long id) {
    return transactions.executeWrite(status -> {
      Account account =
          accounts
              .findById(id)
              .filter(found -> found.program() && found.state() == AccountState.ACTIVE)
              .orElse(null);
      if (account == null) {
        return false;
      }
      accounts.update(account.disabled());
      sessions.endOthers(id, 0);
      kept.release(id);
      return true;
    });
  }

  /// All programs, those that still work first.
  List<Line> lines() {
    return accounts.findByProgramOrderByStateAndUsername(true).stream().map(this::line).toList();
  }

  private Line line(Account account) {
    Session token = sessions.of(account.id()).stream().findFirst().orElse(null);
    boolean used = token != null && token.seenAt().isAfter(token.openedAt());
    return new Line(
        account.id(),
        people.name(account),
        account.username(),
        account.role().label(),
        regions.findByCode(account.regionCode()).map(Region::name).orElse(account.regionCode()),
        token == null || token.reading(),
        token == null ? null : token.expiresAt(),
        used && token != null ? token.seenAt() : null,
        custodies
            .findByAccountIdAndHeldToIsNull(account.id())
            .flatMap(custody -> accounts.findById(custody.keeperId()))
            .map(people::name)
            .orElse(null),
        account.state() == AccountState.ACTIVE);
  }
}
