package seedbed.plan;

import java.math.BigDecimal;
import java.util.Collection;
import seedbed.criteria.rule.Indicator;
import seedbed.web.Formats;

/// How many decimals the numbers of one row have, so that their points stand below each other: as
/// many as the longest of them, and never fewer, so that nothing is rounded. Money has two.
record Decimals(int places) {

  private static final String MONEY = "万元";
  private static final int MONEY_PLACES = 2;

  static Decimals of(Indicator indicator, Collection<BigDecimal> row) {
    int least = indicator.unit().equals(MONEY) ? MONEY_PLACES : 0;
    return new Decimals(
        row.stream()
            .mapToInt(value -> value.stripTrailingZeros().scale())
            .reduce(least, Math::max));
  }

  String shown(BigDecimal value) {
    return places == 0 ? Formats.count(value) : Formats.decimals(value, places);
  }
}
