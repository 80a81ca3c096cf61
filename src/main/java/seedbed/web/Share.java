package seedbed.web;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Places on a drawing, in percent of its width: drawings stretch, their letters do not.
final class Share {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Share() {}

  static BigDecimal of(BigDecimal part, BigDecimal whole) {
    if (whole.signum() <= 0 || part.signum() <= 0) {
      return BigDecimal.ZERO;
    }
    return part.multiply(HUNDRED).divide(whole, 2, RoundingMode.HALF_UP).min(HUNDRED);
  }

  static BigDecimal of(long part, long whole) {
    return of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /// Full percent, rounded down: what is not done does not look so.
  static int whole(long part, long whole) {
    return of(part, whole).intValue();
  }

  static String percent(BigDecimal share) {
    return share.stripTrailingZeros().toPlainString() + "%";
  }
}
