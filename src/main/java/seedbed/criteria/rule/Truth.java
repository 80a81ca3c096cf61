package seedbed.criteria.rule;

/// What can be said of a criterion: met, not met, or unknown (Kleene's strong three-valued logic).
///
/// The order of the constants is the order of truth: a conjunction is the minimum, a disjunction
/// the maximum of its parts.
public enum Truth {
  NOT_MET("not-met"),
  UNKNOWN("unknown"),
  MET("met");

  private final String code;

  Truth(String code) {
    this.code = code;
  }

  /// The word of the JSON contract and of the worked cases.
  public String code() {
    return code;
  }

  public static Truth of(boolean met) {
    return met ? MET : NOT_MET;
  }

  public Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public Truth not() {
    return switch (this) {
      case MET -> NOT_MET;
      case UNKNOWN -> UNKNOWN;
      case NOT_MET -> MET;
    };
  }
}
