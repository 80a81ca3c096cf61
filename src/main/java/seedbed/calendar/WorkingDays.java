package seedbed.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import seedbed.criteria.Holidays;
import seedbed.criteria.ReminderPlan.Shift;

/// Which days are worked. Of a year that was never announced only the weekends are known.
public final class WorkingDays {

  private final Set<Integer> years;
  private final Map<LocalDate, String> rest = new HashMap<>();
  private final Set<LocalDate> work = new HashSet<>();

  public WorkingDays(Holidays holidays) {
    years = holidays.years().keySet();
    new TreeMap<>(holidays.years()).values().forEach(this::add);
  }

  // A year may say something about the December before it, and knows better than that one did.
  private void add(Holidays.Year year) {
    for (Holidays.Rest each : year.rest()) {
      each.from()
          .datesUntil(each.to().plusDays(1))
          .forEach(day -> {
            rest.put(day, each.name());
            work.remove(day);
          });
    }
    year.work()
        .forEach(day -> {
          work.add(day);
          rest.remove(day);
        });
  }

  /// Whether the holidays of a year were announced and entered.
  public boolean known(int year) {
    return years.contains(year);
  }

  public boolean worked(LocalDate day) {
    return work.contains(day) || (!rest.containsKey(day) && !weekend(day));
  }

  /// Whether it is a weekend that is worked.
  public boolean swapped(LocalDate day) {
    return work.contains(day);
  }

  /// Why a day is off by decree.
  public Optional<String> holiday(LocalDate day) {
    return Optional.ofNullable(rest.get(day));
  }

  /// The day itself if it is worked; else where it goes.
  public LocalDate shifted(LocalDate day, Shift shift) {
    return switch (shift) {
      case NONE -> day;
      case NEXT -> nearest(day, 1);
      case PREVIOUS -> nearest(day, -1);
    };
  }

  private LocalDate nearest(LocalDate day, int direction) {
    LocalDate found = day;
    while (!worked(found)) {
      found = found.plusDays(direction);
    }
    return found;
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
