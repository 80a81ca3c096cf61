package seedbed.criteria.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.criteria.rule.ScoreSheet.Item;

/// What holds for all criteria and all companies.
class JudgingPropertiesTest {
  private static final int CHECKLISTS = 4_000;
  private static final int COMPANIES = 25;

  /// Names the seed of the checklist that breaks a rule.
  private static void forEachSeed(int seeds, LongConsumer property) {
    for (var seed = 1L; seed <= seeds; seed++) {
      try {
        property.accept(seed);
      } catch (AssertionError | RuntimeException broken) {
        throw new AssertionError("seed " + seed, broken);
      }
    }
  }

  @Test
  void theFastJudgeAgreesWithTheSlowOneAndExplainingWithBothAtEveryNode() {
    forEachSeed(
        CHECKLISTS,
        seed -> {
          var chance = new Chance(seed);
          var criterion = chance.criterion(3);
          var nodes = nodes(criterion).toList();
          for (var i = 0; i < COMPANIES; i++) {
            var facts = chance.facts(i * 3);
            var slow = new SlowJudge(facts);
            var explained = new HashMap<String, Truth>();
            collect(Explaining.explain(criterion, facts), explained);

            for (var node : nodes) {
              var expected = slow.judge(node);
              agree(node, "judged", expected, Judging.judge(node, facts));
              agree(node, "explained", expected, explained.get(node.clause().id()));
            }
          }
        });
  }

  /// Plain, because it runs a million times.
  private static void agree(Criterion node, String how, Truth expected, @Nullable Truth actual) {
    if (actual != null && actual != expected) {
      throw new AssertionError(how + " " + actual + ", but is " + expected + ": " + node);
    }
  }

  /// The truth of every part that is shown. What a notice waives is met whatever was found.
  private static void collect(Finding finding, Map<String, Truth> truths) {
    if (finding.waiver() == null) {
      truths.put(finding.clause().id(), finding.truth());
    }
    finding.parts().forEach(part -> collect(part, truths));
  }

  private static Stream<Criterion> nodes(Criterion criterion) {
    return Stream.concat(
        Stream.of(criterion), Cells.parts(criterion).flatMap(JudgingPropertiesTest::nodes));
  }

  @Test
  void exactlyWhatIsUnknownHasAReasonAndOnlyTheUnknownIsSensitive() {
    forEachSeed(
        CHECKLISTS,
        seed -> {
          var chance = new Chance(seed);
          var finding = Explaining.explain(chance.criterion(3), chance.facts(30));

          assertThat(findings(finding))
              .allSatisfy(each -> {
                assertThat(each.reason() != null).isEqualTo(each.truth() == Truth.UNKNOWN);
                assertThat(!each.sensitive() || each.truth() == Truth.UNKNOWN).isTrue();
              });
        });
  }

  private static Stream<Finding> findings(Finding finding) {
    return Stream.concat(
        Stream.of(finding), finding.parts().stream().flatMap(JudgingPropertiesTest::findings));
  }

  @Test
  void takingAFactAwayOnlyMovesVerdictsTowardUnknownAtEveryNode() {
    forEachSeed(
        CHECKLISTS,
        seed -> {
          var chance = new Chance(seed);
          var criterion = chance.criterion(3);
          var more = chance.facts(20);
          var less = withoutOne(chance, List.of(criterion), more);

          assertThat(nodes(criterion))
              .allSatisfy(node ->
                  assertThat(Judging.judge(node, less))
                      .isIn(Judging.judge(node, more), Truth.UNKNOWN));
        });
  }

  /// The same facts but for one that the criteria read.
  private static Facts withoutOne(Chance chance, List<Criterion> criteria, Facts facts) {
    var read = new ArrayList<Object>(Cells.of(criteria));
    read.addAll(Cells.titles(criteria));
    if (read.isEmpty()) {
      return facts;
    }
    var fewer = facts.but();
    switch (chance.oneOf(read)) {
      case Cell cell -> fewer.missing(cell, Reason.NOT_REPORTED);
      case Title title -> fewer.held(title, Truth.UNKNOWN);
      case Object other -> throw new IllegalStateException("neither cell nor title: " + other);
    }
    return fewer.build();
  }

  @Test
  void theOrderOfPartsLinesAndClassesDoesNotMatter() {
    forEachSeed(
        CHECKLISTS,
        seed -> {
          var chance = new Chance(seed);
          var criterion = chance.criterion(3);
          var facts = chance.facts(30);

          assertThat(Judging.judge(mixed(criterion, chance), facts))
              .isEqualTo(Judging.judge(criterion, facts));
        });
  }

  private static Criterion mixed(Criterion criterion, Chance chance) {
    return switch (criterion) {
      case Criterion.All(var clause, var parts) -> new Criterion.All(clause, mixed(parts, chance));
      case Criterion.Any(var clause, var parts) -> new Criterion.Any(clause, mixed(parts, chance));
      case Criterion.AtLeast(var clause, var n, var parts) ->
          new Criterion.AtLeast(clause, n, mixed(parts, chance));
      case Criterion.EveryYear(var clause, var years) ->
          new Criterion.EveryYear(clause, mixed(years, chance));
      case Criterion.AnyYear(var clause, var years) ->
          new Criterion.AnyYear(clause, mixed(years, chance));
      case Criterion.Readings(var clause, var readings) ->
          new Criterion.Readings(clause, chance.shuffled(readings));
      case Criterion.Holds(var clause, var titles) ->
          new Criterion.Holds(clause, chance.shuffled(titles));
      case Criterion.Lacks(var clause, var titles) ->
          new Criterion.Lacks(clause, chance.shuffled(titles));
      case Criterion.Scored(var clause, var sheet) ->
          new Criterion.Scored(
              clause,
              new ScoreSheet(
                  sheet.pass(),
                  chance.shuffled(sheet.classes()).stream()
                      .map(each -> mixed(each, chance))
                      .toList()));
      case Criterion.Threshold _,
          Criterion.Choice _,
          Criterion.Declared _,
          Criterion.Branches _,
          Criterion.Open _,
          Criterion.Waived _ ->
          criterion;
    };
  }

