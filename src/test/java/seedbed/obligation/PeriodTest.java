package seedbed.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01, 2026-12-31",
    "2026-H1, 2026-01-01, 2026-06-30",
    "2026-H2, 2026-07-01, 2026-12-31",
    "2026-Q1, 2026-01-01, 2026-03-31",
    "2026-Q4, 2026-10-01, 2026-12-31",
    "2028-02, 2028-02-01, 2028-02-29",
    "2026-12, 2026-12-01, 2026-12-31"
  })
  void aCodeIsReadAsItWasWritten(String code, String firstDay, String lastDay) {
    Period period = Period.of(code);

    assertThat(code).matches(Period.CODE);
    assertThat(period.code()).isEqualTo(code);
    assertThat(period.firstDay()).hasToString(firstDay);
    assertThat(period.lastDay()).hasToString(lastDay);
  }
}
