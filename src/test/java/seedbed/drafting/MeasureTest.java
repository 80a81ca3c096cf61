package seedbed.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("条文里的数：整个数连同单位才算同一个")
final class MeasureTest {

  @ParameterizedTest(name = "{0}：{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "≥ 3 % | 研发费用占营业收入3%以上",
        "≥ 3 % | 研发费用占比不低于3.0％",
        "≥ 4.50 % | 占比4.5%以上",
        "≥ 10,000 万元 | 营业收入1亿元以上",
        "≥ 10,000 万元 | 营业收入10000万元以上",
        "≥ 10,000 万元 | 营业收入1.00亿元以上",
        "≥ 3,000 万元 | 主营业务收入3000万元以上",
        "≥ 3 项 | 拥有发明专利3项以上",
        "至少3项 | 满足下列3项",
        "≥ 60 分 | 得分60分以上",
      })
  void aClauseSaysIt(String required, String clause) {
    assertThat(said(required, clause)).isTrue();
  }

  @ParameterizedTest(name = "{0}：{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "≥ 3 % | 近3年研发投入占比5%以上",
        "≥ 3 % | 占比30%以上",
        "≥ 3 % | 占比3.5%以上",
        "≥ 3 % | 2023年占比5%",
        "≥ 3 % | 占比13%以上",
        "≥ 4.50 % | 2020年起5%以上",
        "≥ 10,000 万元 | 营业收入1万元以上",
        "≥ 3 项 | 近3年",
        "市级以上 | 2025年市级以上",
        "≤ 2025-01-01 | 2025年1月",
      })
  void aClauseSaysSomethingElse(String required, String clause) {
    assertThat(said(required, clause)).isFalse();
  }

  private static boolean said(String required, String clause) {
    return Measure.of(required).stream().anyMatch(measure -> measure.in(clause));
  }

  @Test
  @DisplayName("负数看门槛的正负，选项和日期里的横线不算")
  void onlyABoundHasASign() {
    assertThat(List.of("≥ -5 %", "> -0.5 万元")).allMatch(Measure::negative);
    assertThat(List.of("≥ 5 %", "≤ 2025-01-01", "B-2级", "2025-01-01", "无"))
        .noneMatch(Measure::negative);
  }
}
