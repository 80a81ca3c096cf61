package seedbed.request;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.RequestRules.Charge;
import seedbed.criteria.RequestRules.Level;

/// How far the lateness of a request reaches, by its days alone: nothing has to be written down for
/// it, so that every page says the same on the same day.
final class Escalation {
  private Escalation() {}

  /// How many days late an answer is; 0 where none is owed, or in time.
  static long daysLate(Stage stage, @Nullable LocalDate dueOn, LocalDate today) {
    return stage.owed() && dueOn != null ? Math.max(0, ChronoUnit.DAYS.between(dueOn, today)) : 0;
  }

  /// Who is responsible by now; empty while it is in time.
  static Optional<Level> of(
      Stage stage, @Nullable LocalDate dueOn, LocalDate today, List<Level> levels) {
    long late = daysLate(stage, dueOn, today);
    return levels.stream()
        .filter(level -> late >= level.days())
        .reduce((_, higher) -> higher)
        .map(level -> stage == Stage.RAISED ? unrouted(level, levels) : level);
  }

  /// Every level that it has reached, each of whom once, in their order.
  static List<Level> reached(
      Stage stage, @Nullable LocalDate dueOn, LocalDate today, List<Level> levels) {
    long late = daysLate(stage, dueOn, today);
    Map<Charge, Level> reached = new LinkedHashMap<>();
    levels.stream()
        .filter(level -> late >= level.days())
        .map(level -> stage == Stage.RAISED ? unrouted(level, levels) : level)
        .forEach(level -> reached.putIfAbsent(level.charge(), level));
    return List.copyOf(reached.values());
  }

  // No department has it yet: the office is late itself.
  private static Level unrouted(Level level, List<Level> levels) {
    return level.charge() != Charge.DEPARTMENT
        ? level
        : levels.stream()
            .filter(each -> each.charge() == Charge.OFFICE)
            .findFirst()
            .map(office -> new Level(level.days(), Charge.OFFICE, office.label()))
            .orElse(new Level(level.days(), Charge.OFFICE, "培育办"));
  }

  /// In words, such as “已升级至培育办”; empty while it is in time.
  static String words(Stage stage, @Nullable LocalDate dueOn, LocalDate today, List<Level> levels) {
    return of(stage, dueOn, today, levels).map(level -> "已升级至" + level.label()).orElse("");
  }

  /// The last due day that has reached anybody by today.
  static LocalDate reachedAnybody(LocalDate today, List<Level> levels) {
    return levels.stream()
        .findFirst()
        .map(level -> today.minusDays(level.days()))
        .orElse(LocalDate.EPOCH);
  }

  /// The last due day that has reached the office or farther by today, of what a department has;
  /// what nobody has yet reaches the office first.
  static LocalDate reachedOffice(LocalDate today, List<Level> levels) {
    return levels.stream()
        .filter(level -> level.charge() != Charge.DEPARTMENT)
        .findFirst()
        .map(level -> today.minusDays(level.days()))
        .orElse(LocalDate.EPOCH);
  }
}
