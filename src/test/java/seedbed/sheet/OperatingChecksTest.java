package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.sheet.OperatingChecks.Kind;
import seedbed.sheet.OperatingChecks.Warning;
import seedbed.web.FieldError;

/// Every bound one step below, on and above.
@DisplayName("运行情况表的核对和预警")
final class OperatingChecksTest {

  private static final OperatingSettings SETTINGS =
      new OperatingSettings(BigDecimal.TEN, BigDecimal.valueOf(30), BigDecimal.TEN);
  private static final OperatingPeriod SEPTEMBER = new OperatingPeriod(2026, 9);

  @ParameterizedTest(name = "上年同期 1000，本期 {0}")
  @CsvSource({"900.01, false", "900, true", "899.99, true", "1100, false"})
  void aFallAgainstLastYearWarns(String sales, boolean warned) {
    assertThat(
            OperatingChecks.warnings(SEPTEMBER, sales(sales), sales("1000"), SETTINGS).stream()
                .map(Warning::kind))
        .hasSize(warned ? 1 : 0)
        .allMatch(Kind.FALL::equals);
  }

  @Test
  void aFallIsSaidInOneSentence() {
    assertThat(
            OperatingChecks.warnings(SEPTEMBER, sales("800"), sales("1000"), SETTINGS).stream()
                .map(Warning::wording))
        .containsExactly("累计销售收入 800.00 万元，比上年同期的 1,000.00 万元下降 20.00 %。");
  }

  @ParameterizedTest(name = "前 9 个月 900，预计全年 {0}")
  @CsvSource({
    "1559.99, false",
    "1560, true",
    "1560.01, true",
    "840.01, false",
    "840, true",
    "1200, false"
  })
  void aForecastFarFromThePaceWarns(String forecast, boolean warned) {
    var now = numbers("900", forecast);

    assertThat(
            OperatingChecks.warnings(SEPTEMBER, now, OperatingNumbers.NONE, SETTINGS).stream()
                .map(Warning::kind))
        .hasSize(warned ? 1 : 0)
        .allMatch(Kind.PACE::equals);
  }

  @ParameterizedTest(name = "上期累计 500，本期累计 {0}")
  @CsvSource({"499.99, true", "500, false", "500.01, false"})
  void whatCountsFromJanuaryDoesNotBecomeLess(String sales, boolean wrong) {
    assertThat(OperatingChecks.errors(sales(sales), sales("500")).stream().map(FieldError::field))
        .hasSize(wrong ? 1 : 0)
        .allMatch("sales"::equals);
  }

  @ParameterizedTest(name = "累计 500，预计 {0}")
  @CsvSource({"499.99, true", "500, false"})
  void aForecastIsNotLessThanWhatIsThere(String forecast, boolean wrong) {
    assertThat(OperatingChecks.errors(numbers("500", forecast), OperatingNumbers.NONE))
        .hasSize(wrong ? 1 : 0);
  }

  @Test
  void whatIsMissingNeitherWarnsNorIsWrong() {
    assertThat(OperatingChecks.errors(OperatingNumbers.NONE, sales("500"))).isEmpty();
    assertThat(OperatingChecks.warnings(SEPTEMBER, OperatingNumbers.NONE, sales("500"), SETTINGS))
        .isEmpty();
  }

  private static OperatingNumbers sales(String sales) {
    return new OperatingNumbers(Map.of(OperatingField.SALES, new BigDecimal(sales)));
  }

  private static OperatingNumbers numbers(String sales, String forecast) {
    return new OperatingNumbers(
        Map.of(
            OperatingField.SALES,
            new BigDecimal(sales),
            OperatingField.FORECAST,
            new BigDecimal(forecast)));
  }
}
