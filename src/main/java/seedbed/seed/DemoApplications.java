package seedbed.seed;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.admission.Casework;

/// Demonstration applications, one in each stage, made by the demonstration accounts.
@Singleton
class DemoApplications {

  private static final String POOL = "rugao-pool";

  private final Casework casework;
  private final Accounts accounts;
  private final DemoPlaces places;
  private final Clock clock;

  DemoApplications(Casework casework, Accounts accounts, DemoPlaces places, Clock clock) {
    this.casework = casework;
    this.accounts = accounts;
    this.places = places;
    this.clock = clock;
  }

  /// Only where there is none yet.
  void open() {
    if (casework.any()) {
      return;
    }
    LocalDate today = LocalDate.now(clock);
    List<Long> companies = places.outside(POOL, today, places.first().townCode());
    for (int number = 0; number < companies.size(); number++) {
      bring(casework.begin(companies.get(number), POOL), number, today);
    }
  }

  private void bring(long id, int number, LocalDate today) {
    Caller company = caller(Role.COMPANY);
    Caller township = caller(Role.TOWNSHIP);
    Caller office = caller(Role.OFFICE);
    if (number == 0) {
      return;
    }
    casework.submit(id, company, "示例：数据已核对，请予初审。");
    if (number == 2) {
      casework.sendBack(id, township, "示例：佐证不全，补齐后再报。");
    }
    if (number >= 3) {
      casework.pass(id, township);
    }
    if (number >= 5) {
      casework.proceed(id, office, "示例：部门逾期未答复，先行审定。");
    }
    if (number >= 6) {
      casework.announce(id, office, "示例公示〔" + today.getYear() + "〕1号", today.minusDays(2));
    }
  }

  private Caller caller(Role role) {
    Account account = accounts.findByUsername(role.code()).orElseThrow();
    return new Caller(
        account.id(),
        0,
        account.username(),
        account.role(),
        account.regionCode(),
        account.companyId(),
        account.unit());
  }
}
