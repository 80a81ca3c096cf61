package seedbed.assessment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Judging;
import seedbed.criteria.rule.Pathfinding;
import seedbed.criteria.rule.Truth;

/// The short form of a verdict that a run keeps for every company and title.
///
/// @param nextStep whether it is the title the company looks at next
/// @param notMet criteria of the checklist that are not met
/// @param unknown criteria that cannot be judged yet
/// @param missing for an unknown verdict, the facts that would settle it
/// @param shortfall what is missing most, in words
record Outcome(
    long companyId,
    String title,
    boolean held,
    boolean nextStep,
    Checklist checklist,
    Truth truth,
    int notMet,
    int unknown,
    List<Cell> missing,
    @Nullable String shortfall) {

  static Outcome of(long companyId, String title, boolean held, Checklist checklist, Facts facts) {
    var notMet = new ArrayList<Criterion>();
    var unknown = 0;
    for (var criterion : checklist.criteria()) {
      switch (Judging.judge(criterion, facts)) {
        case NOT_MET -> notMet.add(criterion);
        case UNKNOWN -> unknown++;
        case MET -> {}
      }
    }
    var truth = !notMet.isEmpty() ? Truth.NOT_MET : unknown > 0 ? Truth.UNKNOWN : Truth.MET;
    var missing =
        truth == Truth.UNKNOWN
            ? Pathfinding.smallestQuestion(checklist.criteria(), facts).missing()
            : List.<Cell>of();
    return new Outcome(
        companyId,
        title,
        held,
        false,
        checklist,
        truth,
        notMet.size(),
        unknown,
        missing,
        truth == Truth.UNKNOWN ? Shortfall.of(missing) : Shortfall.of(notMet, facts));
  }

  Outcome asNextStep() {
    return new Outcome(
        companyId, title, held, true, checklist, truth, notMet, unknown, missing, shortfall);
  }

  @Nullable String overlay() {
    return checklist.overlay();
  }
}
