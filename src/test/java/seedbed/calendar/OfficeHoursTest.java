package seedbed.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("补载以前的事：只知道哪一天的，算在办公时间")
final class OfficeHoursTest {

  private static final Instant EARLY = Instant.parse("2026-11-30T00:30:00Z");
  private static final Clock CLOCK = Clock.fixed(EARLY, ZoneId.of("Asia/Shanghai"));

  @Test
  @DisplayName("以前的日子在那个钟点；今天还没到那个钟点的，算现在，不算将来")
  void nothingIsDoneInTheFuture() {
    LocalTime hour = LocalTime.of(9, 30);

    assertThat(OfficeHours.of(LocalDate.of(2026, 11, 29), hour, CLOCK))
        .isEqualTo(Instant.parse("2026-11-29T01:30:00Z"));
    assertThat(OfficeHours.of(LocalDate.of(2026, 11, 30), hour, CLOCK)).isEqualTo(EARLY);
    assertThat(OfficeHours.of(LocalDate.of(2026, 11, 30), LocalTime.of(8, 0), CLOCK))
        .isEqualTo(Instant.parse("2026-11-30T00:00:00Z"));
  }
}
