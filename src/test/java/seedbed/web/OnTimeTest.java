package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OnTimeTest {

  @ParameterizedTest(name = "{1} 项按时 {0} 项：{2}")
  @DisplayName("按时率一位小数，只舍不入：999/1000 不是 100%")
  @CsvSource({
    "999, 1000, 99.9%",
    "9999, 10000, 99.9%",
    "1000, 1000, 100.0%",
    "2, 3, 66.6%",
    "1, 3, 33.3%",
    "0, 7, 0.0%",
    "0, 0, —",
    "12345, 20000, 61.7%"
  })
  void neverMoreThanItIs(long onTime, long expected, String words) {
    assertThat(OnTime.words(onTime, expected)).isEqualTo(words);
  }
}
