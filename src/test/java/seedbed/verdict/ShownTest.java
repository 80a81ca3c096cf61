package seedbed.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

  @ParameterizedTest
  @CsvSource({
    "7.504, 5, %, 7.50 %",
    "5, 5, %, 5.00 %",
    "4.996, 5, %, 4.996 %",
    "4.99999, 5, %, 4.99999 %",
    "4.9999999, 5, %, 略低于 5.00 %",
    "5.0000001, 5, %, 略高于 5.00 %",
    "999.999, 1000, 万元, 999.999 万元",
    "1234.5, 1000, 万元, '1,234.50 万元'",
    "2.5, 3, 项, 2.5 项",
  })
  @DisplayName("现状的位数足以看出在要求的哪一边")
  void numberIsNeverShownOnTheWrongSideOfItsBound(
      BigDecimal actual, BigDecimal bound, String unit, String shown) {
    assertThat(Shown.against(bound, actual, unit)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "2.5, %, 2.50 个百分点",
    "0.004, %, 0.004 个百分点",
    "0.00001, 万元, 0.00001 万元",
    "0.0000001, %, 不足 0.000001 个百分点",
    "1500, 万元, '1,500.00 万元'",
    "2, 项, 2 项",
  })
  @DisplayName("差距不会写成零")
  void gapIsNeverShownAsNothing(BigDecimal gap, String unit, String shown) {
    assertThat(Shown.gap(gap, unit)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0.0037, 万元, 0.0037 万元", "60, 万元, 60.00 万元", "0.0005, %, 0.0005 个百分点"})
  @DisplayName("要作的改动写全小数，照做即可达到")
  void changeIsShownWithEveryDecimal(BigDecimal by, String unit, String shown) {
    assertThat(Shown.change(by, unit)).isEqualTo(shown);
  }
}
