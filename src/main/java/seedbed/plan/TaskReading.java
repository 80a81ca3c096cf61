package seedbed.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.web.Choice;

/// Makes the part of a plan's page that follows its tasks.
@Singleton
class TaskReading {

  private final GoalRows goals;
  private final Progresses progresses;
  private final PlanPapers papers;
  private final Clock clock;

  TaskReading(GoalRows goals, Progresses progresses, PlanPapers papers, Clock clock) {
    this.goals = goals;
    this.progresses = progresses;
    this.papers = papers;
    this.clock = clock;
  }

  /// The tasks in force, with what was reported of them.
  ///
  /// @param typed a report that could not be taken
  List<PlanPage.TaskLine> followed(
      Plan plan, Permission permission, PlanPage.@Nullable Reported typed) {
    LocalDate today = LocalDate.now(clock);
    Map<Integer, List<Progress>> reports = new LinkedHashMap<>();
    progresses
        .findByPlanIdOrderByIdDesc(plan.id())
        .forEach(each -> reports.computeIfAbsent(each.task(), _ -> new ArrayList<>()).add(each));
    Map<Long, String> shown = new LinkedHashMap<>();
    papers.shown(plan, permission).forEach(paper -> shown.put(paper.id(), paper.name()));
    Quarter last = Quarter.of(today).before();
    return goals.tasks(plan.id()).stream()
        .map(task ->
            new PlanPage.TaskLine(
                task.number(),
                task.name(),
                task.owner(),
                task.from(),
                task.due(),
                task.state(),
                task.doneOn(),
                task.late(today),
                task.doneLate(),
                task.state() != TaskState.DONE
                    && (task.reported() == null || task.reported().compareTo(last) < 0),
                reports.getOrDefault(task.number(), List.of()).stream()
                    .map(report -> line(report, shown))
                    .toList(),
                typed != null && typed.task() == task.number()
                    ? typed
                    : PlanPage.Reported.blank(task.number())))
        .toList();
  }

  private PlanPage.ReportLine line(Progress report, Map<Long, String> shown) {
    Long paper = report.evidenceId();
    return new PlanPage.ReportLine(
        new Quarter(report.aboutYear(), report.quarter()).toString(),
        report.state(),
        report.words(),
        paper,
        paper == null ? null : shown.get(paper),
        LocalDate.ofInstant(report.reportedAt(), clock.getZone()));
  }

  /// What the company can choose from when it reports.
  PlanPage.ReportForm form(Plan plan, Permission permission) {
    LocalDate today = LocalDate.now(clock);
    Quarter now = Quarter.of(today);
    return new PlanPage.ReportForm(
        Stream.of(now, now.before(), now.before().before())
            .map(quarter -> new Choice("" + quarter.place(), quarter.toString()))
            .toList(),
        Stream.of(TaskState.values())
            .map(state -> new Choice(state.name(), state.label()))
            .toList(),
        papers.shown(plan, permission).stream()
            .map(paper -> new Choice("" + paper.id(), paper.name()))
            .toList(),
        today);
  }
}
