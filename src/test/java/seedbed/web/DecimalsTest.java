package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("一行、一列数字的小数位数")
final class DecimalsTest {

  @ParameterizedTest
  @DisplayName("同一行位数相同，以最长的为准，万元至少两位；不四舍五入")
  @CsvSource({
    "万元, 182.71 229.2 256.70 287, 182.71 229.20 256.70 287.00",
    "万元, 5006, '5,006.00'",
    "万元, 0.1254 3, 0.1254 3.0000",
    "%, 3.1 4 5.50, 3.1 4.0 5.5",
    "项, 1 2 30, 1 2 30",
    "名, 1000, '1,000'",
    "万元, -12.5 0, -12.50 0.00",
  })
  void numbersOfARowHaveTheSameDecimals(String unit, String typed, String shown) {
    List<BigDecimal> row = Arrays.stream(typed.split(" ", -1)).map(BigDecimal::new).toList();

    Decimals decimals = Decimals.of(unit, row);

    assertThat(row.stream().map(decimals::shown)).containsExactly(shown.split(" ", -1));
    assertThat(row)
        .allSatisfy(value ->
            assertThat(new BigDecimal(decimals.shown(value).replace(",", "")))
                .isEqualByComparingTo(value));
  }
}
