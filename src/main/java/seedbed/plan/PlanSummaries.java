package seedbed.plan;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seedbed.criteria.PlanOutline;
import seedbed.figure.Attested;
import seedbed.figure.FigureSheet;
import seedbed.web.Decimals;
import seedbed.web.Formats;

/// What the plan that was in force on a day asks for and how far it had come by then: the one of
/// the day's year, otherwise the last that was over, otherwise the next to come. It asks for no
/// scope: whoever shows it has found the company.
@Singleton
public class PlanSummaries {

  private final Plans plans;
  private final PlanVersions versions;
  private final ContentRows rows;
  private final Progresses progresses;
  private final PlanOutline outline;
  private final Clock clock;

  PlanSummaries(
      Plans plans,
      PlanVersions versions,
      ContentRows rows,
      Progresses progresses,
      PlanOutline outline,
      Clock clock) {
    this.plans = plans;
    this.versions = versions;
    this.rows = rows;
    this.progresses = progresses;
    this.outline = outline;
    this.clock = clock;
  }

  /// @param period what is to be said of its years on the day; empty within them
  /// @param targets of years that were over on the day
  public record Summary(
      Span span,
      int ordinal,
      LocalDate approvedOn,
      String number,
      String period,
      List<Target> targets,
      List<Task> tasks) {

    public Summary {
      targets = List.copyOf(targets);
      tasks = List.copyOf(tasks);
    }
  }

  /// @param actual the figure, or a dash
  /// @param state how it stands to the target, in a word
  public record Target(
      String label, String unit, int year, String goal, String actual, String state) {}

  /// @param words what was reported last, or a dash
  public record Task(
      int number, String name, String owner, LocalDate due, String state, String words) {}

  /// Empty where none was in force.
  ///
  /// @param sheet the company's figures as they were known on the day
  public Optional<Summary> of(long company, FigureSheet sheet, LocalDate day) {
    int year = day.getYear();
    return plans.findByCompanyIdOrderByFirstYearDesc(company).stream()
        .flatMap(plan -> inForce(plan, day).stream())
        .min(
            Comparator.comparing((InForce each) -> !each.plan().span().contains(year))
                .thenComparing(each -> each.plan().firstYear() > year)
                .thenComparingInt(each -> Math.abs(each.plan().firstYear() - year)))
        .map(each -> summary(each, sheet, day));
  }

  private record InForce(Plan plan, Version version, LocalDate approvedOn, String number) {}

  private Optional<InForce> inForce(Plan plan, LocalDate day) {
    for (Version version : versions.findByPlanIdOrderByOrdinalDesc(plan.id())) {
      LocalDate approved = version.approvedOn();
      String number = version.archiveNumber();
      if (approved != null && number != null && !approved.isAfter(day)) {
        return Optional.of(new InForce(plan, version, approved, number));
      }
    }
    return Optional.empty();
  }

  private Summary summary(InForce found, FigureSheet sheet, LocalDate day) {
    Plan plan = found.plan();
    Goals goals = Goals.of(rows.of(found.version().id()), plan.span(), outline);
    return new Summary(
        plan.span(),
        found.version().ordinal(),
        found.approvedOn(),
        found.number(),
        plan.span().standing(day.getYear()),
        targets(plan.span(), goals, sheet, day),
        tasks(plan, goals, day));
  }

  private List<Target> targets(Span span, Goals goals, FigureSheet sheet, LocalDate day) {
    List<Target> targets = new ArrayList<>();
    goals
        .targets()
        .forEach((indicator, years) -> {
          for (int year : span.years()) {
            BigDecimal goal = years.get(year);
            if (goal != null && year < day.getYear()) {
              Attested figure = BaseFigures.known(sheet, indicator, year).orElse(null);
              Decimals decimals =
                  Decimals.of(
                      indicator.unit(),
                      figure == null ? List.of(goal) : List.of(goal, Achievement.actual(figure)));
              Achievement reached =
                  Achievement.of(
                      goal, figure, outline.falling().contains(indicator.code()), decimals);
              targets.add(
                  new Target(
                      indicator.label(),
                      indicator.unit(),
                      year,
                      decimals.shown(goal),
                      reached.actual().isEmpty() ? Formats.NOTHING : reached.actual(),
                      reached.word()));
            }
          }
        });
    return targets;
  }

  private List<Task> tasks(Plan plan, Goals goals, LocalDate day) {
    Map<Integer, Progress> newest = new HashMap<>();
    for (Progress report : progresses.findByPlanIdOrderByIdDesc(plan.id())) {
      if (!LocalDate.ofInstant(report.reportedAt(), clock.getZone()).isAfter(day)) {
        newest.merge(report.task(), report, PlanSummaries::later);
      }
    }
    return goals.tasks().stream()
        .map(task -> {
          Progress report = newest.get(task.number());
          TaskState state = report == null ? TaskState.WAITING : report.state();
          boolean late = state != TaskState.DONE && day.isAfter(task.due());
          return new Task(
              task.number(),
              task.name(),
              task.owner(),
              task.due(),
              state.label() + (late ? "，逾期" : ""),
              report == null ? Formats.NOTHING : quarter(report) + "：" + report.words());
        })
        .toList();
  }

  // A quarter that is reported late does not stand before a later one.
  private static Progress later(Progress newer, Progress older) {
    return quarter(older).compareTo(quarter(newer)) > 0 ? older : newer;
  }

  private static Quarter quarter(Progress report) {
    return new Quarter(report.aboutYear(), report.quarter());
  }
}
