package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.criteria.Indicators;
import seedbed.criteria.Rulebook;
import seedbed.spreadsheet.Reading;
import seedbed.spreadsheet.SheetCell;

class FigureReadingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 10);

  private final Indicators indicators = Rulebook.read(Path.of("config")).indicators();

  @ParameterizedTest
  @CsvSource({
    "revenue, -5",
    "rd_expense, -0.01",
    "employees, -1",
    "employees, 1.5",
    "market_share_national, 150",
    "platform_score, 100.01",
    "digital_level, 6",
    "provincial_feature_score, 15.5",
    "rank_national, 0",
  })
  @DisplayName("超出指标取值范围的数不予登记")
  void numberOutOfTheRangeOfItsIndicatorIsWrong(String code, String typed) {
    assertThat(read(code, typed)).isInstanceOf(Reading.Wrong.class);
  }

  @ParameterizedTest
  @CsvSource({
    "net_profit, -20.5",
    "operating_profit, -1",
    "profit_and_tax, -3",
    "revenue, 0",
    "market_share_national, 100",
    "platform_score, 100",
    "provincial_feature_score, 2.99",
  })
  @DisplayName("亏损和范围边上的数照收")
  void lossesAndBoundsAreNumbersLikeOthers(String code, String typed) {
    assertThat(read(code, typed)).isInstanceOf(Reading.Given.class);
  }

  private Reading<?> read(String code, String typed) {
    return FigureReading.read(indicators.find(code).orElseThrow(), SheetCell.text(typed), TODAY);
  }
}
