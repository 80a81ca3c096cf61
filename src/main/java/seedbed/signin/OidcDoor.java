package seedbed.signin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;

/// Decides whom somebody is here for whom the identity provider vouches. The name counts at the
/// first sign-in only and binds the account to issuer and subject; later only these count.
@Singleton
class OidcDoor {

  /// Whoever governs names at the provider must not thereby be administrator or auditor here.
  private static final Set<Role> NEVER = EnumSet.of(Role.ADMIN, Role.AUDITOR);

  private final Accounts accounts;
  private final Identities identities;
  private final Clock clock;

  OidcDoor(Accounts accounts, Identities identities, Clock clock) {
    this.accounts = accounts;
    this.identities = identities;
    this.clock = clock;
  }

  /// The account, where one may come in this way.
  Optional<Account> account(Oidc.Vouched who) {
    return bound(who)
        .or(() -> accounts.findByUsername(who.name()).flatMap(found -> bind(found, who)))
        .filter(OidcDoor::mayComeIn);
  }

  private Optional<Account> bound(Oidc.Vouched who) {
    return identities
        .findByIssuerAndSubject(who.issuer(), who.subject())
        .flatMap(identity -> accounts.findById(identity.accountId()));
  }

  // An account that is bound to somebody else stays that one's, whatever the name says.
  private Optional<Account> bind(Account found, Oidc.Vouched who) {
    if (!mayComeIn(found)) {
      return Optional.empty();
    }
    identities.bind(who.issuer(), who.subject(), found.id(), clock.instant());
    return bound(who);
  }

  private static boolean mayComeIn(Account account) {
    return account.state() == AccountState.ACTIVE
        && !account.program()
        && !NEVER.contains(account.role());
  }
}
