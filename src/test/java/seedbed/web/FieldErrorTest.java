package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("超过字数")
final class FieldErrorTest {

  @Test
  @DisplayName("差一个字、正好，可以；多一个字，说明哪一栏、最多几字、现有几字")
  void theLimitItselfStillFits() {
    assertThat(FieldError.tooLong("note", "说明", "甲".repeat(9), 10)).isEmpty();
    assertThat(FieldError.tooLong("note", "说明", "甲".repeat(10), 10)).isEmpty();
    assertThat(FieldError.tooLong("note", "说明", "甲".repeat(11), 10))
        .contains(new FieldError("note", "“说明”最多 10 字，现有 11 字，请精简。"));
  }

  @Test
  @DisplayName("生僻字也是一个字")
  void aRareLetterCountsOnce() {
    assertThat(FieldError.tooLong("name", "姓名", "𠮷".repeat(10), 10)).isEmpty();
  }
}
