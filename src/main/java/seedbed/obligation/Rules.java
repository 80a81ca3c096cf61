package seedbed.obligation;

import io.micronaut.context.BeanProvider;
import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seedbed.calendar.WorkingCalendar;
import seedbed.calendar.WorkingDays;
import seedbed.criteria.FaultyConfig;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlanFile;
import seedbed.obligation.RuleVersions.RuleVersion;

/// The rules as they hold on a day: those of the file, then every version that the office made,
/// each from its day on. What is due only since a later release stands in no older version; for
/// that the file holds until the office changes it.
@Singleton
public class Rules {

  private final ReminderPlan file;
  private final RuleVersions versions;
  private final WorkingCalendar calendar;
  private final BeanProvider<Kinds> kinds;
  private volatile Course kept;

  // Kinds may ask the rules themselves, so they are asked for only when they are needed.
  Rules(
      ReminderPlan file,
      RuleVersions versions,
      WorkingCalendar calendar,
      BeanProvider<Kinds> kinds) {
    this.file = file;
    this.versions = versions;
    this.calendar = calendar;
    this.kinds = kinds;
    kept = new Course(0, List.of(new Held(0, LocalDate.MIN, file, List.of())));
  }

  /// A rule of a stored version that can hold no more since a later release; the file's holds in
  /// its place.
  ///
  /// @param kind empty where the whole version cannot be read
  /// @param why for the office
  @Introspected
  public record Aside(long version, LocalDate from, String kind, String why) {}

  /// One version, with the day from which it holds.
  private record Held(long id, LocalDate from, ReminderPlan plan, List<Aside> aside) {}

  /// All versions as they follow each other.
  public static final class Course {

    private final long newest;
    private final List<Held> held;

    private Course(long newest, List<Held> held) {
      this.newest = newest;
      this.held = held;
    }

    /// The number of the last version, which may not hold yet; 0 for the file.
    public long newest() {
      return newest;
    }

    /// What was decided last, whether it holds already or not.
    public ReminderPlan last() {
      return held.getLast().plan();
    }

    /// The day from which what was decided last holds; [LocalDate#MIN] for the file.
    public LocalDate lastFrom() {
      return held.getLast().from();
    }

    /// A later version that holds from the same day or earlier takes the place of one before.
    public ReminderPlan plan(LocalDate day) {
      return in(day).plan();
    }

    /// The number of the version that holds on a day.
    public long version(LocalDate day) {
      return in(day).id();
    }

    /// By the rule that held on the period's last day, so that a change leaves what was due before
    /// as it was.
    Optional<LocalDate> due(String kind, Period period, WorkingDays days) {
      return Optional.ofNullable(plan(period.lastDay()).rules().get(kind))
          .flatMap(rule -> Rules.due(rule, period, days));
    }

    /// What of the versions that hold on a day or later was set aside.
    public List<Aside> aside(LocalDate day) {
      Held now = in(day);
      return held.stream()
          .filter(each -> each.id() >= now.id())
          .flatMap(each -> each.aside().stream())
          .toList();
    }

    private Held in(LocalDate day) {
      for (Held each : held.reversed()) {
        if (!day.isBefore(each.from())) {
          return each;
        }
      }
      return held.getFirst();
    }

    /// This course with one more version, for those who want to see what it would be.
    public Course with(ReminderPlan plan, LocalDate from) {
      List<Held> all = new ArrayList<>(held);
      all.add(new Held(newest + 1, from, plan, List.of()));
      return new Course(newest, all);
    }
  }

  static Optional<LocalDate> due(Rule rule, Period period, WorkingDays days) {
    ReminderPlan.Due due = rule.due();
    return due == null
        ? Optional.empty()
        : Optional.of(days.shifted(due.after(period.lastDay()), rule.shift()));
  }

  public Course course() {
    long newest = versions.newest();
    Course now = kept;
    if (now.newest() != newest) {
      List<Held> held = new ArrayList<>();
      held.add(new Held(0, LocalDate.MIN, file, List.of()));
      long last = 0;
      for (RuleVersion version : versions.findAllOrderById()) {
        held.add(held(version));
        last = version.id();
      }
      now = new Course(last, held);
      kept = now;
    }
    return now;
  }

  // What no longer fits stops nothing: the file holds for it until the office decides anew.
  private Held held(RuleVersion version) {
    ReminderPlan plan;
    try {
      plan = ReminderPlanFile.read(version.text());
    } catch (FaultyConfig e) {
      return new Held(
          version.id(),
          version.fromOn(),
          file,
          List.of(new Aside(version.id(), version.fromOn(), "", String.valueOf(e.getMessage()))));
    }
    Map<String, Rule> fitting = new LinkedHashMap<>(plan.rules());
    List<Aside> aside = new ArrayList<>();
    for (Rule rule : plan.rules().values()) {
      kinds
          .get()
          .misfit(rule)
          .ifPresent(why -> {
            fitting.remove(rule.kind());
            aside.add(new Aside(version.id(), version.fromOn(), rule.kind(), why));
          });
    }
    return new Held(
        version.id(),
        version.fromOn(),
        new ReminderPlan(plan.quiet(), plan.restDays(), plan.lookBack(), fitting).over(file),
        List.copyOf(aside));
  }

  public WorkingDays days() {
    return calendar.days();
  }

  /// The due days of one kind, read once for many questions.
  public Dues dues(String kind) {
    return new Dues(kind, course(), days());
  }

  /// When one kind is due.
  public record Dues(String kind, Course course, WorkingDays days) {

    /// By the rule that held then; empty where no period of the kind ends on that day.
    ///
    /// @param lastDay of a period
    public Optional<LocalDate> after(LocalDate lastDay) {
      return Optional.ofNullable(course.plan(lastDay).rules().get(kind))
          .map(Rule::period)
          .map(length -> Period.holding(lastDay, length))
          .filter(period -> period.lastDay().equals(lastDay))
          .flatMap(period -> course.due(kind, period, days));
    }
  }

  /// When a kind is due for a period; empty where no rule asks for it.
  public Optional<LocalDate> due(String kind, Period period) {
    return course().due(kind, period, days());
  }
}
