package seedbed.seed;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountSettings;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.portfolio.Assignments;
import seedbed.secret.OpaqueToken;

/// One account of each role for trying the demonstration pool, all with one password.
@Singleton
class DemoAccounts {

  /// Printed as it is: what the person who starts it reads, once.
  private static final Logger CONSOLE = LoggerFactory.getLogger("console");

  private static final String COUNTY = "320682";

  private final Accounts accounts;
  private final Opening opening;
  private final AccountSettings settings;
  private final Assignments assignments;
  private final DemoPlaces places;
  private final Clock clock;

  DemoAccounts(
      Accounts accounts,
      Opening opening,
      AccountSettings settings,
      Assignments assignments,
      DemoPlaces places,
      Clock clock) {
    this.accounts = accounts;
    this.opening = opening;
    this.settings = settings;
    this.assignments = assignments;
    this.places = places;
    this.clock = clock;
  }

  /// Opens the missing ones.
  void open() {
    if (accounts.existsByUsername(Role.OFFICE.code())) {
      return;
    }
    String chosen = settings.demoPassword();
    boolean made = chosen == null || chosen.isBlank();
    String password = made ? OpaqueToken.fresh().text() : String.valueOf(chosen);
    DemoPlaces.Place home = places.first();
    open(Role.OFFICE, COUNTY, password);
    open(Role.TOWNSHIP, home.townCode(), password);
    opening.open(demo(Role.DEPARTMENT, COUNTY).inUnit("科技局"), password);
    opening.open(demo(Role.INSPECTOR, COUNTY).inUnit("应急管理局"), password);
    opening.open(demo(Role.COMPANY, home.townCode()).ofCompany(home.companyId()), password);
    open(Role.AUDITOR, COUNTY, password);
    Account leader = open(Role.LEADER, COUNTY, password);
    List<Long> portfolio = places.portfolio(home.companyId());
    assignments.link(leader.id(), portfolio, LocalDate.now(clock).withDayOfYear(1), "示例分工");
    if (made) {
      CONSOLE.info(
          "示例账号 office、township、department、leader、company、inspector、auditor 已建立，口令 {} （只显示这一次）",
          password);
    }
  }

  private Account open(Role role, String region, String password) {
    return opening.open(demo(role, region), password);
  }

  private static NewAccount demo(Role role, String region) {
    return NewAccount.of(role.code(), role, region, "示例" + role.label());
  }
}
