package seedbed.reminder;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import seedbed.calendar.WorkingDays;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Step;
import seedbed.criteria.ReminderPlan.Whom;
import seedbed.obligation.Kind;
import seedbed.obligation.Owing;
import seedbed.obligation.Rules;
import seedbed.obligation.Window;

/// The days of the next twelve months by some rules: when each period is due, and when who is told.
@Singleton
class ComingDays {

  private static final int MONTHS = 12;

  private final Owing owing;
  private final Rules rules;

  ComingDays(Owing owing, Rules rules) {
    this.owing = owing;
    this.rules = rules;
  }

  /// A due day with its reminders.
  ///
  /// @param plain before it was shifted to a working day; the same where it was not
  /// @param steps in words, such as `10-08 期限前 7 天 → 应报人`
  record Coming(String kind, String title, LocalDate due, LocalDate plain, List<String> steps) {

    boolean shifted() {
      return !due.equals(plain);
    }
  }

  List<Coming> of(Rules.Course course, LocalDate today) {
    WorkingDays days = rules.days();
    List<Coming> coming = new ArrayList<>();
    for (Owing.Term term :
        owing.terms(course, new Window(today, today.plusMonths(MONTHS).minusDays(1)))) {
      Kind kind = term.kind();
      ReminderPlan plan = course.plan(term.due());
      Rule rule = plan.rules().getOrDefault(kind.code(), term.rule());
      coming.add(
          new Coming(
              kind.code(),
              term.kind().title(term.period()),
              term.due(),
              Objects.requireNonNull(term.rule().due()).after(term.period().lastDay()),
              told(rule.steps(), term.due(), plan, days)));
    }
    return coming.stream()
        .sorted(Comparator.comparing(Coming::due).thenComparing(Coming::kind))
        .toList();
  }

  // Whom several steps reach on one day, after days off, the last of them tells.
  static List<String> told(List<Step> steps, LocalDate due, ReminderPlan plan, WorkingDays days) {
    List<String> told = new ArrayList<>();
    for (Step step : steps) {
      LocalDate day = told(step, due, plan, days);
      List<String> reached =
          step.tell().stream()
              .filter(whom ->
                  steps.stream()
                      .noneMatch(later ->
                          later.days() > step.days()
                              && later.tell().contains(whom)
                              && told(later, due, plan, days).equals(day)))
              .map(Whom::label)
              .toList();
      if (!reached.isEmpty()) {
        told.add("%s %s → %s".formatted(day, step.label(), String.join("、", reached)));
      }
    }
    return List.copyOf(told);
  }

  private static LocalDate told(Step step, LocalDate due, ReminderPlan plan, WorkingDays days) {
    LocalDate day = due.plusDays(step.days());
    return plan.restDays() ? day : days.shifted(day, ReminderPlan.Shift.NEXT);
  }
}
