package seedbed.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import seedbed.criteria.RequestRules.Charge;
import seedbed.criteria.RequestRules.Level;

@DisplayName("逾期升级")
final class EscalationTest {

  private static final LocalDate DUE = LocalDate.of(2026, 3, 10);

  private static final List<Level> LEVELS =
      List.of(
          new Level(1, Charge.DEPARTMENT, "部门负责人"),
          new Level(8, Charge.OFFICE, "培育办"),
          new Level(16, Charge.LEADER, "挂钩领导"));

  /// The day before each step, on it and after it, over the end of a month.
  @ParameterizedTest
  @CsvSource({
    "2026-03-09, 0, ''",
    "2026-03-10, 0, ''",
    "2026-03-11, 1, 已升级至部门负责人",
    "2026-03-12, 2, 已升级至部门负责人",
    "2026-03-17, 7, 已升级至部门负责人",
    "2026-03-18, 8, 已升级至培育办",
    "2026-03-19, 9, 已升级至培育办",
    "2026-03-25, 15, 已升级至培育办",
    "2026-03-26, 16, 已升级至挂钩领导",
    "2026-03-27, 17, 已升级至挂钩领导",
    "2027-03-27, 382, 已升级至挂钩领导"
  })
  void goesUpByDays(LocalDate today, long late, String words) {
    assertThat(Escalation.daysLate(Stage.HANDLING, DUE, today)).isEqualTo(late);
    assertThat(Escalation.words(Stage.HANDLING, DUE, today, LEVELS)).isEqualTo(words);
  }

  /// What no department has yet is late with the office from its first day on.
  @ParameterizedTest
  @CsvSource({
    "2026-03-10, ''",
    "2026-03-11, 已升级至培育办",
    "2026-03-18, 已升级至培育办",
    "2026-03-26, 已升级至挂钩领导"
  })
  void ofWhatIsNotRoutedTheOfficeIsResponsible(LocalDate today, String words) {
    assertThat(Escalation.words(Stage.RAISED, DUE, today, LEVELS)).isEqualTo(words);
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"ANSWERED", "CLOSED", "WITHDRAWN"})
  void whereNoAnswerIsOwedNothingIsLate(Stage stage) {
    assertThat(Escalation.daysLate(stage, DUE, DUE.plusDays(99))).isZero();
    assertThat(Escalation.of(stage, DUE, DUE.plusDays(99), LEVELS)).isEmpty();
  }

  /// The list of what has gone up shows exactly what the words say so of.
  @Test
  void theListAndTheWordsHaveOneBorder() {
    for (int late = 0; late < 40; late++) {
      LocalDate today = DUE.plusDays(late);

      boolean atOffice = !DUE.isAfter(Escalation.reachedOffice(today, LEVELS));
      boolean listed = !DUE.isAfter(Escalation.reachedAnybody(today, LEVELS));

      assertThat(Escalation.of(Stage.HANDLING, DUE, today, LEVELS).isPresent())
          .as("%d days late", late)
          .isEqualTo(listed);
      assertThat(Escalation.of(Stage.RAISED, DUE, today, LEVELS).isPresent()).isEqualTo(listed);

      assertThat(
              Escalation.of(Stage.HANDLING, DUE, today, LEVELS)
                  .filter(level -> level.charge() != Charge.DEPARTMENT)
                  .isPresent())
          .as("%d days late", late)
          .isEqualTo(atOffice);
    }
  }
}
