package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountSettings;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.portfolio.Assignments;
import seedbed.portfolio.Deputising;
import seedbed.secret.OpaqueToken;

/// One account of each role, an aide of the leader and an inspector of a second unit, for trying
/// the demonstration pool, all with one password.
@Singleton
class DemoAccounts {

  /// Printed as it is: what the person who starts it reads, once.
  private static final Logger CONSOLE = LoggerFactory.getLogger("console");

  private static final String COUNTY = "320682";

  /// Of nobody.
  private static final String PHONE = "13800000000";

  /// Acts for the demonstration leader.
  static final String AIDE = "aide";

  /// Of another unit, so that two can be seen to inspect the same company.
  static final String SECOND_INSPECTOR = "inspector2";

  static final String SECOND_UNIT = "生态环境局";

  private static final Set<Role> ROLES = EnumSet.complementOf(EnumSet.of(Role.ADMIN));

  private final Accounts accounts;
  private final Opening opening;
  private final AccountSettings settings;
  private final Assignments assignments;
  private final Deputising deputising;
  private final DemoPlaces places;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoAccounts(
      Accounts accounts,
      Opening opening,
      AccountSettings settings,
      Assignments assignments,
      Deputising deputising,
      DemoPlaces places,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.accounts = accounts;
    this.opening = opening;
    this.settings = settings;
    this.assignments = assignments;
    this.deputising = deputising;
    this.places = places;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Opens all of them where there is none, and a demonstration company to be at home with.
  void open() {
    if (ROLES.stream().noneMatch(role -> accounts.existsByUsername(role.code()))) {
      places.first().ifPresent(this::open);
    }
  }

  private void open(DemoPlaces.Place home) {
    String chosen = settings.demoPassword();
    boolean made = chosen == null || chosen.isBlank();
    String password = made ? OpaqueToken.fresh().text() : String.valueOf(chosen);
    transactions.executeWrite(_ -> open(home, password));
    if (made) {
      CONSOLE.info(
          "示例账号 office、township、department、leader、aide、company、inspector、inspector2、auditor 已建立，口令"
              + " {} （只显示这一次）",
          password);
    }
  }

  private int open(DemoPlaces.Place home, String password) {
    open(Role.OFFICE, COUNTY, password);
    open(Role.TOWNSHIP, home.townCode(), password);
    opening.open(demo(Role.DEPARTMENT, COUNTY).inUnit("科技局"), password);
    opening.open(demo(Role.INSPECTOR, COUNTY).inUnit("应急管理局"), password);
    opening.open(
        NewAccount.of(SECOND_INSPECTOR, Role.INSPECTOR, COUNTY, "示例环境检查人员").inUnit(SECOND_UNIT),
        password);
    opening.open(
        demo(Role.COMPANY, home.townCode()).ofCompany(home.companyId()).reachedAt(PHONE), password);
    open(Role.AUDITOR, COUNTY, password);
    Account leader = open(Role.LEADER, COUNTY, password);
    List<Long> portfolio = places.portfolio(home.companyId());
    assignments.link(leader.id(), portfolio, LocalDate.now(clock).withDayOfYear(1), "示例分工");
    Account aide = opening.open(NewAccount.of(AIDE, Role.LEADER, COUNTY, "示例联络员"), password);
    deputising.appoint(leader.id(), aide.id(), Role.OFFICE.code());
    return portfolio.size();
  }

  private Account open(Role role, String region, String password) {
    return opening.open(demo(role, region), password);
  }

  private static NewAccount demo(Role role, String region) {
    return NewAccount.of(role.code(), role, region, "示例" + role.label());
  }
}
