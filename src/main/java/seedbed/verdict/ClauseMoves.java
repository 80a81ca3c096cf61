package seedbed.verdict;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Verdict;

/// Finds the clauses that are judged differently, be the verdict another one or not.
public final class ClauseMoves {
  private ClauseMoves() {}

  /// One clause before and after.
  @Introspected
  public record ClauseMove(String text, String before, String after) {}

  /// None where another checklist applies by what is supposed; its clauses are others.
  public static List<ClauseMove> of(Verdict before, Verdict after) {
    var moves = new ArrayList<ClauseMove>();
    if (before.checklist().equals(after.checklist())) {
      add(before.findings(), after.findings(), moves);
    }
    return List.copyOf(moves);
  }

  /// A whole that moved stands for its parts. Branches that are no longer the same cannot be told
  /// one by one.
  private static void add(List<Finding> before, List<Finding> after, List<ClauseMove> moves) {
    if (before.size() != after.size()) {
      return;
    }
    for (var i = 0; i < before.size(); i++) {
      var was = before.get(i);
      var is = after.get(i);
      if (!was.clause().equals(is.clause())) {
        continue;
      }
      if (FindingRows.word(was).equals(FindingRows.word(is))) {
        add(was.parts(), is.parts(), moves);
      } else {
        moves.add(new ClauseMove(was.clause().text(), FindingRows.word(was), FindingRows.word(is)));
      }
    }
  }
}
