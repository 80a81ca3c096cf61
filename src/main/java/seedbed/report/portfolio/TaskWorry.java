package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.plan.OpenTasks;
import seedbed.plan.OpenTasks.Task;
import seedbed.report.portfolio.PortfolioPage.Matter;
import seedbed.web.Formats;

/// Tasks of plans that are overdue, one line a company.
@Singleton
class TaskWorry implements Worry {

  private final OpenTasks tasks;
  private final Permissions permissions;

  TaskWorry(OpenTasks tasks, Permissions permissions) {
    this.tasks = tasks;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 10;
  }

  @Override
  public List<Matter> of(Caller caller) {
    Map<Long, List<Task>> late = new LinkedHashMap<>();
    permissions
        .of(caller, Act.SEE_PLANS)
        .ifPresent(may ->
            tasks
                .late(may.scope(), MOST)
                .forEach(task ->
                    late.computeIfAbsent(task.companyId(), _ -> new ArrayList<>()).add(task)));
    return late.values().stream().map(TaskWorry::matter).toList();
  }

  private static Matter matter(List<Task> late) {
    Task first = late.getFirst();
    return new Matter(
        "任务",
        "not",
        first.company() + "有 " + late.size() + " 项方案任务逾期",
        "“%s”应在 %s 完成，已逾期 %s 天"
            .formatted(first.name(), first.dueOn(), Formats.count(first.daysLate())),
        first.demo(),
        first.to());
  }
}
