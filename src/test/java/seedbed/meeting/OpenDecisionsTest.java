package seedbed.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("未销号的议定事项回到议程")
final class OpenDecisionsTest {

  private static final LocalDate DUE = LocalDate.of(2026, 9, 30);

  @Test
  @DisplayName("期限当日不算逾期，次日起逾期")
  void theDueDayIsInTime() {
    assertThat(found(DUE.minusDays(1), null).headline()).startsWith("在办：");
    assertThat(found(DUE, null).headline()).startsWith("在办：");
    assertThat(found(DUE.plusDays(1), null).headline()).startsWith("逾期：");
    assertThat(found(DUE.plusDays(1), null).reason()).contains("已逾期 1 天");
  }

  @Test
  void theNewestWordIsToldAndSilenceToo() {
    assertThat(found(DUE, "正在办。").reason()).endsWith("最近进展（2026-09-10）：正在办。");
    assertThat(found(DUE, null).reason()).endsWith("责任单位没有报告进展。");
  }

  @Test
  void itLeadsToTheDecisionAndIsOneSubject() {
    AgendaSource.Found found = found(DUE, null);

    assertThat(found.decision()).isEqualTo(7);
    assertThat(found.link()).isEqualTo("/decisions/7");
    assertThat(found.subject()).isEqualTo("decision-7");
  }

  private static AgendaSource.Found found(LocalDate today, @Nullable String told) {
    return OpenDecisions.found(
        new OpenDecisions.Open(
            7, "去办", "科技局", DUE, "2026年8月", told, told == null ? null : LocalDate.of(2026, 9, 10)),
        today);
  }
}
