package seedbed.criteria.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What holds for every shortfall and every remedy.
class RemediesPropertiesTest {
  private static final int SEEDS = 20_000;

  private interface Property {
    void check(Criterion.Threshold threshold, Facts facts, Finding finding);
  }

  private static void forEachUnmetThreshold(Property property) {
    for (var seed = 1L; seed <= SEEDS; seed++) {
      var chance = Chance.sound(seed);
      var threshold = chance.threshold();
      var facts = chance.facts(0);
      var finding = Explaining.explain(threshold, facts);
      if (finding.truth() == Truth.NOT_MET && readsEachFigureOnce(threshold.quantity())) {
        try {
          property.check(threshold, facts, finding);
        } catch (AssertionError | RuntimeException broken) {
          throw new AssertionError("seed " + seed + ": " + threshold, broken);
        }
      }
    }
  }

  private static boolean readsEachFigureOnce(Quantity quantity) {
    return figures(quantity).count() == quantity.cells().size();
  }

  private static Stream<Cell> figures(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Sum(var terms) -> terms.stream().flatMap(RemediesPropertiesTest::figures);
      case Quantity.Mean(var terms) -> terms.stream().flatMap(RemediesPropertiesTest::figures);
      case Quantity.Ratio(var of, var to, _) -> Stream.concat(figures(of), figures(to));
      default -> quantity.cells().stream();
    };
  }

  @Test
  @DisplayName("实际数加（减）差额正好等于要求")
  void actualAndShortfallMakeTheBound() {
    forEachUnmetThreshold((threshold, facts, finding) -> {
      var measure = finding.measure();
      var value = threshold.quantity().measure(facts);
      if (value == null
          || measure == null
          || measure.actual() == null
          || measure.shortfall() == null) {
        return;
      }
      var actual = new BigDecimal(measure.actual());
      var shortfall = new BigDecimal(measure.shortfall());
      var rounded = value.compareTo(actual) != 0;

      assertThat(
              threshold.comparison().upward() ? actual.add(shortfall) : actual.subtract(shortfall))
          .isCloseTo(threshold.bound(), within(rounded ? "0.0001" : "0"));
      assertThat(actual.compareTo(threshold.bound()) == 0)
          .as("shown as if it were enough")
          .isEqualTo(threshold.comparison().strict() && shortfall.signum() == 0);
    });
  }

  private static Offset<BigDecimal> within(String offset) {
    return Offset.offset(new BigDecimal(offset));
  }

  @Test
  @DisplayName("单独落实任一建议即满足，少一步则不满足")
  void everyRemedyAloneSufficesAndOneStepLessDoesNot() {
    forEachUnmetThreshold((threshold, facts, finding) -> {
      for (var remedy : finding.remedies()) {
        assertThat(judgedAfter(remedy, threshold, facts)).as("%s", remedy).isEqualTo(Truth.MET);
        if (remedy instanceof Change.Adjust(var cell, var by)) {
          var step = BigDecimal.ONE.movePointLeft(cell.indicator().places());
          var less = by.signum() > 0 ? by.subtract(step) : by.add(step);
          assertThat(judgedAfter(new Change.Adjust(cell, less), threshold, facts))
              .as("%s, one step less", remedy)
              .isEqualTo(Truth.NOT_MET);
        }
      }
    });
  }

  private static Truth judgedAfter(Change change, Criterion criterion, Facts facts) {
    return Judging.judge(criterion, Way.change(change, facts).appliedTo(facts));
  }

  @Test
  @DisplayName("等到建议的那一天即满足，前一天还不满足")
  void onTheDayWaitedForTheYearsAreFull() {
    forEachUnmetThreshold((threshold, facts, finding) -> {
      for (var remedy : finding.remedies()) {
        if (remedy instanceof Change.Wait(var cell, var until, _, _)) {
          assertThat(judgedOn(until, cell, threshold, facts)).isEqualTo(Truth.MET);
          assertThat(judgedOn(until.minusDays(1), cell, threshold, facts)).isEqualTo(Truth.NOT_MET);
        }
      }
    });
  }

  private static Truth judgedOn(LocalDate day, Cell cell, Criterion criterion, Facts facts) {
    var later = Facts.on(day, facts.slots());
    var since = facts.value(cell);
    if (since != null) {
      later.set(cell, since);
    }
    return Judging.judge(List.of(criterion), later.build());
  }
}
