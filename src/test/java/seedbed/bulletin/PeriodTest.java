package seedbed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("通报的期间和说法")
final class PeriodTest {

  @Test
  void aQuarterHoldsItsFirstAndLastDay() {
    Period third = new Period(2026, 3);

    assertThat(third.firstDay()).isEqualTo("2026-07-01");
    assertThat(third.lastDay()).isEqualTo("2026-09-30");
    assertThat(third.dayBefore()).isEqualTo("2026-06-30");
    assertThat(third.holds(LocalDate.of(2026, 7, 1))).isTrue();
    assertThat(third.holds(LocalDate.of(2026, 9, 30))).isTrue();
    assertThat(third.holds(LocalDate.of(2026, 6, 30))).isFalse();
    assertThat(third.holds(LocalDate.of(2026, 10, 1))).isFalse();
  }

  @Test
  void aYearGoesFromJanuaryToDecember() {
    Period year = new Period(2025, Period.WHOLE_YEAR);

    assertThat(year.firstDay()).isEqualTo("2025-01-01");
    assertThat(year.lastDay()).isEqualTo("2025-12-31");
    assertThat(year.label()).isEqualTo("2025年");
  }

  @Test
  void theLastQuarterIsTheOneThatIsOver() {
    assertThat(Period.lastQuarter(LocalDate.of(2026, 9, 30))).isEqualTo(new Period(2026, 2));
    assertThat(Period.lastQuarter(LocalDate.of(2026, 10, 1))).isEqualTo(new Period(2026, 3));
    assertThat(Period.lastQuarter(LocalDate.of(2027, 1, 1))).isEqualTo(new Period(2026, 4));
    assertThat(Period.lastQuarter(LocalDate.of(2026, 5, 31))).isEqualTo(new Period(2026, 1));
  }

  @Test
  @DisplayName("没有可比的不写增长，不当作零")
  void whatCannotBeComparedIsNoGrowth() {
    assertThat(Words.growth(new BigDecimal("5"), null)).isEqualTo("—");
    assertThat(Words.growth(null, new BigDecimal("5"))).isEqualTo("—");
    assertThat(Words.growth(new BigDecimal("5"), BigDecimal.ZERO)).isEqualTo("—");
    assertThat(Words.grown(new BigDecimal("110"), new BigDecimal("100"))).isEqualTo("增长10.0%");
    assertThat(Words.grown(new BigDecimal("90"), new BigDecimal("100"))).isEqualTo("下降10.0%");
    assertThat(Words.hundredths(0, 0)).isZero();
    assertThat(Words.hundredths(1, 3)).isEqualTo(3_330);
  }
}
