package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class FormatsTest {

  @Test
  void amountHasThousandsSeparatorsAndTwoDecimals() {
    assertThat(Formats.amount(new BigDecimal("1062"))).isEqualTo("1,062.00");
    assertThat(Formats.amount("1234567.5")).isEqualTo("1,234,567.50");
    assertThat(Formats.amount(new BigDecimal("0.005"))).isEqualTo("0.01");
    assertThat(Formats.amount(new BigDecimal("-3.1"))).isEqualTo("-3.10");
  }

  @Test
  void largeAmountKeepsEveryDigit() {
    assertThat(Formats.amount(new BigDecimal("12345678901234567890.12")))
        .isEqualTo("12,345,678,901,234,567,890.12");
  }

  @Test
  void amountThatRoundsToZeroHasNoMinus() {
    assertThat(Formats.amount(new BigDecimal("-0.001"))).isEqualTo("0.00");
  }

  @Test
  void percentIsANumberOfPercent() {
    assertThat(Formats.percent(new BigDecimal("96.4"))).isEqualTo("96.40 %");
  }

  @Test
  void shareIsRoundedHalfUpYetNeverToAllOrNothing() {
    assertThat(Formats.share(2, 3)).isEqualTo("66.7%");
    assertThat(Formats.share(1, 3)).isEqualTo("33.3%");
    assertThat(Formats.share(999, 1_000)).isEqualTo("99.9%");
    assertThat(Formats.share(9_999, 10_000)).isEqualTo("99.9%");
    assertThat(Formats.share(1, 10_000)).isEqualTo("0.1%");
    assertThat(Formats.share(0, 10_000)).isEqualTo("0.0%");
    assertThat(Formats.share(10_000, 10_000)).isEqualTo("100.0%");
    assertThat(Formats.share(0, 0)).isEqualTo("—");
  }

  @Test
  void numberShowsOnlyTheDecimalsItHas() {
    assertThat(Formats.number(new BigDecimal("67.50"))).isEqualTo("67.5");
    assertThat(Formats.number(3)).isEqualTo("3");
    assertThat(Formats.count(10_000L)).isEqualTo("10,000");
  }

  @Test
  void nothingIsADashAndNeverZero() {
    assertThat(Formats.amount(null)).isEqualTo("—");
    assertThat(Formats.percent(null)).isEqualTo("—");
    assertThat(Formats.count("")).isEqualTo("—");
    assertThat(Formats.day(null)).isEqualTo("—");
  }

  @Test
  void momentIsWrittenInChineseTime() {
    var moment = Instant.parse("2026-05-09T16:30:00Z");

    assertThat(Formats.time(moment)).isEqualTo("2026-05-10 00:30");
    assertThat(Formats.day(moment)).isEqualTo("2026-05-10");
    assertThat(Formats.longDay(LocalDate.of(2026, 5, 10))).isEqualTo("2026 年 5 月 10 日");
  }
}
