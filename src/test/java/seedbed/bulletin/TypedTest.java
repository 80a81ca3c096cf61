package seedbed.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.web.FieldError;

@DisplayName("通报的表单")
final class TypedTest {

  private static Map<String, @Nullable Object> form() {
    Map<String, @Nullable Object> form = new HashMap<>();
    form.put("lock", "0");
    return form;
  }

  @Test
  @DisplayName("超过字数的写明是哪一栏，写的一字不少")
  void whatIsTooLongIsNamedAndKept() {
    Map<String, @Nullable Object> form = form();
    form.put("words-tiers", "字".repeat(4_001));

    Typed typed = Typed.of(form);

    assertThat(typed.errors().list())
        .containsExactly(new FieldError("words-tiers", "“需要说明的情况”最多 4000 字，现有 4001 字，请精简。"));
    assertThat(typed.written().words().get("tiers")).hasSize(4_001);
  }

  @Test
  @DisplayName("空着的亮点略去以后，问题说的仍是页面上的那一条")
  void whatIsWrongIsSaidOfThePlaceWhereItIsShown() {
    Map<String, @Nullable Object> form = form();
    form.put("headline-1", "甲");
    form.put("told-1", "内容");
    form.put("headline-3", "乙");

    Typed typed = Typed.of(form);

    assertThat(typed.written().highlights()).hasSize(2);
    assertThat(typed.errors().list()).containsExactly(new FieldError("told-2", "第 2 条亮点没有内容。"));
  }
}
