package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.report.portfolio.PortfolioPage.Matter;
import seedbed.sheet.SheetAlarms;
import seedbed.sheet.SheetAlarms.Alarm;

/// Reports that are overdue, one line a company.
@Singleton
class ReportWorry implements Worry {

  private final SheetAlarms alarms;
  private final Permissions permissions;

  ReportWorry(SheetAlarms alarms, Permissions permissions) {
    this.alarms = alarms;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 30;
  }

  @Override
  public List<Matter> of(Caller caller) {
    Map<Long, List<Alarm>> late = new LinkedHashMap<>();
    permissions
        .of(caller, Act.SEE_SHEETS)
        .ifPresent(may ->
            alarms
                .late(may.scope(), MOST)
                .forEach(alarm ->
                    late.computeIfAbsent(alarm.companyId(), _ -> new ArrayList<>()).add(alarm)));
    return late.values().stream().map(ReportWorry::matter).toList();
  }

  private static Matter matter(List<Alarm> late) {
    Alarm first = late.getFirst();
    return new Matter(
        "填报",
        "not",
        first.company() + "有 " + late.size() + " 份填报逾期",
        late.stream().map(Alarm::words).collect(Collectors.joining("；")),
        first.demo(),
        first.to());
  }
}
