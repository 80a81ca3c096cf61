package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.ReminderPlan.Whom;
import seedbed.obligation.Window;

@DisplayName("提醒走到哪一步")
final class ReachedTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);

  @Test
  @DisplayName("每种事项只查走到某一步的期限：最早一步的前一天还没有，最后一步满了的不再有")
  void onlyDueDaysThatHaveReachedAStepAreAskedFor() {
    List<Reached> reached =
        List.of(
            new Reached("sheet", Whom.OWNER, -7, 0),
            new Reached("sheet", Whom.OFFICE, 8, 31),
            new Reached("operating-sheet", Whom.OWNER, 0, 5));

    Window sheet = Reached.window("sheet", reached, TODAY).orElseThrow();
    Window operating = Reached.window("operating-sheet", reached, TODAY).orElseThrow();

    assertThat(sheet).isEqualTo(new Window(TODAY.minusDays(30), TODAY.plusDays(7)));
    assertThat(operating).isEqualTo(new Window(TODAY.minusDays(4), TODAY));
    assertThat(Reached.window("decision", reached, TODAY)).isEmpty();
  }
}
