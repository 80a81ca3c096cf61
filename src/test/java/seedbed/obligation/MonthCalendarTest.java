package seedbed.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.calendar.GivenCalendar;
import seedbed.criteria.Holidays;

@DisplayName("应报日历的一个月")
final class MonthCalendarTest {

  private static final Holidays.Year NATIONAL_DAY =
      new Holidays.Year(
          List.of(new Holidays.Rest("国庆节", LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 7))),
          List.of(LocalDate.of(2026, 10, 10)));

  private final MonthCalendar month =
      MonthCalendar.of(
          YearMonth.of(2026, 10),
          List.of(),
          GivenCalendar.of(2026, NATIONAL_DAY),
          LocalDate.of(2026, 10, 12),
          _ -> "试验");

  @Test
  @DisplayName("休息日标休，调休上班的标班，节日写名称，工作日不标")
  void restDaysAreMarked() {
    assertThat(day(LocalDate.of(2026, 10, 17)).mark()).isEqualTo("休");
    assertThat(day(LocalDate.of(2026, 10, 1)).mark()).isEqualTo("国庆节");
    assertThat(day(LocalDate.of(2026, 10, 10)).mark()).isEqualTo("班");
    assertThat(day(LocalDate.of(2026, 10, 12)).mark()).isNull();
  }

  @Test
  @DisplayName("邻月的日子带月份，没有事项的月份说得出来")
  void daysOfNeighboursAreNamedWithTheirMonth() {
    assertThat(day(LocalDate.of(2026, 9, 30)).number()).isEqualTo("9月30日");
    assertThat(day(LocalDate.of(2026, 10, 1)).number()).isEqualTo("1");
    assertThat(month.free()).isTrue();
  }

  private MonthCalendar.Day day(LocalDate date) {
    return month.weeks().stream()
        .flatMap(week -> week.days().stream())
        .filter(day -> day.date().equals(date))
        .findFirst()
        .orElseThrow();
  }
}
