package seedbed.criteria.rule;

/// How a quantity is held against a bound. 以上, 以下, 不低于 and 不超过 include the bound itself.
public enum Comparison {
  AT_LEAST("≥", true),
  MORE_THAN(">", true),
  AT_MOST("≤", false),
  LESS_THAN("<", false);

  private final String sign;
  private final boolean upward;

  Comparison(String sign, boolean upward) {
    this.sign = sign;
    this.upward = upward;
  }

  public String sign() {
    return sign;
  }

  /// Whether a larger quantity is the better one.
  public boolean upward() {
    return upward;
  }

  /// @param order the sign of quantity minus bound
  boolean holds(int order) {
    return switch (this) {
      case AT_LEAST -> order >= 0;
      case MORE_THAN -> order > 0;
      case AT_MOST -> order <= 0;
      case LESS_THAN -> order < 0;
    };
  }

  boolean strict() {
    return this == MORE_THAN || this == LESS_THAN;
  }
}
