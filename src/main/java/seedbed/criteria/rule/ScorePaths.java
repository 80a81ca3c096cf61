package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seedbed.criteria.rule.ScoreSheet.Item;
import seedbed.criteria.rule.ScoreSheet.ScoreClass;
import seedbed.criteria.rule.ScoreSheet.Tier;

/// Ways to reach the total of a score sheet and the floors of its classes.
final class ScorePaths {
  /// A gain is dropped once so many cheaper ones have as many points. One would do if gains did not
  /// share changes with each other and with the rest of the checklist.
  private static final int ALTERNATIVES = 4;

  private static final Comparator<Gain> CHEAPEST =
      Comparator.comparing(Gain::way, Way.FEWEST)
          .thenComparing(Gain::points, Comparator.reverseOrder())
          .thenComparing(Gain::way, Way.CHEAPEST);

  private ScorePaths() {}

  /// Points that are sure on this way.
  private record Gain(BigDecimal points, Way way) {}

  static Stream<Way> ways(ScoreSheet sheet, Facts facts) {
    var totals = List.of(new Gain(BigDecimal.ZERO, Way.NOTHING));
    for (var scoreClass : sheet.classes()) {
      totals = together(totals, reachable(scoreClass, facts));
    }
    return totals.stream()
        .filter(total -> total.points().compareTo(sheet.pass()) >= 0)
        .map(Gain::way)
        .sorted(Way.CHEAPEST);
  }

  private static List<Gain> reachable(ScoreClass scoreClass, Facts facts) {
    var sums = List.of(new Gain(BigDecimal.ZERO, Way.NOTHING));
    for (var item : scoreClass.items()) {
      sums = together(sums, gains(item, facts).toList());
    }
    var floor = scoreClass.floor() == null ? BigDecimal.ZERO : scoreClass.floor();
    return sums.stream()
        .map(sum -> new Gain(sum.points().min(scoreClass.max()), sum.way()))
        .filter(sum -> sum.points().compareTo(floor) >= 0)
        .toList();
  }

  private static List<Gain> together(List<Gain> some, List<Gain> others) {
    return useful(
        some.stream()
            .flatMap(one ->
                others.stream()
                    .flatMap(other ->
                        one
                            .way()
                            .and(other.way())
                            .map(way -> new Gain(one.points().add(other.points()), way))
                            .stream())));
  }

  private static List<Gain> useful(Stream<Gain> gains) {
    var kept = new ArrayList<Gain>();
    gains.sorted(CHEAPEST).filter(gain -> isUseful(gain, kept)).forEach(kept::add);
    return kept;
  }

  private static boolean isUseful(Gain gain, List<Gain> cheaper) {
    var asGood = 0;
    for (var other : cheaper) {
      if (other.points().compareTo(gain.points()) >= 0) {
        asGood++;
        if (asGood == ALTERNATIVES || other.way().isPartOf(gain.way())) {
          return false;
        }
      }
    }
    return true;
  }

  private static Stream<Gain> gains(Item item, Facts facts) {
    var now = new Gain(Scoring.points(item, facts).low(), Way.NOTHING);
    var better =
        switch (item) {
          case Item.Tiered tiered -> tiered.tiers().stream().flatMap(tier -> tier(tier, facts));
          case Item.Cumulative sum -> subsets(sum, facts);
          case Item.Stepped stepped -> steps(stepped, facts);
          case Item.Entered entered -> entered(entered, facts);
          case Item.Best best -> best.items().stream().flatMap(each -> gains(each, facts));
        };
    return Stream.concat(
        Stream.of(now), better.filter(gain -> gain.points().compareTo(now.points()) > 0));
  }

  private static Stream<Gain> tier(Tier tier, Facts facts) {
    return Pathfinding.ways(tier.when(), facts).limit(2).map(way -> new Gain(tier.points(), way));
  }

  private static Stream<Gain> subsets(Item.Cumulative sum, Facts facts) {
    var totals = List.of(new Gain(BigDecimal.ZERO, Way.NOTHING));
    for (var tier : sum.tiers()) {
      var without = totals;
      var with = together(totals, tier(tier, facts).toList());
      totals = useful(Stream.concat(without.stream(), with.stream()));
    }
    return totals.stream().map(each -> new Gain(each.points().min(sum.cap()), each.way()));
  }

  private static Stream<Gain> steps(Item.Stepped stepped, Facts facts) {
    var missing = stepped.quantity().missing(facts);
    if (!missing.isEmpty()) {
      return Stream.of(new Gain(stepped.cap(), Way.missing(missing)));
    }
    var most = stepped.cap().divide(stepped.points(), 0, RoundingMode.CEILING).intValueExact();
    return IntStream.rangeClosed(1, most).boxed().flatMap(count -> step(stepped, count, facts));
  }

  private static Stream<Gain> step(Item.Stepped stepped, int count, Facts facts) {
    var steps = BigDecimal.valueOf(count);
    var points = steps.multiply(stepped.points()).min(stepped.cap());
    return Pathfinding.ways(reaching(stepped, steps), facts)
        .limit(1)
        .map(way -> new Gain(points, way));
  }

  private static Criterion reaching(Item.Stepped stepped, BigDecimal steps) {
    return new Criterion.Threshold(
        stepped.line().clause(),
        stepped.quantity(),
        Comparison.AT_LEAST,
        stepped.every().multiply(steps),
        stepped.unit());
  }

  private static Stream<Gain> entered(Item.Entered entered, Facts facts) {
    var value = facts.value(entered.cell());
    var max = entered.line().max();
    if (value == null) {
      return Stream.of(new Gain(max, Way.missing(List.of(entered.cell()))));
    }
    return Stream.of(
        new Gain(max, Way.change(new Change.Adjust(entered.cell(), max.subtract(value)), facts)));
  }
}
