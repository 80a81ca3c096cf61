package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("撤回以后告诉企业的话")
final class WithdrawnTest {

  private static final LocalDate DUE = LocalDate.of(2026, 10, 15);

  @Test
  @DisplayName("没有到期的说期限，到期以后说已过")
  void saysTheDayAsItStands() {
    var owed = new Withdrawn("运行情况表", "这一期", null, DUE);

    assertThat(owed.sentence(DUE)).endsWith("改好后请尽快再次提交，期限仍为 2026-10-15。");
    assertThat(owed.sentence(DUE.plusDays(1))).endsWith("期限 2026-10-15 已过，改好后请尽快再次提交。");
  }

  @Test
  @DisplayName("不应报的不催，也不说期限")
  void whatIsNotOwedHasNoDay() {
    assertThat(new Withdrawn("填报表", "这一年度", "不应报", DUE).sentence(DUE))
        .isEqualTo("填报表已撤回，可以修改；这一年度不应报，需要时再提交。");
  }
}
