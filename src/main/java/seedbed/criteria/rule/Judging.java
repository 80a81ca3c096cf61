package seedbed.criteria.rule;

import java.util.EnumSet;
import java.util.List;

/// Says whether criteria are met, without explaining it: the fast path for whole pools.
public final class Judging {
  private Judging() {}

  /// A checklist holds when all its criteria hold.
  public static Truth judge(List<Criterion> criteria, Facts facts) {
    return Truth.all(criteria, criterion -> judge(criterion, facts));
  }

  public static Truth judge(Criterion criterion, Facts facts) {
    return switch (criterion) {
      case Criterion.Threshold threshold -> compare(threshold, facts);
      case Criterion.Choice choice -> allowed(choice, facts);
      case Criterion.Declared declared -> declared(declared, facts);
      case Criterion.Holds holds -> Truth.any(holds.titles(), facts::holds);
      case Criterion.Lacks lacks -> Truth.any(lacks.titles(), facts::holds).not();
      case Criterion.All all -> judge(all.parts(), facts);
      case Criterion.Any any -> Truth.any(any.parts(), part -> judge(part, facts));
      case Criterion.AtLeast some ->
          Truth.atLeast(some.n(), some.parts(), part -> judge(part, facts));
      case Criterion.Branches branches -> branch(branches.branches(), facts);
      case Criterion.EveryYear every -> judge(every.years(), facts);
      case Criterion.AnyYear any -> Truth.any(any.years(), year -> judge(year, facts));
      case Criterion.Readings readings ->
          Truth.agreed(readings.readings(), reading -> judge(reading.criterion(), facts));
      case Criterion.Scored scored -> Scoring.judge(scored.sheet(), facts);
      case Criterion.Open _ -> Truth.UNKNOWN;
      case Criterion.Waived _ -> Truth.MET;
    };
  }

  private static Truth compare(Criterion.Threshold threshold, Facts facts) {
    if (threshold.quantity() instanceof Quantity.CompoundGrowth growth) {
      var order = growth.order(facts, threshold.bound());
      return order == null ? Truth.UNKNOWN : Truth.of(threshold.comparison().holds(order));
    }
    var value = threshold.quantity().measure(facts);
    return value == null
        ? Truth.UNKNOWN
        : Truth.of(threshold.comparison().holds(value.compareTo(threshold.bound())));
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

  /// The first branch whose condition holds applies. While that is open, the answer stands only if
  /// all branches that may apply agree on it.
  private static Truth branch(List<Criterion.Branch> branches, Facts facts) {
    var answers = EnumSet.noneOf(Truth.class);
    for (var branch : branches) {
      var applies = judge(branch.when(), facts);
      if (applies != Truth.NOT_MET) {
        answers.add(judge(branch.then(), facts));
      }
      if (applies == Truth.MET) {
        break;
      }
    }
    return switch (answers.size()) {
      case 0 -> Truth.NOT_MET;
      case 1 -> answers.iterator().next();
      default -> Truth.UNKNOWN;
    };
  }
}
