package seedbed.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.criteria.Level;

@DisplayName("疑似误填的奖励金额")
final class DoubtsTest {

  @ParameterizedTest
  @DisplayName("与另一个金额、以往最高一笔相差十倍，或者达到一千万元的，请人核对；零和不明不比")
  @CsvSource({
    "6, 6, , ''",
    "6, 59.99, , ''",
    "6, 60, , GRANTED",
    "60, 6, , DUE",
    "59.99, 6, , ''",
    "0, 60, , ''",
    "6, 0, , ''",
    ", 60, , ''",
    "59.99, 59.99, 6, ''",
    "60, 60, 6, 'DUE GRANTED'",
    ", 60, 6, GRANTED",
    "999.99, 999.99, , ''",
    "1000, 1000, , 'DUE GRANTED'",
    "1000, 1000, 1000, 'DUE GRANTED'",
    "8.123456, 1000, , GRANTED",
  })
  void whatIsHardlyMeantSoIsAskedAbout(
      @Nullable String due, @Nullable String granted, @Nullable String before, String parts) {
    Doubts doubts = new Doubts(before == null ? Map.of() : Map.of("首超奖", new BigDecimal(before)));

    assertThat(doubts.of(draft(due, granted)))
        .extracting(fault -> fault.part().name())
        .isEqualTo(parts.isEmpty() ? List.of() : List.of(parts.split(" ")));
  }

  private static GrantDraft draft(@Nullable String due, @Nullable String granted) {
    return new GrantDraft(
        2025,
        "首超奖",
        Level.MUNICIPAL,
        "激励意见",
        null,
        due == null ? null : new BigDecimal(due),
        granted == null ? null : new BigDecimal(granted),
        null,
        null,
        null,
        null,
        null,
        List.of());
  }
}
