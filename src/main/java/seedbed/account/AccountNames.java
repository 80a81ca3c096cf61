package seedbed.account;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.audit.Names;

/// Tells the trail which accounts it is about.
@Singleton
final class AccountNames implements Names {

  private final Accounts accounts;

  AccountNames(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  public Optional<String> username(long account) {
    return accounts.findById(account).map(Account::username);
  }

  @Override
  public Optional<Long> account(String username) {
    return accounts.findByUsername(username).map(Account::id);
  }
}
