package seedbed.seed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Random;

/// The bounds of one demonstration company: a bound is a number or a word that it has exactly, or
/// two numbers between which its own lies.
record Profile(Map<String, String> bounds) {

  private static final String BETWEEN = "..";
  private static final int STEPS = 1_000;

  boolean has(String key) {
    return !bounds.getOrDefault(key, "").isEmpty();
  }

  boolean exact(String key) {
    return has(key) && !word(key).contains(BETWEEN);
  }

  String word(String key) {
    return bounds.getOrDefault(key, "");
  }

  /// The number itself when it is exact, otherwise one between the bounds, rounded.
  BigDecimal number(String key, int scale, Random random) {
    String bound = word(key);
    int between = bound.indexOf(BETWEEN);
    if (between < 0) {
      return new BigDecimal(bound);
    }
    BigDecimal low = new BigDecimal(bound.substring(0, between));
    BigDecimal high = new BigDecimal(bound.substring(between + BETWEEN.length()));
    return low.add(
            high.subtract(low)
                .multiply(BigDecimal.valueOf(random.nextInt(STEPS + 1)))
                .divide(BigDecimal.valueOf(STEPS)))
        .setScale(scale, RoundingMode.HALF_UP);
  }

  int count(String key, Random random) {
    return number(key, 0, random).intValueExact();
  }
}
