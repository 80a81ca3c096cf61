package seedbed.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("谁能修改提醒规则")
final class RuleKeepingTest {

  @Test
  @DisplayName("只有一个县的由县里改，几个县的由市里改，没有共同上级的谁也不能单独改")
  void onlyWhoseRegionHoldsAllOthersKeepsTheRules() {
    assertThat(RuleKeeping.keeper(List.of("320682"))).contains("320682");
    assertThat(RuleKeeping.keeper(List.of("3206", "320682"))).contains("3206");
    assertThat(RuleKeeping.keeper(List.of("320681", "3206", "320682"))).contains("3206");
    assertThat(RuleKeeping.keeper(List.of("320681", "320682"))).isEmpty();
    assertThat(RuleKeeping.keeper(List.of("3206", "320682", "330101"))).isEmpty();
    assertThat(RuleKeeping.keeper(List.of())).isEmpty();
  }
}
