package seedbed.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// How much came on time, as every list and paper says it: in percent with one decimal, never more
/// than it is, so that 999 of 1,000 are not 100 %.
public final class OnTime {

  private static final long HUNDRED = 100;

  private OnTime() {}

  /// Null where nothing was expected.
  public static @Nullable BigDecimal percent(long onTime, long expected) {
    return expected == 0
        ? null
        : BigDecimal.valueOf(onTime * HUNDRED)
            .divide(BigDecimal.valueOf(expected), 1, RoundingMode.DOWN);
  }

  /// With its sign: 99.9%; a dash where nothing was expected.
  public static String words(long onTime, long expected) {
    BigDecimal percent = percent(onTime, expected);
    return percent == null ? Formats.NOTHING : percent.toPlainString() + "%";
  }
}
