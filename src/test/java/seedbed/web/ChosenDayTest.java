package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

final class ChosenDayTest {

  // Half past midnight of 10 May in China is still 9 May in Greenwich.
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-09T16:30:00Z"), ZoneId.of("Asia/Shanghai"));
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);

  @Test
  void withoutADayItIsTodayInChina() {
    assertThat(ChosenDay.parse(null, CLOCK)).isEqualTo(new ChosenDay(TODAY, TODAY));
    assertThat(ChosenDay.parse(" ", CLOCK).past()).isFalse();
  }

  @Test
  void pastDayIsKeptAndSaid() {
    var chosen = ChosenDay.parse("2025-05-01", CLOCK);

    assertThat(chosen.past()).isTrue();
    assertThat(chosen.lastYear()).isEqualTo(2024);
  }

  @Test
  void dayToComeIsRefused() {
    assertThatThrownBy(() -> ChosenDay.parse("2026-05-11", CLOCK))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessage("只能回看今天（2026-05-10）及以前的情况，2026-05-11 还没有到。");
  }

  @Test
  @DisplayName("早于所有标准的日期说明最早可看到哪一天")
  void dayBeforeEveryStandardIsRefused() {
    assertThat(ChosenDay.parse("2017-01-01", CLOCK).past()).isTrue();
    assertThatThrownBy(() -> ChosenDay.parse("1900-01-01", CLOCK))
        .isInstanceOf(Refusal.Invalid.class)
        .hasMessage("最早可回看 2017-01-01，此前没有收录任何标准；收到的是 1900-01-01。");
  }

  @Test
  void whatIsNoDayIsRefusedWithAnExample() {
    for (var text : new String[] {"2025-02-30", "yesterday", "2025/05/01"}) {
      assertThatThrownBy(() -> ChosenDay.parse(text, CLOCK))
          .isInstanceOf(Refusal.Invalid.class)
          .hasMessageContaining(text)
          .hasMessageContaining("例如 2026-05-10");
    }
  }
}