  private static List<Criterion> mixed(List<Criterion> parts, Chance chance) {
    return chance.shuffled(parts).stream().map(part -> mixed(part, chance)).toList();
  }

  private static ScoreSheet.ScoreClass mixed(ScoreSheet.ScoreClass each, Chance chance) {
    return new ScoreSheet.ScoreClass(
        each.id(),
        each.name(),
        each.max(),
        each.floor(),
        chance.shuffled(each.items()).stream().map(item -> mixed(item, chance)).toList());
  }

  private static Item mixed(Item item, Chance chance) {
    return switch (item) {
      case Item.Tiered(var line, var tiers, var otherwise) ->
          new Item.Tiered(line, chance.shuffled(tiers), otherwise);
      case Item.Cumulative(var line, var tiers, var cap) ->
          new Item.Cumulative(line, chance.shuffled(tiers), cap);
      case Item.Best(var line, var items) -> new Item.Best(line, chance.shuffled(items));
      case Item.Stepped _, Item.Entered _ -> item;
    };
  }

  /// Puts the bound where the quantity is, and the smallest step beside it.
  @Test
  void onTheBorderEveryQuantityIsExact() {
    var step = new BigDecimal("0.000000000001");
    forEachSeed(
        CHECKLISTS,
        seed -> {
          var chance = new Chance(seed);
          var quantity = chance.quantity();
          var facts = chance.facts(0);
          var value = quantity.measure(facts);
          if (value == null || !ends(value) || isRoundedOrLimit(quantity, value)) {
            return;
          }
          var bound = value.dividend().divide(value.divisor());

          assertThat(holds(quantity, bound, facts)).isEqualTo("≥≤");
          assertThat(holds(quantity, bound.subtract(step), facts)).isEqualTo("≥>");
          assertThat(holds(quantity, bound.add(step), facts)).isEqualTo("≤<");
        });
  }

  private static boolean ends(Fraction value) {
    var divisor = value.divisor().stripTrailingZeros().unscaledValue().abs();
    return List.of(1L, 2L, 4L, 5L, 8L, 10L, 16L, 20L, 25L).contains(divisor.longValue());
  }

  /// A root has no exact decimal, and nothing grows by less than −100 %.
  private static boolean isRoundedOrLimit(Quantity quantity, Fraction value) {
    return quantity instanceof Quantity.CompoundGrowth
        && (value.dividend().stripTrailingZeros().scale() > 6
            || value.compareTo(BigDecimal.valueOf(-100)) == 0);
  }

  private static String holds(Quantity quantity, BigDecimal bound, Facts facts) {
    var signs = new StringBuilder();
    for (var comparison :
        List.of(
            Comparison.AT_LEAST, Comparison.AT_MOST, Comparison.MORE_THAN, Comparison.LESS_THAN)) {
      if (quantity.compare(comparison, bound, facts) == Truth.MET) {
        signs.append(comparison.sign());
      }
    }
    return signs.toString();
  }

  @ParameterizedTest(name = "{0}, {1}: and {2}, or {3}")
  @CsvSource({
    "MET,     MET,     MET,     MET",
    "MET,     UNKNOWN, UNKNOWN, MET",
    "MET,     NOT_MET, NOT_MET, MET",
    "UNKNOWN, MET,     UNKNOWN, MET",
    "UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN",
    "UNKNOWN, NOT_MET, NOT_MET, UNKNOWN",
    "NOT_MET, MET,     NOT_MET, MET",
    "NOT_MET, UNKNOWN, NOT_MET, UNKNOWN",
    "NOT_MET, NOT_MET, NOT_MET, NOT_MET",
  })
  void kleenesTables(Truth one, Truth other, Truth and, Truth or) {
    var titles = World.company();
    hold(titles, World.SME, one);
    hold(titles, World.GIANT, other);
    var facts = titles.facts();
    var both = List.of(World.holds(World.SME), World.holds(World.GIANT));

    assertThat(one.and(other)).isEqualTo(and);
    assertThat(one.or(other)).isEqualTo(or);
    assertThat(one.not().or(other.not())).isEqualTo(and.not());
    assertThat(Judging.judge(both, facts)).isEqualTo(and);
    assertThat(Judging.judge(World.any(both.getFirst(), both.getLast()), facts)).isEqualTo(or);
    assertThat(Judging.judge(World.some(2, both.getFirst(), both.getLast()), facts)).isEqualTo(and);
    assertThat(Judging.judge(World.some(1, both.getFirst(), both.getLast()), facts)).isEqualTo(or);
  }

  private static void hold(World.Company company, Title title, Truth truth) {
    company.builder().held(title, truth);
  }
}
