package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.sheet.SheetAlarms;

/// Reports that are late, and what the last operating sheet warns of.
@Singleton
class ReportGlimpse implements Glimpse {

  private static final int FEW = 3;

  private final SheetAlarms alarms;
  private final Permissions permissions;

  ReportGlimpse(SheetAlarms alarms, Permissions permissions) {
    this.alarms = alarms;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 50;
  }

  @Override
  public Optional<Part> of(long company, Caller caller) {
    Scope scope = new Scope.Single(company);
    return permissions
        .of(caller, Act.SEE_SHEETS)
        .map(_ ->
            new Part(
                "填报和运行",
                Stream.concat(alarms.warned(scope, FEW).stream(), alarms.late(scope, FEW).stream())
                    .map(alarm -> new Line(alarm.words(), "", true, alarm.to()))
                    .toList(),
                "填报没有逾期，最近的运行情况表没有预警。",
                null));
  }
}
