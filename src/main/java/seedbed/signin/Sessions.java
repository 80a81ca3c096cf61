package seedbed.signin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Standing;
import seedbed.account.Account;
import seedbed.account.AccountSettings;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.Passwords;
import seedbed.secret.OpaqueToken;
import seedbed.web.Origin;

/// Opens, finds and ends sessions. The account is read with every request, so that closing it or
/// changing its role takes effect at the next one.
@Singleton
public final class Sessions {

  /// A session that is used all the time is written down once a minute.
  private static final Duration GRAIN = Duration.ofMinutes(1);

  /// How long somebody who gave the password may look for the second factor.
  private static final Duration HALF_WAY = Duration.ofMinutes(5);

  private final SessionRows rows;
  private final Accounts accounts;
  private final Passwords passwords;
  private final AccountSettings accountSettings;
  private final SessionSettings settings;
  private final Clock clock;

  Sessions(
      SessionRows rows,
      Accounts accounts,
      Passwords passwords,
      AccountSettings accountSettings,
      SessionSettings settings,
      Clock clock) {
    this.rows = rows;
    this.accounts = accounts;
    this.passwords = passwords;
    this.accountSettings = accountSettings;
    this.settings = settings;
    this.clock = clock;
  }

  /// A session with the text that its bearer shows; the text is nowhere else.
  public record Opened(OpaqueToken token, Session session) {}

  /// A valid session with its account as it is now.
  public record Found(Session session, Account account) {}

  /// What an administrator gives to another system.
  public record TokenOrder(Account account, String label, Instant expires, boolean reading) {}

  public Opened open(Account account, Session.Kind kind, Origin origin) {
    boolean half = account.hasSecondFactor();
    Instant now = clock.instant();
    return save(
        account.id(),
        kind,
        null,
        false,
        !half,
        now.plus(half ? HALF_WAY : settings.life()),
        origin);
  }

  /// A session in place of one whose second factor has just been given.
  public Opened renew(Found half, Origin origin) {
    Instant now = clock.instant();
    rows.end(half.session.id(), now);
    return save(
        half.account.id(),
        half.session.kind(),
        null,
        false,
        true,
        now.plus(settings.life()),
        origin);
  }

  /// A session in place of one whose bearer has just given the own password: as far on as that one,
  /// and no longer.
  Opened replace(Found found, Origin origin) {
    rows.end(found.session.id(), clock.instant());
    return save(
        found.account.id(),
        Session.Kind.BROWSER,
        null,
        false,
        found.session.passed(),
        found.session.expiresAt(),
        origin);
  }

  public Opened issue(TokenOrder order) {
    return save(
        order.account.id(),
        Session.Kind.TOKEN,
        order.label,
        order.reading,
        true,
        order.expires,
        null);
  }

  /// The session that a text opens, if it is still valid.
  public Optional<Found> find(String token) {
    Instant now = clock.instant();
    Optional<Session> session =
        rows.findByTokenHash(new OpaqueToken(token).hash())
            .filter(found -> found.valid(now, settings.idle()));
    if (session.isEmpty()) {
      return Optional.empty();
    }
    Optional<Account> account =
        accounts
            .findById(session.get().accountId())
            .filter(found -> found.state() == AccountState.ACTIVE);
    if (account.isPresent() && session.get().seenAt().plus(GRAIN).isBefore(now)) {
      rows.see(session.get().id(), now);
    }
    return account.map(found -> new Found(session.get(), found));
  }

  /// Who a session is, and what is still asked of that person.
  public Standing standing(Found found) {
    Account account = found.account;
    return new Standing(
        new Caller(
            account.id(),
            found.session.id(),
            account.username(),
            account.role(),
            account.regionCode(),
            account.companyId(),
            account.unit()),
        step(found));
  }

  private Standing.Step step(Found found) {
    if (!found.session.passed()) {
      return Standing.Step.SECOND_FACTOR;
    }
    if (found.session.kind() == Session.Kind.TOKEN) {
      return Standing.Step.COMPLETE;
    }
    if (passwords.due(found.account)) {
      return Standing.Step.NEW_PASSWORD;
    }
    return accountSettings.secondFactor().contains(found.account.role())
            && !found.account.hasSecondFactor()
        ? Standing.Step.ENROLMENT
        : Standing.Step.COMPLETE;
  }

  /// The account's sessions that still work, the newest use first.
  public List<Session> of(long account) {
    Instant now = clock.instant();
    return rows.open(account, now).stream()
        .filter(session -> session.valid(now, settings.idle()))
        .toList();
  }

  public void end(long session) {
    rows.end(session, clock.instant());
  }

  /// Ends one of the account's own sessions; false when it has none of that number.
  public boolean endOwn(long session, long account) {
    return rows.endOwn(session, account, clock.instant()) > 0;
  }

  /// Ends all sessions of the account but this one; 0 spares none.
  public long endOthers(long account, long except) {
    return rows.endOthers(account, except, clock.instant());
  }

  private Opened save(
      long account,
      Session.Kind kind,
      @Nullable String label,
      boolean reading,
      boolean passed,
      Instant expires,
      @Nullable Origin origin) {
    var token = OpaqueToken.fresh();
    Instant now = clock.instant();
    Session session =
        rows.save(
            new Session(
                0,
                token.hash(),
                account,
                kind,
                label,
                reading,
                passed,
                now,
                now,
                expires,
                null,
                origin == null ? null : origin.address(),
                origin == null ? null : origin.agent()));
    return new Opened(token, session);
  }
}
