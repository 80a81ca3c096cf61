package seedbed.criteria.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import seedbed.criteria.rule.ScoreSheet.Item;

/// What holds for all ways and questions; on small checklists, compared with a search through
/// everything.
class PathfindingPropertiesTest {
  private static final int ALL = 100;

  @Test
  void everyWayTakenLeavesNothingUnmetAndIsMetOnceNothingIsLeftToTell() {
    for (var seed = 1L; seed <= 1_500; seed++) {
      var chance = Chance.sound(seed);
      var criteria = chance.checklist(3, 2);
      var facts = chance.facts(15);
      if (Judging.judge(criteria, facts) != Truth.NOT_MET) {
        continue;
      }
      for (var way : Pathfinding.cheapest(criteria, facts, 3)) {
        assertThat(Judging.judge(criteria, way.appliedTo(facts)))
            .as("seed %d: %s", seed, way.changes())
            .isEqualTo(leavesNothingToTell(way) ? Truth.MET : Truth.UNKNOWN);
      }
    }
  }

  private static boolean leavesNothingToTell(Way way) {
    return way.missing().isEmpty() && way.missingTitles().isEmpty() && way.pending().isEmpty();
  }

  @Test
  void noWayContainsAChangeThatIsOfNoUse() {
    for (var seed = 1L; seed <= 1_500; seed++) {
      var chance = Chance.sound(seed);
      var criteria = chance.checklist(3, 2);
      var facts = chance.facts(15);
      if (Judging.judge(criteria, facts) != Truth.NOT_MET) {
        continue;
      }
      for (var way : Pathfinding.cheapest(criteria, facts, 3)) {
        for (var change : way.changes()) {
          var without = way.without(change).appliedTo(facts);
          assertThat(
                  Judging.judge(criteria, without) == Truth.NOT_MET
                      || !Pathfinding.smallestQuestion(criteria, without).isPartOf(way.asking(way)))
              .as("seed %d: %s without %s", seed, way.changes(), change)
              .isTrue();
        }
      }
    }
  }

  @Test
  void noSearchThroughOneOrTwoChangesFindsFewer() {
    assertThat(comparedWithFewestChanges(Chance::plain)).isGreaterThan(200);
    assertThat(comparedWithFewestChanges(Chance::separate)).isGreaterThan(200);
  }

  private static int comparedWithFewestChanges(LongFunction<Chance> chances) {
    var compared = 0;
    for (var seed = 1L; seed <= 1_500; seed++) {
      var chance = chances.apply(seed);
      var criteria = chance.checklist(2, 1);
      var facts = chance.facts(0);
      if (Judging.judge(criteria, facts) != Truth.NOT_MET) {
        continue;
      }
      var fewest = Search.growing(criteria, facts).fewest(2);
      if (fewest == ALL) {
        continue;
      }
      var found =
          Pathfinding.cheapest(criteria, facts, 1).stream()
              .mapToInt(way -> way.changes().size())
              .findFirst()
              .orElse(ALL);

      assertThat(found).as("seed %d", seed).isEqualTo(fewest);
      compared++;
    }
    return compared;
  }

  @Test
  void noSmallerSetOfFactsThanTheQuestionCanSettleTheVerdict() {
    assertThat(comparedWithFewestFacts(Chance::plain, 0)).isGreaterThan(200);
  }

  /// Among the many ways to gather points, one that asks for a fact less can be passed over.
  @Test
  void ofPointsAtMostOneFactTooManyIsAskedFor() {
    assertThat(comparedWithFewestFacts(Chance::separate, 1)).isGreaterThan(200);
  }

  private static int comparedWithFewestFacts(LongFunction<Chance> chances, int tooMany) {
    var compared = 0;
    for (var seed = 1L; seed <= 1_500; seed++) {
      var chance = chances.apply(seed);
      var criteria = chance.checklist(2, 1);
      var facts = chance.facts(60);
      if (Judging.judge(criteria, facts) != Truth.UNKNOWN) {
        continue;
      }
      var search = Search.telling(criteria, facts);
      var fewest = search.fewest(2);
      if (fewest == ALL) {
        continue;
      }
      var question = Pathfinding.smallestQuestion(criteria, facts);
      var asked = new ArrayList<Object>(question.missing());
      asked.addAll(question.missingTitles());

      assertThat(asked).as("seed %d", seed).hasSizeBetween(fewest, fewest + tooMany);
      assertThat(search.reaches(asked)).as("seed %d, asked %s", seed, asked).isTrue();
      compared++;
    }
    return compared;
  }

