package seedbed.reminder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// The due days of whatever of a kind has reached one of these steps today; empty where none is
  /// about it.
  static Optional<Window> window(String kind, List<Reached> reached, LocalDate today) {
    List<Reached> own = reached.stream().filter(each -> each.kind.equals(kind)).toList();
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Window(
                today.minusDays(own.stream().mapToInt(Reached::until).max().orElseThrow() - 1L),
                today.minusDays(own.stream().mapToInt(Reached::from).min().orElseThrow())));
  }
}
