package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.List;
import seedbed.criteria.Editions;
import seedbed.criteria.FaultyConfig;
import seedbed.criteria.Problem;
import seedbed.criteria.Rulebook;
import seedbed.criteria.WorkedCase;
import seedbed.criteria.WorkedCases;

/// Tries the worked cases of a draft against what it says.
@Singleton
class Trials {
  private final Rulebook rulebook;

  Trials(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /// @param trials one for each case, in their order; empty while the draft cannot be read
  /// @param problems of the cases themselves
  record Result(List<WorkedCase.Trial> trials, List<Problem> problems) {

    long failed() {
      return trials.stream().filter(trial -> !trial.passed()).count();
    }

    /// An edition without a case proves nothing.
    boolean passed() {
      return problems.isEmpty() && !trials.isEmpty() && failed() == 0;
    }
  }

  Result of(Manuscript manuscript) {
    var edition = manuscript.edition();
    if (edition == null || Tree.items(manuscript.cases().get("cases").orElse(null)).isEmpty()) {
      return new Result(List.of(), List.of());
    }
    var alone = Editions.only(edition, rulebook.titles());
    try {
      return new Result(
          WorkedCases.read(TreeWriter.write(manuscript.cases()).text(), "算例", rulebook).stream()
              .map(each -> each.tryWith(alone))
              .toList(),
          List.of());
    } catch (FaultyConfig e) {
      return new Result(List.of(), e.problems());
    }
  }
}
