package seedbed.report.portfolio;

import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.verdict.Missing;

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
      case NOT_MET -> "✕ " + Missing.counted(notMet, unknown);
      case UNKNOWN -> "? 待定";
    };
  }
}
