package seedbed.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Quiet;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.startup.StartFailure;

@DisplayName("应报事项的种类和规则文件")
final class KindsTest {

  private record Yearly() implements Periodic {
    @Override
    public String code() {
      return "sheet";
    }

    @Override
    public String label() {
      return "年度填报表";
    }

    @Override
    public Set<ReminderPlan.Period> lengths() {
      return Set.of(ReminderPlan.Period.YEAR);
    }

    @Override
    public Sql handedIn(Period period) {
      return Sql.of("NULL");
    }

    @Override
    public Sql path(Period period) {
      return Sql.of("'/sheets'");
    }
  }

  private static ReminderPlan plan(ReminderPlan.Period length) {
    return new ReminderPlan(
        new Quiet(LocalTime.of(20, 0), LocalTime.of(8, 0)),
        false,
        60,
        Map.of("sheet", new Rule("sheet", length, new Due.Days(30), Shift.NONE, true, List.of())));
  }

  @Test
  @DisplayName("文件里的周期与种类不符的，不能启动，写明应当怎样写")
  void aPeriodThatDoesNotFitItsKindKeepsItFromStarting() {
    assertThat(new Kinds(List.of(new Yearly()), plan(ReminderPlan.Period.YEAR)).find("sheet"))
        .isPresent();
    assertThatThrownBy(() -> new Kinds(List.of(new Yearly()), plan(ReminderPlan.Period.QUARTER)))
        .isInstanceOf(StartFailure.class)
        .hasMessage("reminders.yml：“sheet”（年度填报表）只能按年填报，period请写year，现在写的是quarter。");
  }
}