  /// Tries every value that can make a difference at so many places at once.
  private record Search(
      List<Criterion> criteria,
      Facts facts,
      List<Object> places,
      Predicate<Truth> goal,
      boolean growing) {

    /// Changes what is known until nothing is unmet; nothing shrinks for it.
    static Search growing(List<Criterion> criteria, Facts facts) {
      return new Search(
          criteria,
          facts,
          places(criteria).filter(place -> isKnown(place, facts)).toList(),
          truth -> truth != Truth.NOT_MET,
          true);
    }

    /// Tells what is missing until all is met.
    static Search telling(List<Criterion> criteria, Facts facts) {
      return new Search(
          criteria,
          facts,
          places(criteria).filter(place -> !isKnown(place, facts)).toList(),
          truth -> truth == Truth.MET,
          false);
    }

    private static Stream<Object> places(List<Criterion> criteria) {
      return Stream.concat(Cells.of(criteria).stream(), Cells.titles(criteria).stream());
    }

    private static boolean isKnown(Object place, Facts facts) {
      return switch (place) {
        case Cell cell -> facts.value(cell) != null;
        case Title title -> facts.holds(title) != Truth.UNKNOWN;
        default -> throw new IllegalStateException("neither cell nor title: " + place);
      };
    }

    int fewest(int most) {
      for (var count = 0; count <= most; count++) {
        if (reaches(places, count, facts)) {
          return count;
        }
      }
      return ALL;
    }

    boolean reaches(List<Object> places) {
      return reaches(places, places.size(), facts);
    }

    private boolean reaches(List<Object> places, int count, Facts sofar) {
      if (count == 0) {
        return goal.test(Judging.judge(criteria, sofar));
      }
      for (var i = 0; i <= places.size() - count; i++) {
        var later = places.subList(i + 1, places.size());
        if (changed(places.get(i), sofar).anyMatch(next -> reaches(later, count - 1, next))) {
          return true;
        }
      }
      return false;
    }

    private Stream<Facts> changed(Object place, Facts sofar) {
      return switch (place) {
        case Cell cell -> values(cell).map(value -> sofar.but().set(cell, value).build());
        case Title title ->
            Stream.of(Truth.MET, Truth.NOT_MET)
                .map(truth -> sofar.but().held(title, truth).build());
        default -> throw new IllegalStateException("neither cell nor title: " + place);
      };
    }

    private Stream<BigDecimal> values(Cell cell) {
      return switch (cell.indicator().kind()) {
        case FLAG -> Stream.of(BigDecimal.ZERO, BigDecimal.ONE);
        case CHOICE -> Stream.of(0, 1, 2, 3, 4).map(BigDecimal::valueOf);
        case COUNT, RANK -> beside(cell, BigDecimal.ONE);
        case AMOUNT, PERCENT, DATE -> beside(cell, new BigDecimal("0.0001"));
      };
    }

    /// Nothing, each bound and one step to each side; nothing falls below zero that is not there
    /// already.
    private Stream<BigDecimal> beside(Cell cell, BigDecimal step) {
      var now = facts.value(cell);
      var lowest = BigDecimal.valueOf(now != null && now.signum() < 0 ? -2 : 0);
      return Stream.concat(
              Stream.of(BigDecimal.ZERO),
              criteria.stream().flatMap(criterion -> bounds(criterion, cell)))
          .distinct()
          .flatMap(bound -> Stream.of(bound, bound.add(step), bound.subtract(step)))
          .filter(value -> value.compareTo(lowest) >= 0)
          .filter(value -> !growing || !isSize(cell) || now == null || value.compareTo(now) >= 0);
    }

    private static boolean isSize(Cell cell) {
      var kind = cell.indicator().kind();
      return kind == Indicator.Kind.AMOUNT || kind == Indicator.Kind.COUNT;
    }

    private static Stream<BigDecimal> bounds(Criterion criterion, Cell cell) {
      return switch (criterion) {
        case Criterion.Threshold(_, Quantity.Value(var read), _, var bound, _)
            when read.equals(cell) ->
            Stream.of(bound);
        case Criterion.Scored(_, var sheet) ->
            sheet.classes().stream()
                .flatMap(each -> each.items().stream())
                .flatMap(item -> bounds(item, cell));
        default -> Cells.parts(criterion).flatMap(part -> bounds(part, cell));
      };
    }

    private static Stream<BigDecimal> bounds(Item item, Cell cell) {
      return switch (item) {
        case Item.Tiered tiered ->
            tiered.tiers().stream().flatMap(tier -> bounds(tier.when(), cell));
        case Item.Cumulative sum -> sum.tiers().stream().flatMap(tier -> bounds(tier.when(), cell));
        case Item.Best best -> best.items().stream().flatMap(each -> bounds(each, cell));
        case Item.Stepped stepped when stepped.quantity().cells().contains(cell) ->
            IntStream.rangeClosed(1, 10)
                .mapToObj(steps -> stepped.every().multiply(BigDecimal.valueOf(steps)));
        case Item.Stepped _, Item.Entered _ -> Stream.of();
      };
    }
  }
}
