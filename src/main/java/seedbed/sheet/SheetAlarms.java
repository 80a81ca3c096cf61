package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.sheet.SheetQuery.Standing;
import seedbed.web.Address;

/// Which reports are late and which of them warn, company by company, for those who look after
/// them.
@Singleton
public class SheetAlarms {

  private final VisibleSheets sheets;
  private final VisibleOperating operating;
  private final SheetCalendar calendar;
  private final Clock clock;

  SheetAlarms(
      VisibleSheets sheets, VisibleOperating operating, SheetCalendar calendar, Clock clock) {
    this.sheets = sheets;
    this.operating = operating;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// @param words what is late or what it warns of
  public record Alarm(long companyId, String company, boolean demo, String words, Address to) {}

  /// Yearly sheets of the last full year and operating sheets of the last period that are overdue.
  public List<Alarm> late(Scope scope, int most) {
    LocalDate today = LocalDate.now(clock);
    int year = today.getYear() - 1;
    List<Alarm> late = new ArrayList<>();
    for (VisibleSheets.Row row :
        sheets.list(new SheetQuery(year, Standing.LATE, null, null), scope, most, 0)) {
      late.add(
          new Alarm(
              row.companyId(),
              row.company(),
              row.demo(),
              year + " 年度填报表逾期未交，期限 " + row.dueOn(),
              address("/sheets", row.sheet())));
    }
    OperatingPeriod period = calendar.latest(today);
    for (VisibleOperating.Row row :
        operating.list(period, VisibleOperating.Standing.LATE, scope, most, 0)) {
      late.add(
          new Alarm(
              row.companyId(),
              row.company(),
              row.demo(),
              period.label() + "运行情况表逾期未交，期限 " + row.dueOn(),
              address("/operating-sheets", row.sheet())));
    }
    return List.copyOf(late);
  }

  /// What the last operating sheets warn of: sales that fall, forecasts off the pace.
  public List<Alarm> warned(Scope scope, int most) {
    OperatingPeriod period = calendar.latest(LocalDate.now(clock));
    return operating.list(period, VisibleOperating.Standing.WARNED, scope, most, 0).stream()
        .map(row ->
            new Alarm(
                row.companyId(),
                row.company(),
                row.demo(),
                period.label() + "：" + String.join("", row.warnings()),
                address("/operating-sheets", row.sheet())))
        .toList();
  }

  private static Address address(String list, @Nullable Long sheet) {
    return Address.of(sheet == null ? list : list + "/" + sheet);
  }
}
