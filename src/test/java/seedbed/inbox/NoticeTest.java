package seedbed.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NoticeTest {

  @ParameterizedTest
  @ValueSource(strings = {"https://example.com/", "//example.com/", "inbox", "/a b", "", "/企业"})
  void leadsNowhereElse(String link) {
    assertThatIllegalArgumentException().isThrownBy(() -> notice("标题", "原因", link, "key"));
  }

  @Test
  void leadsToAPageWithItsQuery() {
    assertThat(notice("标题", "原因", "/plans/3?version=1#task-2", "key").link())
        .isEqualTo("/plans/3?version=1#task-2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "两 个", "报备-1"})
  void isToldOnceUnderAPlainKey(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> notice("标题", "原因", "/inbox", key));
  }

  @Test
  void saysWhyOneGetsIt() {
    assertThatIllegalArgumentException().isThrownBy(() -> notice("标题", " ", "/inbox", "key"));
  }

  @Test
  void aLongNameIsCutAndNothingFails() {
    assertThat(notice("长".repeat(300), "原因", "/inbox", "key").subject()).hasSize(200).endsWith("…");
  }

  private static Notice notice(String subject, String reason, String link, String key) {
    return new Notice("试验", subject, "内容", reason, link, null, key);
  }
}
