package seedbed.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import seedbed.access.Scope;
import seedbed.plan.VisibleTasks.Standing;
import seedbed.web.Address;

/// Tasks of plans in force that want attention, for those who look after the companies.
@Singleton
public class OpenTasks {

  private final VisibleTasks visible;
  private final Clock clock;

  OpenTasks(VisibleTasks visible, Clock clock) {
    this.visible = visible;
    this.clock = clock;
  }

  /// @param daysLate 0 for one that is still to come
  public record Task(
      long companyId,
      String company,
      boolean demo,
      String name,
      LocalDate dueOn,
      long daysLate,
      Address to) {}

  /// Those that are late, the longest first.
  public List<Task> late(Scope scope, int most) {
    return visible.list(Standing.LATE, scope, most, 0).stream().map(this::task).toList();
  }

  /// Those of one company that are late or come due within three months.
  public List<Task> near(long company, int most) {
    Scope scope = new Scope.Single(company);
    return Stream.of(Standing.LATE, Standing.COMING)
        .flatMap(standing -> visible.list(standing, scope, most, 0).stream())
        .map(this::task)
        .limit(most)
        .toList();
  }

  private Task task(VisibleTasks.Row row) {
    return new Task(
        row.companyId(),
        row.company(),
        row.demo(),
        row.task(),
        row.dueOn(),
        Math.max(0, ChronoUnit.DAYS.between(row.dueOn(), LocalDate.now(clock))),
        new Address("/plans/" + row.plan() + "#task-" + row.number(), List.of()));
  }
}
