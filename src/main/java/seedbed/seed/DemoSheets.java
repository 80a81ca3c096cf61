package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.account.Accounts;
import seedbed.sheet.SheetWork;

/// Demonstration sheets: yearly ones in every stage, and two years of quarters with each warning.
@Singleton
class DemoSheets {

  private static final List<Role> ROLES = List.of(Role.COMPANY, Role.TOWNSHIP);
  private static final int QUARTER = 3;
  private static final int OPERATING = 4;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// What the township confirms, and what a department does.
  private static final Map<String, String> NEWS =
      Map.of("information_system", "yes", "supply_chain", "yes", "management_certificate", "yes");

  private final SheetWork work;
  private final Accounts accounts;
  private final DemoPlaces places;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoSheets(
      SheetWork work,
      Accounts accounts,
      DemoPlaces places,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.work = work;
    this.accounts = accounts;
    this.places = places;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// How far a sheet has come.
  private enum Until {
    WRITTEN,
    SUBMITTED,
    CONFIRMED,
    RETURNED,
    CORRECTING
  }

  /// Only where there is none yet, and the demonstration accounts to make them.
  void open() {
    if (!work.any() && ROLES.stream().allMatch(this::present)) {
      places.first().ifPresent(home -> transactions.executeWrite(_ -> open(home)));
    }
  }

  private boolean present(Role role) {
    return accounts
        .findByUsername(role.code())
        .filter(account -> account.role() == role && account.state() == AccountState.ACTIVE)
        .isPresent();
  }

  private int open(DemoPlaces.Place home) {
    LocalDate today = LocalDate.now(clock);
    int year = today.getYear() - 1;
    List<Long> members = places.members(LocalDate.of(year, 12, 31), home.townCode());
    List<Until> stages = List.of(Until.values());
    for (int number = 0; number < members.size() - 2; number++) {
      bring(members.get(number), year, stages.get(number % stages.size()));
    }
    for (int number = 0; number < Math.min(OPERATING, members.size()); number++) {
      operate(members.get(number), number, today);
    }
    return members.size();
  }

  private void bring(long company, int year, Until until) {
    long id = work.begin(company, year);
    if (!work.write(id, NEWS, "示例：情况属实。") || until == Until.WRITTEN) {
      return;
    }
    work.submit(id, caller(Role.COMPANY));
    switch (until) {
      case WRITTEN, SUBMITTED -> {}
      case RETURNED ->
          work.sendBack(id, caller(Role.TOWNSHIP), "supply_chain", "示例：供货合同已到期，请补充新合同后再报。");
      case CONFIRMED -> work.confirm(id, caller(Role.TOWNSHIP));
      case CORRECTING -> {
        work.confirm(id, caller(Role.TOWNSHIP));
        work.askCorrection(
            id, "information_system", "no", "示例：系统合同未执行，原填有误。", caller(Role.COMPANY));
      }
    }
  }

  // The first does well, the second falls against last year, the third hopes for too much, the
  // fourth has given nothing yet for the last quarter.
  private void operate(long company, int number, LocalDate today) {
    for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
      for (int month = QUARTER; month <= 12; month += QUARTER) {
        LocalDate end = LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
        boolean last = end.plusMonths(QUARTER).isAfter(today);
        if (!end.isBefore(today) || (number == 3 && last)) {
          continue;
        }
        boolean thisYear = year == today.getYear();
        long id =
            work.operate(
                company, year, month, numbers(number, thisYear, month), caller(Role.COMPANY));
        if (!last) {
          work.see(id, caller(Role.TOWNSHIP));
        }
      }
    }
  }

  private static Map<String, String> numbers(int number, boolean thisYear, int month) {
    int growth = thisYear ? (number == 1 ? 84 : 108) : 100;
    BigDecimal year = BigDecimal.valueOf(12_000L + 3_500L * number);
    BigDecimal pace = year.multiply(BigDecimal.valueOf(growth)).divide(HUNDRED);
    BigDecimal sales =
        pace.multiply(BigDecimal.valueOf(month))
            .divide(BigDecimal.valueOf(12), 2, RoundingMode.HALF_UP);
    BigDecimal forecast = thisYear && number == 2 ? pace.multiply(BigDecimal.valueOf(2)) : pace;
    Map<String, String> said = new LinkedHashMap<>();
    said.put("sales", sales.toPlainString());
    said.put("forecast", forecast.toPlainString());
    said.put("market_share", thisYear ? "12.5" : "11.8");
    said.put("new_customers", "" + (2 * month + number));
    said.put(
        "rd_expense",
        sales.multiply(new BigDecimal("0.05")).setScale(2, RoundingMode.HALF_UP).toPlainString());
    said.put("orders", year.divide(BigDecimal.valueOf(4), 2, RoundingMode.HALF_UP).toPlainString());
    return said;
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
