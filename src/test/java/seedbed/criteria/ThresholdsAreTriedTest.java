package seedbed.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Criterion.Threshold;
import seedbed.criteria.rule.Facts;

/// A bound is where mistakes are made, so the cases of an edition stand on both sides of every one
/// of its bounds and on the bound itself.
@DisplayName("算例覆盖每个门槛")
class ThresholdsAreTriedTest {
  private final Rulebook rulebook = Rulebook.read(ConfigCopy.ORIGINAL);
  private final Editions editions = rulebook.editions();

  private enum Side {
    BELOW("门槛之下"),
    ON("恰在门槛"),
    ABOVE("门槛之上");

    private final String label;

    Side(String label) {
      this.label = label;
    }
  }

  @Test
  @DisplayName("每个门槛都有之下、恰好、之上的算例")
  void everyThresholdHasCasesBelowOnAndAbove() {
    var tried = new LinkedHashMap<String, Set<Side>>();
    editions.all().forEach(edition -> edition.checklists().forEach(each -> expect(each, tried)));
    editions
        .notices()
        .forEach(notice ->
            notice
                .rules()
                .forEach(rule ->
                    thresholds(rule.added()).forEach(each -> expect(notice.id(), each, tried))));

    for (var worked : WorkedCases.read(ConfigCopy.ORIGINAL, rulebook)) {
      var selection =
          editions.checklist(
              worked.edition(), worked.track(), worked.applicant(), worked.facts().on());
      if (selection instanceof Selection.Found(var checklist)) {
        thresholds(checklist.criteria()).forEach(each -> note(worked, checklist, each, tried));
      }
    }

    assertThat(missing(tried)).isEmpty();
  }

  private static void expect(Checklist checklist, Map<String, Set<Side>> tried) {
    thresholds(checklist.criteria())
        .forEach(each -> expect(checklist.edition() + " " + checklist.track(), each, tried));
  }

  private static void expect(String place, Threshold threshold, Map<String, Set<Side>> tried) {
    tried.computeIfAbsent(key(place, threshold), _ -> EnumSet.noneOf(Side.class));
  }

  private static void note(
      WorkedCase worked, Checklist checklist, Threshold threshold, Map<String, Set<Side>> tried) {
    var side = side(threshold, worked.facts());
    var places = List.of(worked.edition(), worked.edition() + " " + checklist.track());
    side.ifPresent(each ->
        places.stream()
            .map(place -> tried.get(key(place, threshold)))
            .flatMap(Stream::ofNullable)
            .forEach(sides -> sides.add(each)));
  }

  private static String key(String place, Threshold threshold) {
    return place + " " + threshold.clause().id() + " " + Describing.describe(threshold).required();
  }

  private static Optional<Side> side(Threshold threshold, Facts facts) {
    var value = threshold.quantity().measure(facts);
    if (value == null) {
      return Optional.empty();
    }
    var order = value.compareTo(threshold.bound());
    return Optional.of(order < 0 ? Side.BELOW : order == 0 ? Side.ON : Side.ABOVE);
  }

  private static List<String> missing(Map<String, Set<Side>> tried) {
    var missing = new ArrayList<String>();
    tried.forEach((threshold, sides) -> {
      var untried = EnumSet.allOf(Side.class);
      untried.removeAll(sides);
      // Nobody can employ fewer than no people.
      if (threshold.endsWith("> 0 人")) {
        untried.remove(Side.BELOW);
      }
      if (!untried.isEmpty()) {
        missing.add(
            threshold + " 缺：" + String.join("、", untried.stream().map(s -> s.label).toList()));
      }
    });
    return missing;
  }

  private static Stream<Threshold> thresholds(List<Criterion> criteria) {
    return criteria.stream().flatMap(ThresholdsAreTriedTest::thresholds);
  }

  private static Stream<Threshold> thresholds(Criterion criterion) {
    return switch (criterion) {
      case Threshold threshold -> Stream.of(threshold);
      case Criterion.Scored scored ->
          Cells.tiers(scored.sheet()).flatMap(ThresholdsAreTriedTest::thresholds);
      default -> Cells.parts(criterion).flatMap(ThresholdsAreTriedTest::thresholds);
    };
  }
}
