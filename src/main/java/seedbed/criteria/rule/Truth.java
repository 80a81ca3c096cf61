package seedbed.criteria.rule;

import java.util.List;
import java.util.function.Function;

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

  /// Met when every part is met; not met as soon as one part is not.
  static <T> Truth all(List<T> parts, Function<? super T, Truth> judge) {
    var result = MET;
    for (var part : parts) {
      result = result.and(judge.apply(part));
      if (result == NOT_MET) {
        return result;
      }
    }
    return result;
  }

  /// Met as soon as one part is met; not met when none can be.
  static <T> Truth any(List<T> parts, Function<? super T, Truth> judge) {
    var result = NOT_MET;
    for (var part : parts) {
      result = result.or(judge.apply(part));
      if (result == MET) {
        return result;
      }
    }
    return result;
  }

  /// Met when at least `n` parts are met; not met when too few can still be.
  static <T> Truth atLeast(int n, List<T> parts, Function<? super T, Truth> judge) {
    var met = 0;
    var possible = 0;
    for (var part : parts) {
      var truth = judge.apply(part);
      met += truth == MET ? 1 : 0;
      possible += truth == NOT_MET ? 0 : 1;
    }
    return met >= n ? MET : possible < n ? NOT_MET : UNKNOWN;
  }

  /// What several readings of one wording say together: their common answer, or unknown.
  static <T> Truth agreed(List<T> readings, Function<? super T, Truth> judge) {
    var first = judge.apply(readings.getFirst());
    for (var reading : readings.subList(1, readings.size())) {
      if (judge.apply(reading) != first) {
        return UNKNOWN;
      }
    }
    return first;
  }
}
