package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Quiet;
import seedbed.criteria.ReminderPlan.Whom;

@DisplayName("提醒规则文件")
final class ReminderPlanFileTest {

  private static String shipped() throws IOException {
    return Files.readString(Path.of("config/reminders.yml"));
  }

  @Test
  @DisplayName("写出来再读回去是同样的规则")
  void whatIsWrittenReadsTheSame() throws IOException {
    ReminderPlan plan = ReminderPlanFile.read(shipped());

    assertThat(ReminderPlanFile.read(ReminderPlanFile.write(plan))).isEqualTo(plan);
  }

  @Test
  @DisplayName("检查结论次日报送是报给挂钩领导的：逾期第1天起告知领导，越拖越久再各告知一次")
  void theLeaderIsToldAgainAsALateConclusionGrowsLater() throws IOException {
    ReminderPlan plan = ReminderPlanFile.read(shipped());

    assertThat(Objects.requireNonNull(plan.rules().get("inspection")).steps())
        .filteredOn(step -> step.tell().contains(Whom.LEADER))
        .extracting(ReminderPlan.Step::days)
        .containsExactly(1, 3, 7, 14, 30);
  }

  @Test
  @DisplayName("错误指出行和改法")
  void mistakesNameTheirLine() throws IOException {
    String text = shipped();

    assertThatThrownBy(() -> ReminderPlanFile.read(text.replace("shift: next", "shift: later")))
        .hasMessageContaining("没有“later”这种顺延办法");
    assertThatThrownBy(() -> ReminderPlanFile.read(text.replace("    due: --04-30\n", "")))
        .hasMessageContaining("period和due只写了一项");
    assertThatThrownBy(() -> ReminderPlanFile.read(text.replace("due: 15", "due: --10-15")))
        .hasMessageContaining("只有按年的可以写成月日");
    assertThatThrownBy(() -> ReminderPlanFile.read(text.replace("days: -3", "days: -7")))
        .hasMessageContaining("写了两次");
  }

  @Test
  @DisplayName("不打扰的时段跨过半夜，含起点不含终点")
  void quietHoursReachOverMidnight() {
    Quiet quiet = new Quiet(LocalTime.of(20, 0), LocalTime.of(8, 0));

    assertThat(quiet.holds(LocalTime.of(19, 59, 59))).isFalse();
    assertThat(quiet.holds(LocalTime.of(20, 0))).isTrue();
    assertThat(quiet.holds(LocalTime.of(7, 59, 59))).isTrue();
    assertThat(quiet.holds(LocalTime.of(8, 0))).isFalse();
  }

  @Test
  @DisplayName("2 月 29 日的期限在平年是 28 日")
  void theTwentyNinthOfFebruaryExistsEveryYear() {
    Due due = new Due.Day(MonthDay.of(2, 29));

    assertThat(due.after(LocalDate.of(2026, 12, 31))).isEqualTo("2027-02-28");
    assertThat(due.after(LocalDate.of(2027, 12, 31))).isEqualTo("2028-02-29");
    assertThat(new Due.Days(60).after(LocalDate.of(2027, 12, 31))).isEqualTo("2028-02-29");
  }
}
