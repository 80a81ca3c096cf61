package seedbed.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.Rulebook;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Truth;

class ShortfallTest {
  private static final Rulebook RULEBOOK = Rulebook.read(Path.of("config"));
  private static final LocalDate ON = LocalDate.of(2026, 11, 1);

  @Test
  @DisplayName("逐年占比不够的，说出年度和差几个百分点")
  void aShareThatFallsShortNamesItsYearAndByHowMuch() {
    var facts =
        facts()
            .set(cell("rd_expense", 0), number("1000"))
            .set(cell("revenue", 0), number("10000"))
            .set(cell("rd_expense", 1), number("240"))
            .set(cell("revenue", 1), number("10000"))
            .build();

    assertThat(Shortfall.of(criteria("rd"), facts)).isEqualTo("2024 年研发费用总额占营业收入总额比重差 0.6 个百分点");
  }

  @Test
  @DisplayName("上限超过的说“超”，计数的带单位，几条路里说最近的一条")
  void boundsFromAboveAreExceeded() {
    var facts =
        facts()
            .set(cell("total_liabilities", 0), number("80"))
            .set(cell("total_assets", 0), number("100"))
            .set(cell("class1_ip", 0), number("2"))
            .set(cell("science_award", 0), number("0"))
            .build();

    assertThat(Shortfall.of(criteria("debt", "ip"), facts))
        .isEqualTo("负债总额占资产总额比重超 5 个百分点；与主导产品相关的Ⅰ类知识产权差 2 项");
  }

  @Test
  @DisplayName("能用数说的排在前面，其余说缺什么称号")
  void whatANumberTellsComesFirst() {
    var specialised = RULEBOOK.slots().title("specialised-sme");
    var facts =
        facts().held(specialised, Truth.NOT_MET).set(cell("revenue", 0), number("4700")).build();

    assertThat(Shortfall.of(criteria("title", "revenue"), facts))
        .isEqualTo("营业收入总额差 300.00 万元；未持有" + specialised.label());
  }

  @Test
  void missingFiguresAreNamed() {
    var missing = List.of(cell("platform_score", 0), cell("revenue", 0), cell("revenue", 1));

    assertThat(Shortfall.of(missing)).isEqualTo("专精特新发展评价得分、营业收入总额");
    assertThat(Shortfall.of(List.of())).isNull();
    assertThat(Shortfall.of(List.of(), facts().build())).isNull();
  }

  private static List<Criterion> criteria(String... ids) {
    return RULEBOOK.editions().find("cn-xjr-2026").orElseThrow().checklists().stream()
        .filter(checklist -> checklist.applicant() == Applicant.NEW)
        .findFirst()
        .orElseThrow()
        .criteria()
        .stream()
        .filter(criterion -> Arrays.asList(ids).contains(criterion.clause().id()))
        .toList();
  }

  private static Facts.Builder facts() {
    return Facts.on(ON, RULEBOOK.slots());
  }

  private static Cell cell(String indicator, int back) {
    return RULEBOOK.slots().cell(RULEBOOK.indicators().find(indicator).orElseThrow(), back);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
