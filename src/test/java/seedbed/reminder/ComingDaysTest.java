package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.calendar.GivenCalendar;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Step;
import seedbed.criteria.ReminderPlan.Whom;

@DisplayName("未来十二个月的提醒")
final class ComingDaysTest {

  private static final ReminderPlan WORKING_DAYS_ONLY =
      new ReminderPlan(
          new ReminderPlan.Quiet(LocalTime.of(20, 0), LocalTime.of(8, 0)), false, 60, Map.of());

  @Test
  @DisplayName("休息日顺延到同一天的几步，对同一个人只列最后一步")
  void ofStepsOnOneDayTheLastTells() {
    List<Step> steps =
        List.of(
            new Step(1, EnumSet.of(Whom.OWNER, Whom.TOWNSHIP)),
            new Step(3, EnumSet.of(Whom.OWNER)),
            new Step(7, EnumSet.of(Whom.OWNER)));

    // Due on a Friday: the first day after it is a Saturday, the third a Monday.
    List<String> told =
        ComingDays.told(
            steps, LocalDate.of(2027, 1, 15), WORKING_DAYS_ONLY, GivenCalendar.weekends().days());

    assertThat(told)
        .containsExactly(
            "2027-01-18 逾期第 1 天 → " + Whom.TOWNSHIP.label(),
            "2027-01-18 逾期第 3 天 → " + Whom.OWNER.label(),
            "2027-01-22 逾期第 7 天 → " + Whom.OWNER.label());
  }
}
