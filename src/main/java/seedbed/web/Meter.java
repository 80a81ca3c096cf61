package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// A short bar of what there is, with a tick where it should be; for `views/parts/meter`.
@Introspected
public record Meter(String length, @Nullable String tick, String verdict, String words) {

  private static final BigDecimal TICK_AT = new BigDecimal("0.9");
  private static final BigDecimal FIRST_TICK = BigDecimal.valueOf(8);

  /// A bar for a figure against its threshold; the verdict is `met`, `not-met` or `unknown`.
  public static Meter of(
      @Nullable BigDecimal actual, @Nullable BigDecimal threshold, Object verdict, String words) {
    var value = actual == null ? BigDecimal.ZERO : actual;
    var word = verdict instanceof Enum<?> constant ? constant.name() : verdict.toString();
    if (threshold == null || threshold.signum() <= 0) {
      return new Meter(Share.percent(Share.of(value, value)), null, word, words);
    }
    var whole = value.max(threshold.divide(TICK_AT, 10, RoundingMode.HALF_UP));
    return new Meter(
        Share.percent(Share.of(value, whole)),
        Share.percent(Share.of(threshold, whole).max(FIRST_TICK)),
        word,
        words);
  }
}
