package seedbed.criteria.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says whether criteria are met, without explaining it: the fast path for whole pools.
///
/// Plain loops, because every company is judged by every edition.
public final class Judging {
  private Judging() {}

  /// A checklist holds when all its criteria hold: not met as soon as one is not.
  public static Truth judge(List<Criterion> criteria, Facts facts) {
    var all = Truth.MET;
    for (var i = 0; i < criteria.size() && all != Truth.NOT_MET; i++) {
      all = all.and(judge(criteria.get(i), facts));
    }
    return all;
  }

  public static Truth judge(Criterion criterion, Facts facts) {
    return switch (criterion) {
      case Criterion.Threshold threshold ->
          threshold.quantity().compare(threshold.comparison(), threshold.bound(), facts);
      case Criterion.Choice choice -> allowed(choice, facts);
      case Criterion.Declared declared -> declared(declared, facts);
      case Criterion.Holds holds -> anyHeld(holds.titles(), facts);
      case Criterion.Lacks lacks -> anyHeld(lacks.titles(), facts).not();
      case Criterion.All all -> judge(all.parts(), facts);
      case Criterion.Any any -> any(any.parts(), facts);
      case Criterion.AtLeast some -> atLeast(some.n(), some.parts(), facts);
      case Criterion.Branches branches -> branch(branches.branches(), facts);
      case Criterion.EveryYear every -> judge(every.years(), facts);
      case Criterion.AnyYear any -> any(any.years(), facts);
      case Criterion.Readings readings -> agreed(readings.readings(), facts);
      case Criterion.Scored scored -> Scoring.judge(scored.sheet(), facts);
      case Criterion.Open _ -> Truth.UNKNOWN;
      case Criterion.Waived _ -> Truth.MET;
    };
  }

  private static Truth allowed(Criterion.Choice choice, Facts facts) {
    var answer = facts.value(choice.cell());
    return answer == null
        ? Truth.UNKNOWN
        : Truth.of((choice.allowed() >> answer.intValueExact() & 1) == 1);
  }

  private static Truth declared(Criterion.Declared declared, Facts facts) {
    var answer = facts.value(declared.cell());
    return answer == null ? Truth.UNKNOWN : Truth.of(answer.signum() > 0);
  }

  private static Truth anyHeld(List<Title> titles, Facts facts) {
    var any = Truth.NOT_MET;
    for (var i = 0; i < titles.size() && any != Truth.MET; i++) {
      any = any.or(facts.holds(titles.get(i)));
    }
    return any;
  }

  private static Truth any(List<Criterion> parts, Facts facts) {
    var any = Truth.NOT_MET;
    for (var i = 0; i < parts.size() && any != Truth.MET; i++) {
      any = any.or(judge(parts.get(i), facts));
    }
    return any;
  }

  private static Truth atLeast(int n, List<Criterion> parts, Facts facts) {
    var met = 0;
    var possible = 0;
    for (var i = 0; i < parts.size(); i++) {
      var truth = judge(parts.get(i), facts);
      met += truth == Truth.MET ? 1 : 0;
      possible += truth == Truth.NOT_MET ? 0 : 1;
    }
    return met >= n ? Truth.MET : possible < n ? Truth.NOT_MET : Truth.UNKNOWN;
  }

  /// The first branch whose condition holds applies, and the last one when no other does. While the
  /// conditions are open, the answer stands only if all branches that may apply agree on it.
  private static Truth branch(List<Criterion.Branch> branches, Facts facts) {
    @Nullable Truth answer = null;
    var last = branches.size() - 1;
    for (var i = 0; i < last; i++) {
      var applies = judge(branches.get(i).when(), facts);
      if (applies != Truth.NOT_MET) {
        answer = agreed(answer, judge(branches.get(i).then(), facts));
      }
      if (answer != null && applies == Truth.MET) {
        return answer;
      }
    }
    return agreed(answer, judge(branches.get(last).then(), facts));
  }

  private static Truth agreed(List<Criterion.Reading> readings, Facts facts) {
    var answer = judge(readings.getFirst().criterion(), facts);
    for (var i = 1; i < readings.size(); i++) {
      answer = agreed(answer, judge(readings.get(i).criterion(), facts));
    }
    return answer;
  }

  /// What is said together with what was said before, if anything was: the same, or unknown.
  private static Truth agreed(@Nullable Truth before, Truth now) {
    return before == null || before == now ? now : Truth.UNKNOWN;
  }
}
