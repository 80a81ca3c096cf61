package seedbed.web;

import java.math.BigDecimal;
import java.util.Collection;

/// How many decimals numbers have that stand in one row or column, so that their points stand below
/// each other: as many as the longest of them, and never fewer, so that nothing is rounded. Money
/// has two.
public record Decimals(int places) {

  private static final String MONEY = "万元";
  private static final int MONEY_PLACES = 2;

  /// @param unit of all of them
  public static Decimals of(String unit, Collection<BigDecimal> numbers) {
    int least = unit.equals(MONEY) ? MONEY_PLACES : 0;
    return new Decimals(
        numbers.stream()
            .mapToInt(value -> value.stripTrailingZeros().scale())
            .reduce(least, Math::max));
  }

  public static Decimals ofMoney(Collection<BigDecimal> amounts) {
    return of(MONEY, amounts);
  }

  public String shown(BigDecimal value) {
    return places == 0 ? Formats.count(value) : Formats.decimals(value, places);
  }
}
