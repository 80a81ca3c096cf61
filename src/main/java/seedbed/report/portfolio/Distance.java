package seedbed.report.portfolio;

import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;

/// How far a title is, in words. What nobody knows is not met yet, but is not lacking either.
final class Distance {

  private Distance() {}

  static String of(Verdict verdict) {
    return of(verdict.truth(), verdict.count(Truth.NOT_MET), verdict.count(Truth.UNKNOWN));
  }

  static String of(PortfolioRow.Next next) {
    return of(next.truth(), next.notMet(), next.unknown());
  }

  private static String of(Truth truth, long notMet, long unknown) {
    return switch (truth) {
      case MET -> "✓ 可报";
      case NOT_MET -> "✕ " + lacking(notMet, unknown);
      case UNKNOWN -> "? 待定";
    };
  }

  /// `差 1 项，另有 2 项待定`.
  static String lacking(long notMet, long unknown) {
    return "差 " + notMet + " 项" + (unknown == 0 ? "" : "，另有 " + unknown + " 项待定");
  }
}
