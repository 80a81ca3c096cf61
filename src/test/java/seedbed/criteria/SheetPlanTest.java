package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("填报表的配置")
final class SheetPlanTest {

  @TempDir Path folder;

  @Test
  @DisplayName("每个指标都在填报表里，或者写明为什么不在")
  void everyIndicatorHasItsPlace() {
    var rulebook = Rulebook.read(ConfigCopy.ORIGINAL);
    var plan = SheetPlan.read(ConfigCopy.ORIGINAL, rulebook.indicators());

    assertThat(plan.entries().map(Indicators.Entry::code)).doesNotHaveDuplicates();
    assertThat(plan.entries().count() + 1).isEqualTo(rulebook.indicators().entries().size());
    assertThat(plan.groups().keySet()).containsExactly(Indicators.Group.values());
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource({
    "'    - rd_expense\n', '', 填报表没有指标“rd_expense”",
    "'    - platform_score', '    - platform_scores', 没有指标“platform_scores”",
    "'    - platform_score', '    - founded_on', 已在第",
    "'  provincial_feature_score: ', '  revenue: ', 既在groups又在elsewhere",
    "'  fine:', '  fines:', 缺少“fine”",
    "'level: error', 'level: fatal', 没有“fatal”这一级",
    "'parts: [main_revenue]', 'parts: [employees]', 单位或期间不同",
    "'parts: [main_revenue]', 'parts: [net_profit]', 可以是负数",
    "'parts: [main_revenue]', 'parts: [high_tech]', 不是数值",
    "'    bound: profit_and_tax', '    bound: employees', 单位或期间不同",
    "'    bound: profit_and_tax', '    bound: net_profit', 和自己比较",
    "'    bound: profit_and_tax', '    bound: high_tech', 不是数值",
    "'unit: 1000', 'unit: 1', 倍数应大于1",
    "'remark: 3', 'remark: 1000', remark不小于unit",
    "'steady: [founded_on', 'steady: [revenue', 不是日期"
  })
  void aWrongFileStopsTheStartInPlainWords(String text, String wrong, String says) {
    var copy = new ConfigCopy(folder).replace("sheets.yml", text, wrong);
    var indicators = Rulebook.read(ConfigCopy.ORIGINAL).indicators();

    assertThatThrownBy(() -> SheetPlan.read(copy.folder(), indicators))
        .isInstanceOfSatisfying(
            FaultyConfig.class,
            faulty ->
                assertThat(faulty.problems())
                    .anySatisfy(problem -> {
                      assertThat(problem.what()).contains(says);
                      assertThat(problem.file()).isEqualTo("sheets.yml");
                    }));
  }
}
