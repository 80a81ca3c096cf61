package seedbed.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.criteria.rule.Clause;
import seedbed.criteria.rule.Comparison;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Pathfinding;
import seedbed.criteria.rule.Proof;
import seedbed.criteria.rule.Quantity;
import seedbed.criteria.rule.Slots;

class ChangeLineTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  private static final Indicator SINCE =
      new Indicator(
          "niche_since",
          "从事特定细分市场起始日期",
          Indicator.Kind.DATE,
          Indicator.Period.DAY,
          "日期",
          List.of(),
          false);

  private static final Indicator EMPLOYEES =
      new Indicator(
          "employees", "职工总数", Indicator.Kind.COUNT, Indicator.Period.YEAR, "人", List.of(), false);

  private static final Slots SLOTS = new Slots(List.of(SINCE, EMPLOYEES), List.of());

  private static String advice(
      Indicator indicator, BigDecimal value, Quantity quantity, Comparison comparison, int bound) {
    var criterion =
        new Criterion.Threshold(
            new Clause("test", "试验条款", "试验条文", Proof.SEED, null),
            quantity,
            comparison,
            BigDecimal.valueOf(bound),
            indicator.unit());
    var facts = Facts.on(TODAY, SLOTS).set(SLOTS.cell(indicator, 0), value).build();
    var ways = Pathfinding.cheapest(List.of(criterion), facts, 3);
    return ChangeLine.of(ways.getFirst().changes().getFirst(), facts).sentence();
  }

  @ParameterizedTest
  @CsvSource({
    "2023-12-31, 3, LAST_YEAR_END, 等到 2027-01-01 满 3 年（从事特定细分市场起始日期为 2023-12-31，年限算至上年末）",
    "2022-04-13, 10, LAST_YEAR_END, 等到 2033-01-01 满 10 年（从事特定细分市场起始日期为 2022-04-13，年限算至上年末）",
    "2024-01-01, 3, LAST_YEAR_END, 等到 2027-01-01 满 3 年（从事特定细分市场起始日期为 2024-01-01）",
    "2023-12-31, 3, JUDGED_DAY, 等到 2026-12-31 满 3 年（从事特定细分市场起始日期为 2023-12-31）",
  })
  @DisplayName("年限不足：写明须满的年数和登记的起始日期，不写推算的日期")
  void waitingNamesTheYearsNeededAndTheDateOnRecord(
      LocalDate since, int years, Quantity.Until until, String sentence) {
    var value = BigDecimal.valueOf(since.toEpochDay());
    var quantity = new Quantity.YearsSince(SLOTS.cell(SINCE, 0), until);

    assertThat(advice(SINCE, value, quantity, Comparison.AT_LEAST, years)).isEqualTo(sentence);
  }

  @Test
  @DisplayName("不满足上限的只说明，不建议压减")
  void nobodyIsToldToShrink() {
    var quantity = new Quantity.Value(SLOTS.cell(EMPLOYEES, 0));

    assertThat(advice(EMPLOYEES, BigDecimal.valueOf(1078), quantity, Comparison.LESS_THAN, 1000))
        .isEqualTo("职工总数 2025 年不满足上限 1,000 人 （现 1,078 人）：不建议为申报压减，无须改动");
  }
}
