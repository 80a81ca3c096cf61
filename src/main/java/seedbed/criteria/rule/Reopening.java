package seedbed.criteria.rule;

import java.util.List;

/// Finds out when a way that asks for another figure of a closed year could be gone in earnest.
final class Reopening {
  private Reopening() {}

  /// The way with the first year in which nothing of the closed years stands against it any more:
  /// every year that passes brings a figure that is still open, and pushes an old one out. Of a
  /// size above its upper bound no year is promised.
  static Way of(Way way, List<Criterion> criteria, Facts facts) {
    if (!way.closed() || way.exceeds()) {
      return way;
    }
    var possible = way.open().appliedTo(facts);
    for (var years = Math.max(1, wait(way, facts)); years <= Slots.YEARS; years++) {
      if (Judging.judge(criteria, possible.later(years)) != Truth.NOT_MET) {
        return way.reachableIn(facts.on().getYear() + years);
      }
    }
    return way;
  }

  /// How many years pass until a date in the way is old enough.
  private static int wait(Way way, Facts facts) {
    return way.changes().stream()
        .mapToInt(change ->
            change instanceof Change.Wait(_, var until, _, _)
                ? until.getYear() - facts.on().getYear()
                : 0)
        .max()
        .orElse(0);
  }
}
