package seedbed.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.Holidays;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.web.Refusal;

@DisplayName("工作日")
final class WorkingDaysTest {

  private static final WorkingDays DAYS =
      new WorkingDays(
          new Holidays(
              Map.of(
                  2026,
                  DayLines.read(
                      2026,
                      """
                      2026-10-01 至 2026-10-07 休 国庆节
                      2026-09-20 班
                      2026-10-10 班
                      """))));

  @Test
  @DisplayName("期限逢国庆顺延到节后第一个工作日，或提前到节前最后一个工作日")
  void holidaysMoveADueDay() {
    LocalDate holiday = LocalDate.of(2026, 10, 3);

    assertThat(DAYS.shifted(holiday, Shift.NEXT)).isEqualTo("2026-10-08");
    assertThat(DAYS.shifted(holiday, Shift.PREVIOUS)).isEqualTo("2026-09-30");
    assertThat(DAYS.shifted(holiday, Shift.NONE)).isEqualTo(holiday);
  }

  @Test
  @DisplayName("调休上班的周末是工作日，普通周末不是")
  void swappedWeekendsAreWorked() {
    assertThat(DAYS.worked(LocalDate.of(2026, 10, 10))).isTrue();
    assertThat(DAYS.worked(LocalDate.of(2026, 10, 11))).isFalse();
    assertThat(DAYS.shifted(LocalDate.of(2026, 10, 10), Shift.NEXT)).isEqualTo("2026-10-10");
  }

  @Test
  @DisplayName("没有录入的年份只知道周末，并且说得出来")
  void aYearThatWasNeverEnteredIsKnownToBeUnknown() {
    assertThat(DAYS.known(2026)).isTrue();
    assertThat(DAYS.known(2027)).isFalse();
    assertThat(DAYS.worked(LocalDate.of(2027, 10, 1))).isTrue();
    assertThat(DAYS.worked(LocalDate.of(2027, 10, 2))).isFalse();
  }

  @Test
  @DisplayName("跨年的元旦假期：上年 12 月的放假和调休随新一年录入，上年其余照旧")
  void aNoticeMayReachIntoTheDecemberBefore() {
    WorkingDays days =
        new WorkingDays(
            new Holidays(
                Map.of(
                    2018,
                    DayLines.read(2018, "2018-10-01 至 2018-10-07 休 国庆节\n2018-12-31 休 旧"),
                    2019,
                    DayLines.read(
                        2019, "2018-12-30 至 2019-01-01 休 元旦\n2018-12-29 班\n2019-10-01 休 国庆节"))));

    assertThat(days.worked(LocalDate.of(2018, 12, 29))).isTrue();
    assertThat(days.worked(LocalDate.of(2018, 12, 31))).isFalse();
    assertThat(days.holiday(LocalDate.of(2018, 12, 31))).contains("元旦");
    assertThat(days.worked(LocalDate.of(2018, 10, 3))).isFalse();
    assertThat(days.shifted(LocalDate.of(2018, 12, 30), Shift.NEXT)).isEqualTo("2019-01-02");
  }

  @Test
  @DisplayName("写错的行逐行指出：别的年份、工作日上班、写了两次、没有这一天")
  void everyWrongLineIsNamed() {
    assertThatThrownBy(() ->
            DayLines.read(
                2027,
                """
                2026-01-01 休 元旦
                2027-01-04 班
                2027-05-01 休 劳动节
                2027-05-01 休 劳动节
                2027-02-30 休 春节
                放假三天
                """))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            wrong ->
                assertThat(wrong.errors())
                    .extracting(error -> error.message().substring(0, 6))
                    .containsExactly("第 1 行：", "第 2 行：", "第 4 行：", "第 5 行：", "第 6 行："));
  }
}
