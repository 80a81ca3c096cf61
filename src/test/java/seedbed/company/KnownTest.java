package seedbed.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;

class KnownTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 10);

  @Test
  void asksForTheScopeFirstAndForTheDayAfterIt() {
    var known = new Known(new Scope.Region("320682"), DAY);

    assertThat(known.condition("x")).isEqualTo("x.region_code LIKE ? AND x.recorded_on <= ?");
    assertThat(known.parameters()).containsExactly("320682%", DAY);
  }

  @Test
  void nothingIsStillNothing() {
    assertThat(new Known(new Scope.Nothing(), DAY).condition("c"))
        .isEqualTo("FALSE AND c.recorded_on <= ?");
  }

  @Test
  void todayIsTheDayOfTheClock() {
    var justPastMidnight = Instant.parse("2026-05-09T16:00:00Z");
    var clock = Clock.fixed(justPastMidnight, ZoneId.of("Asia/Shanghai"));

    assertThat(Known.today(new Scope.Whole(), clock).on()).isEqualTo(DAY);
  }
}
