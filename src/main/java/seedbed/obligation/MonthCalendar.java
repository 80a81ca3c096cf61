package seedbed.obligation;

import io.micronaut.core.annotation.Introspected;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.calendar.WorkingDays;
import seedbed.obligation.Obligations.DayCount;

/// A month in weeks, Monday first, with what is due on each day.
///
/// @param unknown whether the holidays of its year were never entered
@Introspected
record MonthCalendar(
    YearMonth month, String label, String before, String after, boolean unknown, List<Week> weeks) {

  private static final List<String> WEEKDAYS = List.of("周一", "周二", "周三", "周四", "周五", "周六", "周日");

  @Introspected
  record Week(List<Day> days) {}

  /// @param number of a neighbouring month with the month, so that it is not taken for this one's
  /// @param inside whether it belongs to the month
  /// @param mark why it is off, or that it is worked although it is a weekend
  @Introspected
  record Day(
      LocalDate date,
      String number,
      String weekday,
      boolean inside,
      boolean today,
      boolean worked,
      @Nullable String mark,
      List<Entry> entries) {}

  /// Whether nothing falls due in it.
  public boolean free() {
    return weeks.stream()
        .flatMap(week -> week.days().stream())
        .noneMatch(day -> day.inside() && !day.entries().isEmpty());
  }

  /// @param late whether something of it is past its day
  @Introspected
  record Entry(String kind, String label, long expected, long open, boolean late) {}

  static MonthCalendar of(
      YearMonth month,
      List<DayCount> counts,
      WorkingDays working,
      LocalDate today,
      Function<DayCount, String> label) {
    Map<LocalDate, List<DayCount>> byDay =
        counts.stream().collect(Collectors.groupingBy(DayCount::dueOn));
    List<Week> weeks = new ArrayList<>();
    LocalDate day = month.atDay(1).with(DayOfWeek.MONDAY);
    while (!day.isAfter(month.atEndOfMonth())) {
      List<Day> days = new ArrayList<>();
      for (int place = 0; place < DayOfWeek.values().length; place++) {
        LocalDate date = day.plusDays(place);
        boolean inside = YearMonth.from(date).equals(month);
        days.add(
            new Day(
                date,
                inside
                    ? "" + date.getDayOfMonth()
                    : date.getMonthValue() + "月" + date.getDayOfMonth() + "日",
                WEEKDAYS.get(place),
                inside,
                date.equals(today),
                working.worked(date),
                mark(working, date),
                byDay.getOrDefault(date, List.of()).stream()
                    .map(count ->
                        new Entry(
                            count.kind(),
                            label.apply(count),
                            count.expected(),
                            count.open(),
                            count.open() > 0 && date.isBefore(today)))
                    .toList()));
      }
      weeks.add(new Week(days));
      day = day.plusWeeks(1);
    }
    return new MonthCalendar(
        month,
        month.getYear() + " 年 " + month.getMonthValue() + " 月",
        month.minusMonths(1).toString(),
        month.plusMonths(1).toString(),
        !working.known(month.getYear()),
        weeks);
  }

  private static @Nullable String mark(WorkingDays working, LocalDate date) {
    return working.swapped(date)
        ? "班"
        : working.holiday(date).orElse(working.worked(date) ? null : "休");
  }
}
