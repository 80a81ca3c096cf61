package seedbed.enrolment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.account.Passwords;
import seedbed.account.People;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.signin.Identities;
import seedbed.signin.Session;
import seedbed.signin.Sessions;
import seedbed.signin.Throttle;
import seedbed.web.Formats;
import seedbed.web.Refusal;

/// Puts one account together for its page.
@Singleton
class AccountSheets {

  private final Accounts accounts;
  private final Invitations invitations;
  private final People people;
  private final Passwords passwords;
  private final Regions regions;
  private final Companies companies;
  private final Custodies custodies;
  private final HandOver handOver;
  private final Sessions sessions;
  private final Identities identities;
  private final Throttle throttle;
  private final Clock clock;

  AccountSheets(
      Accounts accounts,
      Invitations invitations,
      People people,
      Passwords passwords,
      Regions regions,
      Companies companies,
      Custodies custodies,
      HandOver handOver,
      Sessions sessions,
      Identities identities,
      Throttle throttle,
      Clock clock) {
    this.accounts = accounts;
    this.invitations = invitations;
    this.people = people;
    this.passwords = passwords;
    this.regions = regions;
    this.companies = companies;
    this.custodies = custodies;
    this.handOver = handOver;
    this.sessions = sessions;
    this.identities = identities;
    this.throttle = throttle;
    this.clock = clock;
  }

  /// A person's account.
  ///
  /// @throws Refusal.Absent when there is none of that number
  Account person(long id) {
    return accounts
        .findById(id)
        .filter(account -> !account.program())
        .orElseThrow(() -> new Refusal.Absent("没有编号为 " + id + " 的账号。"));
  }

  /// A person's account as a form showed it.
  ///
  /// @throws Refusal.Stale when it was changed since
  Account unchanged(long id, long version) {
    Account account = person(id);
    if (account.version() != version) {
      String latest =
          account.changedBy() == null
              ? ""
              : "（最近由 %s 于 %s 修改）"
                  .formatted(name(account.changedBy()), Formats.time(account.changedAt()));
      throw new Refusal.Stale("账号在您打开之后已经改过" + latest + "，您的修改没有保存。请重新打开修改页面，按最新情况办理。");
    }
    return account;
  }

  AccountSheet of(long id, Caller caller) {
    Account account = person(id);
    Instant now = clock.instant();
    Instant until =
        invitations
            .findFirstByAccountIdAndUsedAtIsNullOrderByExpiresAtDesc(id)
            .map(Invitation::expiresAt)
            .orElse(null);
    return new AccountSheet(
        account,
        people.of(account),
        account.role().label(),
        regions.findByCode(account.regionCode()).map(Region::name).orElse(account.regionCode()),
        company(account),
        account.state().label(),
        AccountList.styleClass(account.state()),
        !throttle.locked(Set.of(account.username())).isEmpty(),
        account.state() == AccountState.ACTIVE && passwords.due(account),
        identities.existsByAccountId(id),
        account.id() == caller.account(),
        until,
        until == null || !now.isBefore(until),
        keeper(id),
        sessions.of(id).stream().findFirst().map(Session::seenAt).orElse(null),
        handOver.of(id).stream().filter(share -> share.count() > 0).toList());
  }

  private @Nullable String company(Account account) {
    Long company = account.companyId();
    return company == null ? null : companies.findById(company).map(Company::name).orElse(null);
  }

  private @Nullable String keeper(long account) {
    return custodies
        .findByAccountIdAndHeldToIsNull(account)
        .map(custody -> name(custody.keeperId()))
        .orElse(null);
  }

  private String name(long account) {
    return accounts
        .findById(account)
        .map(found -> people.name(found) + "（" + found.username() + "）")
        .orElse("");
  }
}
