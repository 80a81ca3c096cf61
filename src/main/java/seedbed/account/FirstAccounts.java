package seedbed.account;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.access.Role;
import seedbed.secret.OpaqueToken;

/// Makes the administrator of an empty database. Nobody has a password that is known beforehand.
@Singleton
class FirstAccounts {

  /// Printed as it is: what the person who starts it reads, once.
  private static final Logger CONSOLE = LoggerFactory.getLogger("console");

  private static final String ADMIN = "admin";

  private final Accounts accounts;
  private final Opening opening;
  private final AccountSettings settings;

  FirstAccounts(Accounts accounts, Opening opening, AccountSettings settings) {
    this.accounts = accounts;
    this.opening = opening;
    this.settings = settings;
  }

  // After the regions, which every account is bound to.
  @EventListener
  @Order(0)
  void onStartup(StartupEvent started) {
    if (accounts.existsByRole(Role.ADMIN)) {
      return;
    }
    var admin = NewAccount.of(ADMIN, Role.ADMIN, settings.region(), "系统管理员");
    String chosen = settings.adminPassword();
    if (chosen != null && !chosen.isBlank()) {
      opening.open(admin, chosen);
    } else {
      String made = OpaqueToken.fresh().text();
      opening.openFor(admin, made);
      CONSOLE.info("系统管理员账号 {} 已建立，初始口令 {} （只显示这一次，首次登录须更换）", ADMIN, made);
    }
  }
}
