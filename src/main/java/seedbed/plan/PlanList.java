package seedbed.plan;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.Pager;

/// Who has a plan, where it stands and how far its tasks are.
@Introspected
record PlanList(
    Chips chips,
    String show,
    String town,
    String named,
    List<Choice> towns,
    long lateTasks,
    List<Line> lines,
    Pager pager) {

  @Introspected
  record Line(
      String company,
      long companyId,
      boolean demo,
      String region,
      @Nullable Long plan,
      @Nullable Long abandoned,
      String span,
      String state,
      String styleClass,
      String owner,
      @Nullable LocalDate dueOn,
      boolean overdue,
      boolean inForce,
      int tasks,
      int done,
      int late) {}

  /// A company's own plans, the newest first, and what it can begin.
  ///
  /// @param taken why nothing can be begun, where there are no first years
  @Introspected
  record Own(
      List<OwnPlan> plans,
      List<Choice> firsts,
      String taken,
      List<Choice> lengths,
      PlanPages.NewForm typed,
      FormErrors errors) {}

  /// @param returned whether it is being written on because it came back
  /// @param remarks how many it came back with
  @Introspected
  record OwnPlan(
      long id,
      Span span,
      int ordinal,
      Stage stage,
      LocalDate since,
      @Nullable LocalDate dueOn,
      boolean late,
      boolean returned,
      int remarks) {}

  /// Tasks of the plans in force.
  @Introspected
  record Tasks(Chips chips, String show, List<TaskLine> lines, Pager pager) {}

  @Introspected
  record TaskLine(
      String company,
      boolean demo,
      String region,
      long plan,
      int number,
      String task,
      String owner,
      LocalDate dueOn,
      long daysLate,
      TaskState state,
      String reported) {}
}
