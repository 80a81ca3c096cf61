package seedbed.word;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("公文里的日期")
final class OfficialDayTest {

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "2026-10-15, 2026年10月15日",
    "2026-12-05, 2026年12月5日",
    "截至2026年9月30日，填报期限2026-10-15, 截至2026年9月30日，填报期限2026年10月15日",
    "应在 2026-06-30 完成, 应在2026年6月30日完成",
    "2026-11-30 判定，期限 2026-12-01。, 2026年11月30日判定，期限2026年12月1日。",
    "GB/T 2026-10-15-1, GB/T 2026-10-15-1",
    "ISO 9001 认证, ISO 9001 认证",
  })
  void isWrittenOut(String text, String written) {
    assertThat(OfficialDay.in(text)).isEqualTo(written);
  }
}
