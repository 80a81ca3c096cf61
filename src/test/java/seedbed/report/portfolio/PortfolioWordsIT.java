package seedbed.report.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.rule.Truth;
import seedbed.report.portfolio.PortfolioPage.Matter;

/// How far linked companies are from their next titles, in words.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("挂钩企业离下一称号多远")
final class PortfolioWordsIT {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 29);

  @Inject PortfolioWords words;

  @Test
  @DisplayName("其余条件都已满足，才说只差一项")
  void onlyOneIsShortWhereAllElseIsKnown() {
    PortfolioRow row = row("甲公司", 1, 0);

    assertThat(matters(row)).containsExactly("差一步：甲公司距专精特新只差一项");
    assertThat(words.cards(List.of(row)).getFirst().step()).isEqualTo("专精特新 ✕ 不满足 1 项");
  }

  @Test
  @DisplayName("还有条件待定的，不说只差一项，写明待定几项，排在只差一项的后面")
  void whatIsUnknownIsSaid() {
    PortfolioRow row = row("乙公司", 1, 2);

    assertThat(matters(row, row("甲公司", 1, 0)))
        .containsExactly("差一步：甲公司距专精特新只差一项", "待定：乙公司距专精特新不满足 1 项，另有 2 项待定");
    assertThat(words.cards(List.of(row)).getFirst().step()).isEqualTo("专精特新 ✕ 不满足 1 项，另有 2 项待定");
  }

  @Test
  void whoLacksMoreIsNoMatter() {
    assertThat(matters(row("丙公司", 2, 0))).isEmpty();
  }

  private List<String> matters(PortfolioRow... rows) {
    return words.matters(List.of(rows), DAY).stream().map(PortfolioWordsIT::words).toList();
  }

  private static String words(Matter matter) {
    return matter.mark() + "：" + matter.sentence();
  }

  private static PortfolioRow row(String name, int notMet, int unknown) {
    return new PortfolioRow(
        1,
        name,
        false,
        "试验镇",
        null,
        List.of(),
        new PortfolioRow.Next(
            "specialised-sme", Truth.NOT_MET, notMet, unknown, unknown, "研发费用率 0.6 个百分点"));
  }
}
