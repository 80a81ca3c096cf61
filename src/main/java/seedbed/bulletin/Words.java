package seedbed.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import seedbed.web.Formats;
import seedbed.web.OnTime;

/// How bulletins say numbers.
final class Words {

  static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Words() {}

  static String companies(long count) {
    return Formats.count(count) + "家";
  }

  /// A part of a whole in percent with one decimal; a dash where there is no whole.
  static String share(long part, long whole) {
    return whole == 0 ? Formats.NOTHING : Formats.decimals(percent(part, whole), 1) + "%";
  }

  /// How much came on time, in hundredths of a percent, to draw it.
  static long hundredths(long onTime, long expected) {
    BigDecimal percent = OnTime.percent(onTime, expected);
    return percent == null ? 0 : percent.movePointRight(2).longValueExact();
  }

  private static BigDecimal percent(long part, long whole) {
    return BigDecimal.valueOf(part)
        .multiply(HUNDRED)
        .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
  }

  /// By how much it is more than before, in percent; a dash where there was nothing to compare.
  static String growth(@Nullable BigDecimal now, @Nullable BigDecimal before) {
    if (now == null || before == null || before.signum() <= 0) {
      return Formats.NOTHING;
    }
    return signed(now.subtract(before).multiply(HUNDRED).divide(before, 1, RoundingMode.HALF_UP));
  }

  /// 增长3.2%, 下降1.0%, 无法比较.
  static String grown(@Nullable BigDecimal now, @Nullable BigDecimal before) {
    String growth = growth(now, before);
    if (growth.equals(Formats.NOTHING)) {
      return "无法比较";
    }
    return growth.startsWith("-") ? "下降" + growth.substring(1) : "增长" + growth.replace("+", "");
  }

  private static String signed(BigDecimal percent) {
    return (percent.signum() > 0 ? "+" : "") + Formats.decimals(percent, 1) + "%";
  }

  /// 净增3家, 净减2家, 与期初持平.
  static String change(long before, long now) {
    return now == before
        ? "与期初持平"
        : (now > before ? "净增" : "净减") + companies(Math.abs(now - before));
  }
}
