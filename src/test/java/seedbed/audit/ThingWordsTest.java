package seedbed.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.web.Refusal;

final class ThingWordsTest {

  @Test
  void isShownInWords() {
    assertThat(ThingWords.shown(new Note.Thing("company", "100"))).isEqualTo("企业 100");
    assertThat(ThingWords.shown(new Note.Thing("unheard", "1"))).isEqualTo("unheard 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"企业 100", "企业:100", "企业：100", "company:100", " 企业  100 "})
  void isLookedForInWordsOrAsStored(String typed) {
    assertThat(ThingWords.sought(typed)).containsExactly("company", "100");
  }

  @Test
  void aKindAloneIsEnough() {
    assertThat(ThingWords.sought("账号")).containsExactly("account");
  }

  @ParameterizedTest
  @ValueSource(strings = {"公司 1", "企业 张三"})
  void whatCannotBeIsSaidSo(String typed) {
    assertThatExceptionOfType(Refusal.Invalid.class).isThrownBy(() -> ThingWords.sought(typed));
  }
}
