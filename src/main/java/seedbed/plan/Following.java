package seedbed.plan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.Refusal;

/// Takes the company's quarterly word on the tasks of its plan in force.
@Singleton
class Following {

  private final TransactionOperations<Connection> transactions;
  private final Progresses progresses;
  private final GoalRows goals;
  private final Clock clock;

  Following(
      TransactionOperations<Connection> transactions,
      Progresses progresses,
      GoalRows goals,
      Clock clock) {
    this.transactions = transactions;
    this.progresses = progresses;
    this.goals = goals;
    this.clock = clock;
  }

  /// What is reported.
  ///
  /// @param doneOn asked for when the task is done
  /// @param evidence a paper of the company
  record Report(
      int task,
      Quarter quarter,
      TaskState state,
      String words,
      @Nullable LocalDate doneOn,
      @Nullable Long evidence) {}

  /// What was taken down.
  ///
  /// @param newer the quarter whose report still says how far the task is; null when it is this one
  /// @param again whether it says what the report before said, and was not written down once more
  record Taken(Progress progress, @Nullable Quarter newer, boolean again) {}

  Taken report(Plan plan, Report report, Caller by) {
    LocalDate today = LocalDate.now(clock);
    Quarter now = Quarter.of(today);
    if (report.quarter().compareTo(now) > 0) {
      throw new Refusal.Invalid("quarter", report.quarter() + "还没有到，请选择已经开始的季度。");
    }
    if (report.quarter().compareTo(now.before().before()) < 0) {
      throw new Refusal.Invalid("quarter", "进展最多补报到上上季度，" + report.quarter() + "已经不能再报。");
    }
    LocalDate done = report.state() == TaskState.DONE ? required(plan, report, today) : null;
    if (done == null && report.doneOn() != null) {
      throw new Refusal.Invalid(
          "doneOn", "填了完成日期，进展却是“" + report.state().label() + "”：已完成的请选“已完成”，没有完成的请清空日期。");
    }
    Progress told =
        new Progress(
            0,
            plan.id(),
            report.task(),
            report.quarter().year(),
            report.quarter().number(),
            report.state(),
            report.words(),
            done,
            report.evidence(),
            clock.instant(),
            by.username());
    // First how far the task is, which lets whoever reports on it at the same time wait.
    return transactions.executeWrite(_ -> {
      progresses.hold(plan.companyId());
      return switch (goals.reached(told)) {
        case GoalRows.Reached _ -> taken(told, null);
        case GoalRows.Older(var newer) -> taken(told, newer);
        case GoalRows.Unknown _ ->
            throw new Refusal.Absent("方案没有第 " + report.task() + " 项任务，可能已在修订中取消。");
      };
    });
  }

  private Taken taken(Progress told, @Nullable Quarter newer) {
    boolean again =
        progresses.findByPlanIdOrderByIdDesc(told.planId()).stream()
            .filter(told::sameQuarter)
            .findFirst()
            .filter(told::says)
            .isPresent();
    return new Taken(again ? told : progresses.save(told), newer, again);
  }

  private static LocalDate required(Plan plan, Report report, LocalDate today) {
    LocalDate done = report.doneOn();
    if (done == null) {
      throw new Refusal.Invalid("doneOn", "已完成的任务，请填写完成日期。");
    }
    if (done.isAfter(today)) {
      throw new Refusal.Invalid("doneOn", "完成日期不能晚于今天（" + today + "）。");
    }
    LocalDate start = LocalDate.of(plan.firstYear(), 1, 1);
    LocalDate earliest = plan.begunOn().isBefore(start) ? plan.begunOn() : start;
    if (done.isBefore(earliest)) {
      throw new Refusal.Invalid("doneOn", "完成日期（" + done + "）早于方案开始的 " + earliest + "，请核对年份。");
    }
    return done;
  }
}
