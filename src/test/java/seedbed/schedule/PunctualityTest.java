package seedbed.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("时钟是否准")
final class PunctualityTest {

  private static final Duration SKEW = Duration.ofSeconds(5);

  @ParameterizedTest(name = "相差 {0} 毫秒：{1}")
  @CsvSource({
    "0, false",
    "4999, false",
    "5000, false",
    "5001, true",
    "-5000, false",
    "-5001, true"
  })
  @DisplayName("快慢都算，正好在允许的偏差上还算准")
  void offIsMoreThanTheSkewEitherWay(long millis, boolean off) {
    assertThat(Punctuality.offBy(Duration.ofMillis(millis), SKEW)).isEqualTo(off);
  }
}
