package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Period;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.obligation.GivenRules;

@DisplayName("填报表的期限")
final class SheetCalendarTest {

  private static final ReminderPlan FILE =
      new ReminderPlan(
          new ReminderPlan.Quiet(LocalTime.of(20, 0), LocalTime.of(8, 0)),
          false,
          60,
          Map.of(
              "sheet",
              new Rule(
                  "sheet",
                  Period.YEAR,
                  new Due.Day(MonthDay.of(4, 30)),
                  Shift.NEXT,
                  true,
                  List.of()),
              "operating-sheet",
              operating(Period.QUARTER, 15)));

  private static final SheetCalendar CALENDAR =
      new SheetCalendar(
          GivenRules.of(
              FILE,
              GivenRules.with(FILE, List.of(operating(Period.MONTH, 10))),
              LocalDate.of(2027, 1, 1)));

  private static Rule operating(Period length, int days) {
    return new Rule("operating-sheet", length, new Due.Days(days), Shift.NEXT, true, List.of());
  }

  @Test
  @DisplayName("逢周末按规则顺延，不另有一套日期")
  void aDayOffMovesTheDay() {
    assertThat(CALENDAR.yearlyDue(2022)).as("30 April was a Sunday").isEqualTo("2023-05-01");
    assertThat(CALENDAR.yearlyDue(2025)).isEqualTo("2026-04-30");
    assertThat(CALENDAR.operatingDue(2026, 9)).contains(LocalDate.of(2026, 10, 15));
    assertThat(CALENDAR.operatingDue(2026, 8)).as("by quarters").isEmpty();
  }

  @Test
  @DisplayName("最近一个已结束的填报期，和它之前的一期")
  void theLastPeriodThatIsOver() {
    OperatingPeriod september = new OperatingPeriod(2026, 9);

    assertThat(CALENDAR.latest(LocalDate.of(2026, 11, 21))).isEqualTo(september);
    assertThat(CALENDAR.latest(LocalDate.of(2026, 9, 30))).isEqualTo(new OperatingPeriod(2026, 6));
    assertThat(CALENDAR.latest(LocalDate.of(2026, 10, 1))).isEqualTo(september);
    assertThat(CALENDAR.latest(LocalDate.of(2026, 3, 31))).isEqualTo(new OperatingPeriod(2025, 12));
    assertThat(CALENDAR.before(new OperatingPeriod(2026, 3)))
        .isEqualTo(new OperatingPeriod(2025, 12));
  }

  @Test
  @DisplayName("规则由按季改为按月，改前各期仍按季，改后按月")
  void aChangeOfTheRuleChangesThePeriodsAfterIt() {
    assertThat(CALENDAR.latest(LocalDate.of(2027, 3, 1), 4))
        .containsExactly(
            new OperatingPeriod(2027, 2),
            new OperatingPeriod(2027, 1),
            new OperatingPeriod(2026, 12),
            new OperatingPeriod(2026, 9));
    assertThat(CALENDAR.operatingDue(2027, 2)).contains(LocalDate.of(2027, 3, 10));
    assertThat(CALENDAR.periods(2026)).hasSize(4);
    assertThat(CALENDAR.periods(2027)).hasSize(12);
  }
}
