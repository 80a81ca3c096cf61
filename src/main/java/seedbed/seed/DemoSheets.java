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
import seedbed.access.Role;
import seedbed.sheet.SheetWork;

/// Demonstration sheets: yearly ones in every stage, and two years of quarters with each warning.
@Singleton
class DemoSheets {

  private static final List<Role> ROLES = List.of(Role.COMPANY, Role.TOWNSHIP);
  private static final int QUARTER = 3;
  private static final int OPERATING = 4;
  private static final int IN_TIME = 10;
  private static final int OVERDUE = 18;
  private static final int AFTER_ISSUE = 33;
  private static final int FILED_LATE = 20;
  private static final int CHECKED_AFTER = 6;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /// What the township confirms, and what a department does.
  private static final Map<String, String> NEWS =
      Map.of("information_system", "yes", "supply_chain", "yes", "management_certificate", "yes");

  private final SheetWork work;
  private final DemoCallers callers;
  private final DemoPlaces places;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoSheets(
      SheetWork work,
      DemoCallers callers,
      DemoPlaces places,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.work = work;
    this.callers = callers;
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
    if (!work.any() && callers.present(ROLES)) {
      places.first().ifPresent(home -> transactions.executeWrite(_ -> open(home)));
    }
  }

  private int open(DemoPlaces.Place home) {
    LocalDate today = LocalDate.now(clock);
    int year = today.getYear() - 1;
    List<Long> members = places.members(LocalDate.of(year, 12, 31), home.townCode());
    List<Until> stages = List.of(Until.values());
    for (int number = 0; number < members.size() - 2; number++) {
      bring(members.get(number), year, stages.get(number % stages.size()), today);
    }
    for (int number = 0; number < Math.min(OPERATING, members.size()); number++) {
      operate(members.get(number), number, today);
    }
    int number = 0;
    for (long company : places.reporters(today)) {
      int place = members.indexOf(company);
      if (place < 0) {
        file(company, number, year, today);
      }
      if (place < 0 || place >= OPERATING) {
        follow(company, number++, today);
      }
    }
    return members.size();
  }

  // What still waits was handed in late; the rest was done in time.
  private void bring(long company, int year, Until until, LocalDate today) {
    boolean done = until == Until.CONFIRMED || until == Until.CORRECTING;
    LocalDate on = done ? earliest(filed(year), today) : today;
    LocalDate checked = earliest(on.plusDays(CHECKED_AFTER), today);
    long id = work.begin(company, year, on);
    if (!work.write(id, NEWS, "示例：情况属实。") || until == Until.WRITTEN) {
      return;
    }
    work.submit(id, on, callers.of(Role.COMPANY));
    switch (until) {
      case WRITTEN, SUBMITTED -> {}
      case RETURNED ->
          work.sendBack(id, callers.of(Role.TOWNSHIP), "supply_chain", "示例：供货合同已到期，请补充新合同后再报。");
      case CONFIRMED -> work.confirm(id, checked, callers.of(Role.TOWNSHIP));
      case CORRECTING -> {
        work.confirm(id, checked, callers.of(Role.TOWNSHIP));
        work.askCorrection(
            id, "information_system", "no", "示例：系统合同未执行，原填有误。", callers.of(Role.COMPANY));
      }
    }
  }

  // Most yearly sheets were handed in by their day and checked; some came late, and some never.
  private void file(long company, int number, int year, LocalDate today) {
    int turn = number % 13;
    LocalDate on = filed(year).plusDays(turn == 1 ? FILED_LATE : number % 9);
    LocalDate checked = on.plusDays(CHECKED_AFTER);
    if (turn == 0 || checked.isAfter(today)) {
      return;
    }
    long id = work.begin(company, year, on);
    if (work.write(id, Map.of(), "示例：情况属实。")) {
      work.submit(id, on, callers.of(Role.COMPANY));
      work.confirm(id, checked, callers.of(Role.TOWNSHIP));
    }
  }

  /// A day well before a year's sheets are due.
  private static LocalDate filed(int year) {
    return LocalDate.of(year + 1, 4, 16);
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  // The first does well, the second falls against last year, the third hopes for too much, the
  // fourth has given nothing yet for the last quarter.
  private void operate(long company, int number, LocalDate today) {
    for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
      for (int month = QUARTER; month <= 12; month += QUARTER) {
        LocalDate end = end(year, month);
        boolean last = end.plusMonths(QUARTER).isAfter(today);
        if (end.isBefore(today) && !(number == 3 && last)) {
          handIn(company, number, end, IN_TIME, last, today);
        }
      }
    }
  }

  // Most are in time; some a few days late, some so late that the bulletin had been issued, and
  // some never. Every other one began to report a year ago.
  private void follow(long company, int number, LocalDate today) {
    LocalDate first =
        number % 2 == 0 ? LocalDate.of(today.getYear() - 1, 1, 1) : today.minusMonths(14);
    for (int year = today.getYear() - 1; year <= today.getYear(); year++) {
      for (int month = QUARTER; month <= 12; month += QUARTER) {
        LocalDate end = end(year, month);
        int turn = (number * 5 + month / QUARTER) % 18;
        if (end.isBefore(today) && end.isAfter(first) && turn != 0) {
          int after = turn == 1 ? OVERDUE : turn == 2 ? AFTER_ISSUE : IN_TIME - turn % 5;
          handIn(company, 4 + number % 9, end, after, false, today);
        }
      }
    }
  }

  private void handIn(
      long company, int number, LocalDate end, int after, boolean last, LocalDate today) {
    LocalDate on = end.plusDays(after);
    if (on.isAfter(today)) {
      return;
    }
    boolean thisYear = end.getYear() == today.getYear();
    int month = end.getMonthValue();
    long id =
        work.operate(
            new SheetWork.Operated(company, end.getYear(), month, numbers(number, thisYear, month)),
            on,
            callers.of(Role.COMPANY));
    LocalDate seen = on.plusDays(2);
    if (!last && !seen.isAfter(today)) {
      work.see(id, seen, callers.of(Role.TOWNSHIP));
    }
  }

  private static LocalDate end(int year, int month) {
    return LocalDate.of(year, month, 1).plusMonths(1).minusDays(1);
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
}
