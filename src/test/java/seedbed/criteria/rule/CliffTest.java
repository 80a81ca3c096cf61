package seedbed.criteria.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static seedbed.criteria.rule.World.*;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CliffTest {

  @Test
  @DisplayName("1亿元处研发占比要求由6%降到3%；5000万元处由金额变为6%")
  void theTiersHaveACliffAtEachBorder() {
    var cliffs = Cliff.of(List.of(all(any(declared(CERTIFICATE), tiers()))));

    assertThat(cliffs)
        .containsExactly(cliff("10000", "≥6%", "≥3%"), cliff("5000", "≥3000万元", "≥6%"));
  }

  @Test
  void oneThresholdOnEachSideIsACliffToo() {
    var twoTiers =
        branches(
            when(lessThan("10000", last(REVENUE), "万元"), rdShare("6")),
            when(atLeast("10000", last(REVENUE), "万元"), rdShare("3")));

    assertThat(Cliff.of(List.of(twoTiers))).containsExactly(cliff("10000", "≥6%", "≥3%"));
  }

  @Test
  void whatIsRequiredUnderAWaiverAndInReadingsIsSearchedToo() {
    assertThat(Cliff.of(List.of(waived(tiers()), readings(tiers(), rdShare("3"))))).hasSize(4);
  }

  @Test
  void conditionsOnDifferentFiguresHaveNoCliff() {
    var mixed =
        branches(
            when(lessThan("10000", last(MAIN_REVENUE), "万元"), rdShare("6")),
            when(atLeast("10000", last(REVENUE), "万元"), rdShare("3")));

    assertThat(Cliff.of(List.of(mixed, rdShare("3")))).isEmpty();
  }

  private static Cliff cliff(String at, String below, String from) {
    return new Cliff(clause("按营业收入分档"), now(REVENUE), new BigDecimal(at), below, from);
  }
}
