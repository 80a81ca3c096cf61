package seedbed.seed;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;

/// Who acts in the demonstration: its accounts, each named after its role.
@Singleton
class DemoCallers {

  private static final long NO_SESSION = 0;

  private final Accounts accounts;

  DemoCallers(Accounts accounts) {
    this.accounts = accounts;
  }

  /// Whether each of the roles has its account, open and not given to another one.
  boolean present(Collection<Role> roles) {
    return roles.stream().allMatch(role -> find(role).isPresent());
  }

  boolean present(String username) {
    return active(username).isPresent();
  }

  Optional<Caller> find(Role role) {
    return active(role.code()).filter(account -> account.role() == role).map(DemoCallers::caller);
  }

  Caller of(Role role) {
    return of(role.code());
  }

  Caller of(String username) {
    return caller(accounts.findByUsername(username).orElseThrow());
  }

  private Optional<Account> active(String username) {
    return accounts
        .findByUsername(username)
        .filter(account -> account.state() == AccountState.ACTIVE);
  }

  private static Caller caller(Account account) {
    return new Caller(
        account.id(),
        NO_SESSION,
        account.username(),
        account.role(),
        account.regionCode(),
        account.companyId(),
        account.unit());
  }
}
