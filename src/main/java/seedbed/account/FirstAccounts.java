package seedbed.account;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.core.annotation.Order;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.access.Role;
import seedbed.secret.OpaqueToken;
import seedbed.startup.StartFailure;
import seedbed.web.Contention;

/// Makes the administrator of an empty database. Nobody has a password that is known beforehand.
@Singleton
class FirstAccounts {

  /// Printed as it is: what the person who starts it reads, once.
  private static final Logger CONSOLE = LoggerFactory.getLogger("console");

  private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
  private static final String ADMIN = "admin";

  private final Accounts accounts;
  private final Opening opening;
  private final Passwords passwords;
  private final AccountSettings settings;

  FirstAccounts(Accounts accounts, Opening opening, Passwords passwords, AccountSettings settings) {
    this.accounts = accounts;
    this.opening = opening;
    this.passwords = passwords;
    this.settings = settings;
  }

  // After the regions, which every account is bound to.
  @EventListener
  @Order(0)
  void onStartup(StartupEvent started) {
    if (!accounts.existsByRole(Role.ADMIN)) {
      openAdministrator();
    }
  }

  /// Where several nodes start at once for the first time, one of them is the first.
  void openAdministrator() {
    try {
      open(NewAccount.of(ADMIN, Role.ADMIN, settings.region(), "系统管理员"));
    } catch (DataAccessException e) {
      if (Contention.of(e) != Contention.DUPLICATE) {
        throw e;
      }
      LOG.info("Another node has just opened the first account");
    }
  }

  private void open(NewAccount admin) {
    String chosen = settings.adminPassword();
    if (chosen == null || chosen.isBlank()) {
      String made = OpaqueToken.fresh().text();
      opening.openFor(admin, made);
      CONSOLE.info("系统管理员账号 {} 已建立，初始口令 {} （只显示这一次，首次登录须更换）", ADMIN, made);
      return;
    }
    List<String> objections = passwords.objections(chosen, ADMIN);
    if (!objections.isEmpty()) {
      throw new StartFailure(
          "SEEDBED_ADMIN_PASSWORD 给出的系统管理员口令不合要求（"
              + String.join("；", objections)
              + "）：请换一个口令，或者不设这一项由系统生成，然后重新启动。");
    }
    opening.open(admin, chosen);
  }
}
