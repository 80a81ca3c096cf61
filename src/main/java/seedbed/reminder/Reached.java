package seedbed.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Step;
import seedbed.criteria.ReminderPlan.Whom;
import seedbed.obligation.Window;

/// Which step of a rule each of those it names has reached, by how many days something is late: the
/// newest one. Steps that were missed are made up for by it and not told one by one.
///
/// @param from the step, and the first day late of which it is the newest
/// @param until the first day late of which it is no longer
record Reached(String kind, Whom whom, int from, int until) {

  static List<Reached> of(ReminderPlan plan) {
    List<Reached> reached = new ArrayList<>();
    for (Rule rule : plan.rules().values()) {
      for (Whom whom : Whom.values()) {
        List<Integer> days =
            rule.steps().stream()
                .filter(step -> step.tell().contains(whom))
                .map(Step::days)
                .toList();
        for (int place = 0; place < days.size(); place++) {
          boolean last = place == days.size() - 1;
          reached.add(
              new Reached(
                  rule.kind(),
                  whom,
                  days.get(place),
                  last ? plan.lookBack() + 1 : days.get(place + 1)));
        }
      }
    }
    return List.copyOf(reached);
  }

  /// The due days of whatever has reached a step today.
  static Window window(ReminderPlan plan, LocalDate today) {
    int first =
        plan.rules().values().stream()
            .flatMap(rule -> rule.steps().stream())
            .mapToInt(Step::days)
            .min()
            .orElse(0);
    return new Window(today.minusDays(plan.lookBack()), today.minusDays(Math.min(first, 0)));
  }
}
