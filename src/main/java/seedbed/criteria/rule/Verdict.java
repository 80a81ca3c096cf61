package seedbed.criteria.rule;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A checklist applied to one company's facts on one day, with everything that explains it.
///
/// @param number 判定编号: the same inputs give the same number, today and years later
/// @param distance for a verdict that is not met, the cheapest ways to meet it, best first
/// @param question for an unknown verdict, the smallest set of facts that can settle it; for one
///   that is not met, what the best way leaves open
/// @param cliffs figures at which the requirements jump
public record Verdict(
    String number,
    Checklist checklist,
    Facts facts,
    Truth truth,
    List<Finding> findings,
    List<Way> distance,
    Way question,
    List<Cliff> cliffs) {
  private static final int WAYS = 3;

  public static Verdict of(Checklist checklist, Facts facts) {
    var criteria = checklist.criteria();
    var truth = Judging.judge(criteria, facts);
    var distance =
        truth == Truth.NOT_MET ? Pathfinding.cheapest(criteria, facts, WAYS) : List.<Way>of();
    return new Verdict(
        VerdictNumber.of(checklist, facts),
        checklist,
        facts,
        truth,
        Explaining.explain(criteria, facts),
        distance,
        question(truth, distance, checklist, facts),
        Cliff.of(criteria));
  }

  private static Way question(Truth truth, List<Way> distance, Checklist checklist, Facts facts) {
    return switch (truth) {
      case MET -> Way.NOTHING;
      case UNKNOWN -> Pathfinding.smallestQuestion(checklist.criteria(), facts);
      case NOT_MET -> distance.isEmpty() ? Way.NOTHING : distance.getFirst().questionsOnly();
    };
  }

  public long count(Truth truth) {
    return findings.stream().filter(finding -> finding.truth() == truth).count();
  }

  /// 口径敏感: the verdict depends on how an unsettled wording is read.
  public boolean sensitive() {
    return truth == Truth.UNKNOWN && findings.stream().anyMatch(Finding::sensitive);
  }

  /// The first score sheet among the findings.
  public Finding.@Nullable Score score() {
    return findings.stream()
        .flatMap(Verdict::withParts)
        .map(Finding::score)
        .filter(score -> score != null)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Finding> withParts(Finding finding) {
    return Stream.concat(Stream.of(finding), finding.parts().stream().flatMap(Verdict::withParts));
  }
}
