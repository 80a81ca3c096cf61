package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.company.Company;
import seedbed.obligation.Among;
import seedbed.obligation.Obligations;
import seedbed.obligation.Obligations.Obligation;
import seedbed.obligation.State;
import seedbed.obligation.Window;
import seedbed.reminder.ReminderPeople;

/// Whether the progress of a quarter was reported is asked of the tasks that bound the company
/// then.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("应报方案任务进展")
final class PlanProgressOwedIT {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final LocalDate IN_TIME = LocalDate.of(2026, 10, 10);
  private static final Window THIRD_QUARTER =
      new Window(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  @Inject ReminderPeople people;
  @Inject Obligations obligations;
  @Inject Plans plans;
  @Inject PlanVersions versions;
  @Inject ContentRows rows;
  @Inject Progresses progresses;

  private Company company;

  @BeforeEach
  void settle() {
    people.settle();
    company = people.company(ReminderPeople.TOWN);
    people.enrol(company, LocalDate.of(2020, 1, 1), null);
  }

  @Test
  @DisplayName("所有任务都报了才算报了，最后一项报的那天算数")
  void everyTaskIsReported() {
    Plan plan = plan(2026);
    approve(plan, 1, LocalDate.of(2026, 1, 10), 1, 2);
    report(plan, 1, IN_TIME);

    assertThat(owed()).singleElement().returns(State.MISSING, Obligation::state);
    report(plan, 2, IN_TIME.plusDays(6));
    assertThat(owed())
        .singleElement()
        .returns(State.LATE, Obligation::state)
        .returns(IN_TIME.plusDays(6), Obligation::doneOn);
  }

  @Test
  @DisplayName("到期方案没有完成的任务，不再影响新方案的填报")
  void tasksOfAPlanThatIsOverAreNotAskedFor() {
    approve(plan(2023), 1, LocalDate.of(2023, 1, 10), 1);
    Plan plan = plan(2026);
    approve(plan, 1, LocalDate.of(2026, 1, 10), 1);
    report(plan, 1, IN_TIME);

    assertThat(owed()).singleElement().returns(State.ON_TIME, Obligation::state);
  }

  @Test
  @DisplayName("修订增加的任务从批准时起填报，以前的季度照旧按时")
  void whatARevisionAddsWasNotOwedBefore() {
    Plan plan = plan(2026);
    approve(plan, 1, LocalDate.of(2026, 1, 10), 1);
    report(plan, 1, IN_TIME);
    approve(plan, 2, LocalDate.of(2026, 10, 20), 1, 2);

    assertThat(owed()).singleElement().returns(State.ON_TIME, Obligation::state);
  }

  @Test
  @DisplayName("季度末还没有批准的方案，这个季度不应报")
  void whatWasNotInForceIsNotOwed() {
    approve(plan(2026), 1, LocalDate.of(2026, 10, 1), 1);

    assertThat(owed()).isEmpty();
  }

  private List<Obligation> owed() {
    return obligations
        .list(
            Obligations.Query.of(THIRD_QUARTER),
            Among.companies(List.of(company.id()), TODAY),
            100,
            0)
        .stream()
        .filter(each -> each.kind().equals("plan-progress"))
        .toList();
  }

  private Plan plan(int first) {
    return plans.save(
        Plan.begun(
            company.id(), new Span(first - 1, first, first + 2), LocalDate.of(first, 1, 1), "试验"));
  }

  private void approve(Plan plan, int ordinal, LocalDate on, int... tasks) {
    Version version =
        versions.save(
            new Version(
                0,
                plan.id(),
                ordinal,
                Stage.APPROVED,
                null,
                on,
                null,
                on,
                company.name(),
                "方案档" + plan.id() + "-" + ordinal,
                "0".repeat(64),
                0));
    Map<String, String> fields = new HashMap<>();
    people.execute("DELETE FROM plan_task WHERE plan_id = ?", plan.id());
    for (int task : tasks) {
      fields.put("task-" + task + "-name", "任务" + task);
      people.execute(
          """
          INSERT INTO plan_task (plan_id, number, version_id, name, owner, due_on, state)
          VALUES (?, ?, ?, '任务', '张三', ?, 'WAITING')
          """,
          plan.id(),
          task,
          version.id(),
          LocalDate.of(plan.lastYear(), 12, 31));
    }
    rows.keep(version.id(), Content.of(fields));
  }

  private void report(Plan plan, int task, LocalDate on) {
    progresses.save(
        new Progress(
            0,
            plan.id(),
            task,
            2026,
            3,
            TaskState.ONGOING,
            "推进中",
            null,
            null,
            Instant.parse(on + "T02:00:00Z"),
            "试验"));
  }
}
