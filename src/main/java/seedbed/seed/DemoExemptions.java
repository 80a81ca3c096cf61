package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.obligation.ExemptionCasework;

/// Demonstration exemptions: three companies that need not hand in the last operating sheet.
@Singleton
class DemoExemptions {

  private static final List<String> REASONS =
      List.of("示例：全年停产技术改造，经培育办同意免报", "示例：正在办理合并，由存续企业一并填报", "示例：受灾停产，本季度免报");
  private static final int QUARTER = 3;
  private static final int DECIDED_BEFORE = 29;

  private final ExemptionCasework casework;
  private final DemoCallers callers;
  private final DemoPlaces places;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoExemptions(
      ExemptionCasework casework,
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

  /// Only where there is none yet, and the demonstration account to make them.
  void open() {
    if (!casework.any()) {
      callers.find(Role.OFFICE).ifPresent(office -> transactions.executeWrite(_ -> open(office)));
    }
  }

  private int open(Caller office) {
    LocalDate today = LocalDate.now(clock);
    LocalDate last =
        today.withDayOfMonth(1).minusMonths((today.getMonthValue() - 1) % QUARTER).minusDays(1);
    List<Long> silent = places.silent(last.getYear(), last.getMonthValue(), last);
    for (int number = 0; number < Math.min(REASONS.size(), silent.size()); number++) {
      casework.excuse(
          silent.get(number),
          "operating-sheet",
          last.getYear() + "-Q" + last.getMonthValue() / QUARTER,
          REASONS.get(number),
          last.minusDays(DECIDED_BEFORE),
          office);
    }
    return silent.size();
  }
}
