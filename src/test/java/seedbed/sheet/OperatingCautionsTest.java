package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.web.FieldError;

/// Every bound one step below, on and above.
@DisplayName("运行情况表提交前请企业核对的")
final class OperatingCautionsTest {

  private static final OperatingCautions CAUTIONS =
      new OperatingCautions(BigDecimal.TEN, BigDecimal.valueOf(1000));
  private static final OperatingPeriod SEPTEMBER = new OperatingPeriod(2026, 9);
  private static final OperatingPeriod JUNE = new OperatingPeriod(2026, 6);

  @ParameterizedTest(name = "{0} 个月累计 {1}，预计全年 {2}")
  @CsvSource({
    "9, 900, 11999.99, false",
    "9, 900, 12000, true",
    "9, 900, 12000.01, true",
    "9, 900, 1200000, true",
    "1, 1200, 1440.01, false",
    "1, 1200, 1440, true",
    "9, 0, 1200, false",
    "9, 900, 1200, false"
  })
  @DisplayName("预计与进度相差十倍，多或者少，疑似单位填错")
  void aForecastTenfoldOffThePaceHasToBeConfirmed(
      int months, String sales, String forecast, boolean unlikely) {
    var past = new OperatingPast(new OperatingPeriod(2026, months), JUNE, none(), none(), null);

    var cautions =
        CAUTIONS.of(
            numbers(Map.of(OperatingField.SALES, sales, OperatingField.FORECAST, forecast)), past);

    assertThat(cautions.stream().map(FieldError::field))
        .hasSize(unlikely ? 1 : 0)
        .allMatch("forecast"::equals);
    assertThat(cautions.stream().map(FieldError::message))
        .allMatch(said -> said.contains("相差 10 倍以上，疑似单位填错：本栏以万元计"));
  }

  @ParameterizedTest(name = "以前 39，本期 {0}")
  @CsvSource({
    "38999.99, false",
    "39000, true",
    "39000.01, true",
    "0.04, false",
    "0.039, true",
    "0, false"
  })
  @DisplayName("与上年同期、与上期、与上年营业收入相差千倍，多或者少，疑似单位填错")
  void aThousandfoldOfBeforeHasToBeConfirmed(String sales, boolean unlikely) {
    var now = numbers(Map.of(OperatingField.SALES, sales));
    var told = numbers(Map.of(OperatingField.SALES, "39"));

    assertThat(said(now, none(), told, null, "与上年同期的 39.00 万元相差 1000 倍以上")).isEqualTo(unlikely);
    assertThat(said(now, told, none(), null, "与上期（2026 年 1—6 月）的 39.00 万元相差 1000 倍以上"))
        .isEqualTo(unlikely);
    assertThat(said(now, none(), none(), "39", "与上年（2025 年）营业收入的 39.00 万元相差 1000 倍以上"))
        .isEqualTo(unlikely);
  }

  @ParameterizedTest(name = "上年营业收入 39，在手订单 {0}")
  @CsvSource({"38999.99, false", "39000, true", "39000.01, true", "0.01, false"})
  @DisplayName("订单、研发费用达上年营业收入千倍的，疑似单位填错；少的不问")
  void aThousandfoldOfLastYearsRevenueHasToBeConfirmed(String amount, boolean unlikely) {
    for (OperatingField field : List.of(OperatingField.ORDERS, OperatingField.RD_EXPENSE)) {
      var now = numbers(Map.of(field, amount));

      assertThat(said(now, none(), none(), "39", "与上年（2025 年）营业收入的 39.00 万元相差 1000 倍以上"))
          .as(field.label())
          .isEqualTo(unlikely);
    }
  }

  @Test
  @DisplayName("整张表按元填写的，逐项请核对，不论预计与进度是否相称")
  void aWholeSheetInAnotherUnitIsAskedAboutFieldByField() {
    var lastYear =
        numbers(
            Map.of(
                OperatingField.SALES, "3800",
                OperatingField.FORECAST, "5100",
                OperatingField.RD_EXPENSE, "190",
                OperatingField.ORDERS, "900"));
    var now =
        numbers(
            Map.of(
                OperatingField.SALES, "39000000",
                OperatingField.FORECAST, "52000000",
                OperatingField.RD_EXPENSE, "2000000",
                OperatingField.ORDERS, "9000000",
                OperatingField.MARKET_SHARE, "3"));

    assertThat(CAUTIONS.of(now, new OperatingPast(SEPTEMBER, JUNE, none(), lastYear, null)))
        .extracting(FieldError::field)
        .containsExactly("sales", "forecast", "rd_expense", "orders");
  }

  @ParameterizedTest(name = "累计销售 390，研发 {0}")
  @CsvSource({"389.99, false", "390, false", "390.01, true"})
  @DisplayName("研发费用大于销售收入的，请核对")
  void researchAboveSalesHasToBeConfirmed(String research, boolean unlikely) {
    var now = numbers(Map.of(OperatingField.SALES, "390", OperatingField.RD_EXPENSE, research));

    assertThat(said(now, none(), none(), null, "大于累计销售收入 390.00 万元")).isEqualTo(unlikely);
  }

  @Test
  @DisplayName("以前没有填的不比较")
  void whatIsMissingIsNotComparedWith() {
    var now = numbers(Map.of(OperatingField.SALES, "39000000"));

    assertThat(CAUTIONS.of(now, new OperatingPast(SEPTEMBER, JUNE, none(), none(), null)))
        .isEmpty();
  }

  private static boolean said(
      OperatingNumbers now,
      OperatingNumbers before,
      OperatingNumbers lastYear,
      @Nullable String revenue,
      String words) {
    List<FieldError> cautions =
        CAUTIONS.of(
            now,
            new OperatingPast(
                SEPTEMBER,
                JUNE,
                before,
                lastYear,
                revenue == null ? null : new BigDecimal(revenue)));
    return cautions.stream().map(FieldError::message).anyMatch(said -> said.contains(words));
  }

  private static OperatingNumbers none() {
    return OperatingNumbers.NONE;
  }

  private static OperatingNumbers numbers(Map<OperatingField, String> texts) {
    Map<OperatingField, BigDecimal> numbers = new EnumMap<>(OperatingField.class);
    texts.forEach((field, text) -> numbers.put(field, new BigDecimal(text)));
    return new OperatingNumbers(numbers);
  }
}
