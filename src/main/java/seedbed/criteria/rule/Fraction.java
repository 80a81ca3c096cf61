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
    if (divisor.compareTo(other.divisor) == 0) {
      return new Fraction(dividend.add(other.dividend), divisor);
    }
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
    return divisor.compareTo(BigDecimal.ONE) == 0 ? factor : factor.multiply(divisor);
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

  /// The n-th root of a positive fraction, rounded half up to `places`: the largest decimal whose
  /// power does not exceed the fraction is found in whole numbers, so no rounding error can creep
  /// in.
  BigDecimal root(int n, int places) {
    var scale = places + 1;
    var radicand =
        dividend.movePointRight(scale * n).divide(divisor, 0, RoundingMode.FLOOR).toBigInteger();
    var low = BigInteger.ZERO;
    var high = BigInteger.ONE.shiftLeft(radicand.bitLength() / n + 1);
    while (high.subtract(low).compareTo(BigInteger.ONE) > 0) {
      var middle = low.add(high).shiftRight(1);
      if (middle.pow(n).compareTo(radicand) <= 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return new BigDecimal(low, scale).setScale(places, RoundingMode.HALF_UP);
  }
}
