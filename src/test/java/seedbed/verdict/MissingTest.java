package seedbed.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Change;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.criteria.rule.Slots;

@DisplayName("差什么，一句话")
class MissingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  private static Indicator indicator(String label, Kind kind, String unit) {
    return new Indicator("known", label, kind, Indicator.Period.DAY, unit, List.of(), false);
  }

  private static String words(Indicator indicator, String value, String by) {
    var slots = new Slots(List.of(indicator), List.of());
    Cell cell = slots.cell(indicator, 0);
    var facts = Facts.on(TODAY, slots).set(cell, new BigDecimal(value)).build();
    return Missing.change(new Change.Adjust(cell, new BigDecimal(by)), facts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"有过省级以上创新类大赛参赛经验", "核心研发（创业）团队专业背景较好", "产品能耗达到行业限额标准先进值", "国家高新技术企业（有效期内）"})
  @DisplayName("是非项：名称是什么句式都读得通")
  void whatIsDeclaredIsQuoted(String label) {
    var flag = indicator(label, Kind.FLAG, "");
    var slots = new Slots(List.of(flag), List.of());
    Cell cell = slots.cell(flag, 0);
    var facts = Facts.on(TODAY, slots).build();

    assertThat(Missing.change(new Change.Become(cell, BigDecimal.ONE), facts))
        .isEqualTo("不满足“" + label + "”");
    assertThat(Missing.change(new Change.Become(cell, BigDecimal.ZERO), facts))
        .isEqualTo("“" + label + "”应为否");
  }

  @Test
  @DisplayName("名次数字变小是提升，写明现在和要求")
  void aRankRises() {
    assertThat(words(indicator("主导产品省内排名", Kind.RANK, "名"), "12", "-9"))
        .isEqualTo("主导产品省内排名需提升 9 名（现第 12，要求前 3）");
  }

  @ParameterizedTest
  @CsvSource({
    "资产负债率, PERCENT, %, 75, -5, 资产负债率需降低 5.00 个百分点",
    "研发费用占比, PERCENT, %, 2.5, 0.5, 差研发费用占比 0.50 个百分点",
    "研发费用总额, AMOUNT, 万元, 100, 1138, '差研发费用总额 1,138.00 万元'",
    "Ⅰ类知识产权, COUNT, 项, 0, 1, 差Ⅰ类知识产权 1 项"
  })
  @DisplayName("差的和多的各写各的，百分数之间差的是百分点")
  void whatIsShortAndWhatIsTooMuch(
      String label, Kind kind, String unit, String value, String by, String sentence) {
    assertThat(words(indicator(label, kind, unit), value, by)).isEqualTo(sentence);
  }
}
