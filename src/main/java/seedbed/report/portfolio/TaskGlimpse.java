package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.plan.OpenTasks;

/// Tasks of the plan that are late or come due soon.
@Singleton
class TaskGlimpse implements Glimpse {

  private static final int FEW = 4;

  private final OpenTasks tasks;
  private final Permissions permissions;

  TaskGlimpse(OpenTasks tasks, Permissions permissions) {
    this.tasks = tasks;
    this.permissions = permissions;
  }

  @Override
  public int getOrder() {
    return 30;
  }

  @Override
  public Optional<Part> of(long company, Caller caller) {
    return permissions
        .of(caller, Act.SEE_PLANS)
        .map(_ ->
            new Part(
                "方案任务",
                tasks.near(company, FEW).stream()
                    .map(task ->
                        new Line(
                            task.name(),
                            "应在 "
                                + task.dueOn()
                                + " 完成"
                                + (task.daysLate() > 0 ? "，逾期 " + task.daysLate() + " 天" : ""),
                            task.daysLate() > 0,
                            task.to()))
                    .toList(),
                "没有逾期或三个月内到期的任务。",
                null));
  }
}
