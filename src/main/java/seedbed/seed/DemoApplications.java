package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import seedbed.access.Role;
import seedbed.admission.Casework;

/// Demonstration applications in every stage, made by the demonstration accounts.
@Singleton
class DemoApplications {

  private static final String MUNICIPAL = "rugao-pool";
  private static final String PROVINCIAL = "jiangsu-pool";

  private static final Set<Role> ROLES = EnumSet.of(Role.COMPANY, Role.TOWNSHIP, Role.OFFICE);

  /// Something that a department has to confirm.
  private static final Map<String, String> NEWS =
      Map.of("rd_institution", "provincial", "high_tech", "yes");

  private final Casework casework;
  private final DemoCallers callers;
  private final DemoPlaces places;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoApplications(
      Casework casework,
      DemoCallers callers,
      DemoPlaces places,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.casework = casework;
    this.callers = callers;
    this.places = places;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// How far an application has come.
  private enum Until {
    WRITTEN,
    SUBMITTED,
    RETURNED,
    REVIEWED,
    DECIDED,
    ANNOUNCED
  }

  /// Only where there is none yet, and the demonstration accounts to make them.
  void open() {
    if (!casework.any() && callers.present(ROLES)) {
      places.first().ifPresent(home -> transactions.executeWrite(_ -> open(home)));
    }
  }

  private int open(DemoPlaces.Place home) {
    LocalDate today = LocalDate.now(clock);
    int opened = 0;
    for (String pool : List.of(MUNICIPAL, PROVINCIAL)) {
      List<Long> companies = places.outside(pool, today, home.townCode(), home.companyId());
      bring(pool, companies, today);
      opened += companies.size();
    }
    return opened;
  }

  private void bring(String pool, List<Long> companies, LocalDate today) {
    List<Until> stages = List.of(Until.values());
    for (int number = 0; number < companies.size(); number++) {
      bring(
          casework.begin(companies.get(number), pool),
          stages.get((number + 1) % stages.size()),
          today);
    }
  }

  private void bring(long id, Until until, LocalDate today) {
    if (until == Until.WRITTEN) {
      return;
    }
    casework.write(id, NEWS);
    casework.submit(id, callers.of(Role.COMPANY), "示例：数据已核对，请予初审。");
    switch (until) {
      case WRITTEN, SUBMITTED -> {}
      case RETURNED -> casework.sendBack(id, callers.of(Role.TOWNSHIP), "示例：佐证不全，补齐后再报。");
      case REVIEWED -> casework.pass(id, callers.of(Role.TOWNSHIP));
      case DECIDED -> decide(id);
      case ANNOUNCED -> {
        decide(id);
        casework.announce(
            id,
            callers.of(Role.OFFICE),
            "示例公示〔" + today.getYear() + "〕1号",
            today.minusDays(2),
            "示例：公示已按期在门户网站发布，事后补登。",
            "示例：未核实的数据由企业在公示期内补齐凭证。");
      }
    }
  }

  private void decide(long id) {
    casework.pass(id, callers.of(Role.TOWNSHIP));
    casework.proceed(id, callers.of(Role.OFFICE), "示例：部门逾期未答复，先行审定。");
  }
}
