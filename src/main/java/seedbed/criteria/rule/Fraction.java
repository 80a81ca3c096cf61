package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// An exact quotient of two decimals with a positive divisor; never rounded until it is shown.
public record Fraction(BigDecimal dividend, BigDecimal divisor) {
  private static final int SHOWN_PLACES = 4;

  public Fraction {
    if (divisor.signum() <= 0) {
      throw new IllegalArgumentException("the divisor of a fraction is positive");
    }
  }

  public static Fraction of(BigDecimal value) {
    return new Fraction(value, BigDecimal.ONE);
  }

  public static Fraction of(long value) {
    return of(BigDecimal.valueOf(value));
  }

  /// Compares by cross-multiplication.
  public int compareTo(BigDecimal bound) {
    return dividend.compareTo(product(bound, divisor));
  }

  public Fraction plus(Fraction other) {
    return new Fraction(
        product(dividend, other.divisor).add(product(other.dividend, divisor)),
        product(divisor, other.divisor));
  }

  public Fraction minus(Fraction other) {
    return plus(other.negate());
  }

  public Fraction minus(BigDecimal other) {
    return minus(of(other));
  }

  public Fraction times(BigDecimal factor) {
    return new Fraction(dividend.multiply(factor), divisor);
  }

  public Fraction dividedBy(BigDecimal positive) {
    return new Fraction(dividend, product(positive, divisor));
  }

  /// The quotient of this and a positive fraction.
  public Fraction over(Fraction positive) {
    return new Fraction(product(dividend, positive.divisor), product(positive.dividend, divisor));
  }

  /// Most figures stand over one and need no multiplication.
  private static BigDecimal product(BigDecimal factor, BigDecimal divisor) {
    return isOne(divisor) ? factor : factor.multiply(divisor);
  }

  /// Without a comparison of scales, which takes longer than the multiplication saved.
  private static boolean isOne(BigDecimal divisor) {
    return divisor.scale() == 0 && divisor.precision() == 1 && divisor.intValue() == 1;
  }

  public Fraction negate() {
    return new Fraction(dividend.negate(), divisor);
  }

  public int signum() {
    return dividend.signum();
  }

  /// Exact where it ends within four places, otherwise rounded half up to four; no trailing zeros.
  public String shown() {
    return plain(rounded(SHOWN_PLACES, RoundingMode.HALF_UP));
  }

  /// As [#shown], but with as many more places as it takes to see on which side of the bound it is:
  /// nobody should read that 3 falls short of 3.
  public String shownAgainst(BigDecimal bound) {
    var order = compareTo(bound);
    var places = SHOWN_PLACES;
    while (rounded(places, RoundingMode.HALF_UP).compareTo(bound) != order) {
      places++;
    }
    return plain(rounded(places, RoundingMode.HALF_UP));
  }

  /// The smallest decimal of that many places that is not below this fraction.
  public BigDecimal roundedUp(int places) {
    return rounded(places, RoundingMode.CEILING);
  }

  private BigDecimal rounded(int places, RoundingMode mode) {
    return dividend.divide(divisor, places, mode);
  }

  static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  /// The n-th root of a fraction not below zero, rounded half up to `places`: the largest decimal
  /// whose power does not exceed the fraction is found in whole numbers, so no rounding error can
  /// creep in.
  BigDecimal root(int n, int places) {
    var scale = places + 1;
    var radicand =
        dividend.movePointRight(scale * n).divide(divisor, 0, RoundingMode.FLOOR).toBigInteger();
    return new BigDecimal(wholeRoot(radicand, n), scale).setScale(places, RoundingMode.HALF_UP);
  }

  /// Newton's iteration from above; it stops falling at the root rounded down.
  private static BigInteger wholeRoot(BigInteger radicand, int n) {
    if (radicand.signum() == 0) {
      return BigInteger.ZERO;
    }
    var degree = BigInteger.valueOf(n);
    var root = BigInteger.ONE.shiftLeft(radicand.bitLength() / n + 1);
    while (true) {
      var quotient = radicand.divide(root.pow(n - 1));
      var next = root.multiply(degree.subtract(BigInteger.ONE)).add(quotient).divide(degree);
      if (next.compareTo(root) >= 0) {
        return root;
      }
      root = next;
    }
  }
}
