package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.util.List;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.report.portfolio.PortfolioPage.Matter;
import seedbed.sheet.SheetAlarms;

/// What the last operating sheets warn of: sales that fall, forecasts off the pace.
@Singleton
class SalesWorry implements Worry {

  private final SheetAlarms alarms;
  private final Permissions permissions;

  SalesWorry(SheetAlarms alarms, Permissions permissions) {
    this.alarms = alarms;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 40;
  }

  @Override
  public List<Matter> of(Caller caller) {
    return permissions.of(caller, Act.SEE_SHEETS).stream()
        .flatMap(may -> alarms.warned(may.scope(), MOST).stream())
        .map(alarm ->
            new Matter(
                "预警", "not", alarm.company() + "的运行情况有预警", alarm.words(), alarm.demo(), alarm.to()))
        .toList();
  }
}
