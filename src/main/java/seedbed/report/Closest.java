package seedbed.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import seedbed.assessment.Assessing;
import seedbed.assessment.Run;
import seedbed.company.Known;
import seedbed.criteria.rule.Truth;
import seedbed.verdict.Missing;
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
  List<Row> of(Run run, Known known, String title) {
    return counts.closest(run.id(), known, title, SHOWN).stream()
        .flatMap(each -> row(each, known, title))
        .toList();
  }

  private Stream<Row> row(PoolCounts.Near near, Known known, String title) {
    return assessing
        .assess(near.id(), known.scope(), title, known.on())
        .flatMap(rung -> rung.verdict())
        .map(verdict ->
            new Row(
                near.name(),
                near.region(),
                near.demo(),
                verdict.truth(),
                verdict.truth() == Truth.NOT_MET
                    ? Missing.counted(verdict.count(Truth.NOT_MET), verdict.count(Truth.UNKNOWN))
                    : "待定",
                Missing.words(verdict),
                Address.of("/companies/" + near.id()).with("title", title)))
        .stream();
  }
}
