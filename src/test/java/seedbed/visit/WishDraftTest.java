package seedbed.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.RequestRules;
import seedbed.criteria.RequestRules.Kind;

@DisplayName("走访记录怎样填成诉求")
final class WishDraftTest {

  private static final RequestRules RULES =
      new RequestRules(
          "发改委",
          2,
          10,
          3,
          30,
          60,
          1,
          1,
          15,
          List.of(),
          List.of("发改委", "自然资源局"),
          Map.of(
              "land", new Kind("用地厂房", "自然资源局", 20, false, List.of("用地", "厂房")),
              "funding", new Kind("融资贷款", null, 15, false, List.of("贷款"))));

  @Test
  @DisplayName("标题取说到这类事的那一句，内容是全文和补充")
  void theSentenceThatNamesTheKindIsTheSubject() {
    WishDraft draft = WishDraft.of(List.of("看了新车间。企业希望协调用地，约十五亩。", "已约自然资源局。"), RULES);

    assertThat(draft.kind()).isEqualTo("land");
    assertThat(draft.subject()).isEqualTo("企业希望协调用地，约十五亩");
    assertThat(draft.wanted()).isEqualTo("看了新车间。企业希望协调用地，约十五亩。\n已约自然资源局。");
  }

  @Test
  @DisplayName("说到两类、一类也没说到的，类别和标题都不猜")
  void nothingIsGuessedOfWhatIsNotClear() {
    for (String unclear : List.of("缺用地，也缺贷款", "看了新车间")) {
      WishDraft draft = WishDraft.of(List.of(unclear), RULES);

      assertThat(draft.kind()).isEmpty();
      assertThat(draft.subject()).isEmpty();
      assertThat(draft.wanted()).isEqualTo(unclear);
    }
  }

  @Test
  @DisplayName("标题不超过 80 字：80 字的用，81 字的不截断、不用")
  void aSentenceThatIsTooLongIsNoSubject() {
    String fits = "用地" + "甲".repeat(78);

    assertThat(WishDraft.of(List.of(fits), RULES).subject()).isEqualTo(fits).hasSize(80);
    assertThat(WishDraft.of(List.of(fits + "甲"), RULES).subject()).isEmpty();
  }
}
