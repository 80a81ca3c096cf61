package seedbed.seed;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.bulletin.BulletinCasework;

/// Demonstration bulletins: those of two quarters as they were issued, and the draft of the last
/// one. They are counted from the demonstration companies, like all others.
@Singleton
class DemoBulletins {

  private static final int QUARTERS = 4;
  private static final int MONTHS = 3;
  private static final int ISSUED_AFTER = 20;

  private final BulletinCasework casework;
  private final DemoArchive archive;
  private final DemoCallers callers;
  private final TransactionOperations<Connection> transactions;
  private final Clock clock;

  DemoBulletins(
      BulletinCasework casework,
      DemoArchive archive,
      DemoCallers callers,
      TransactionOperations<Connection> transactions,
      Clock clock) {
    this.casework = casework;
    this.archive = archive;
    this.callers = callers;
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
    int last = today.getYear() * QUARTERS + (today.getMonthValue() - 1) / MONTHS - 1;
    for (int back = 2; back >= 0; back--) {
      int year = (last - back) / QUARTERS;
      int quarter = (last - back) % QUARTERS + 1;
      LocalDate issued =
          LocalDate.of(year, quarter * MONTHS, 1).plusMonths(1).plusDays(ISSUED_AFTER);
      // The last quarter was over too short a time ago.
      boolean early = issued.isAfter(today);
      long bulletin =
          casework.open(office.regionCode(), year, quarter, early ? today : issued, office);
      if (back > 0) {
        casework.write(
            bulletin,
            Map.of(
                "tiers", "示例：本季度重点做好培育库动态管理，及时补充符合条件的企业。",
                "reporting", "示例：请按时率较低的镇（区、街道）上门辅导，下一季度逐家提醒。"),
            List.of(
                new BulletinCasework.Told(
                    "示例：部门联动上门辅导", "示例：发改、科技、市监等部门组成辅导组，走访在库企业，现场解答申报和知识产权问题，梳理需要协调的事项。")),
            office);
        archive.bulletinsBefore(issued);
        casework.issue(bulletin, issued, office);
      }
    }
    return last;
  }
}
