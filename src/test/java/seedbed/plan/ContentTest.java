package seedbed.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {

  @Test
  void whatMarkupCannotHoldIsLeftOut() {
    String typed = "\uFEFF甲\u0000\u0007乙\uD83D丙\uFFFE丁\u007F\u009F\uFFFF";

    assertThat(Content.of(Map.of("text-funds", typed)).text(Passage.FUNDS)).isEqualTo("甲乙丙丁");
  }

  @Test
  void everyEndOfALineIsTheSame() {
    String typed = "一\r\n二\r三\u000B四\f五\u0085六\u2028七\u2029八\n\n九";

    assertThat(Content.of(Map.of("text-funds", typed)).text(Passage.FUNDS))
        .isEqualTo("一\n二\n三\n四\n五\n六\n七\n八\n\n九");
  }

  @Test
  void whatPeopleTypeStays() {
    String typed = "𬭎\t😀👨‍👩‍👧　<a&b> １２３ 007";

    assertThat(Content.of(Map.of("text-funds", typed)).text(Passage.FUNDS)).isEqualTo(typed);
  }

  @Test
  void whatIsOnlyUnwritableIsEmpty() {
    assertThat(Content.of(Map.of("text-funds", " \u0000\u0001 "))).isEqualTo(Content.EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "task-1-name, true",
    "task-999-due, true",
    "task-0-name, false",
    "task-007-name, false",
    "task-1000-name, false",
    "item-project-1-amount, true",
    "item-project-01-amount, false",
    "title, false"
  })
  void rowsHaveOneNumberEach(String field, boolean known) {
    assertThat(Content.of(Map.of(field, "值")).fields().containsKey(field)).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({
    "prepared, true",
    "text-strategy, true",
    "text-zzz, false",
    "target-revenue-2025, true",
    "target-revenue-2030, false",
    "target-x-2026, false",
    "item-project-1-name, true",
    "item-foo-1-name, false",
    "task-3-due, true",
    "file-41, true"
  })
  void whatNoPageShowsIsNotKept(String field, boolean kept) {
    Content sent = Content.of(Map.of(field, "值"));

    assertThat(sent.fields()).containsKey(field);
    assertThat(sent.within(GivenForms.SPAN, GivenForms.OUTLINE).fields().containsKey(field))
        .isEqualTo(kept);
  }
}
