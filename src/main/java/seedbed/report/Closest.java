package seedbed.report;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import seedbed.access.Scope;
import seedbed.assessment.Assessing;
import seedbed.assessment.Run;
import seedbed.criteria.rule.Truth;
import seedbed.web.Address;

/// The companies closest to a title they do not hold, with what they still lack.
@Singleton
final class Closest {

  private static final int SHOWN = 8;

  private final PoolCounts counts;
  private final Assessing assessing;

  Closest(PoolCounts counts, Assessing assessing) {
    this.counts = counts;
    this.assessing = assessing;
  }

  /// @param left how many conditions are not met, or whether that is still open, in a word
  record Row(
      String name,
      String region,
      boolean demo,
      Truth truth,
      String left,
      String lacks,
      Address to) {}

  /// Few enough that each can be explained while the page is being asked for.
  List<Row> of(Run run, Scope scope, String title, LocalDate day) {
    return counts.closest(run.id(), scope, title, SHOWN).stream()
        .flatMap(each -> row(each, scope, title, day))
        .toList();
  }

  private Stream<Row> row(PoolCounts.Near near, Scope scope, String title, LocalDate day) {
    return assessing
        .assess(near.id(), scope, title, day)
        .flatMap(rung -> rung.verdict())
        .map(verdict ->
            new Row(
                near.name(),
                near.region(),
                near.demo(),
                verdict.truth(),
                verdict.truth() == Truth.NOT_MET
                    ? "差 " + verdict.count(Truth.NOT_MET) + " 项"
                    : "待定",
                Missing.words(verdict),
                Address.of("/companies/" + near.id()).with("title", title)))
        .stream();
  }
}
