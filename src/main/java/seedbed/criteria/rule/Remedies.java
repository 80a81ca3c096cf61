package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The changes of a single figure that would each make a quantity reach its bound, everything else
/// staying as it is.
final class Remedies {
  private Remedies() {}

  static List<Change> of(Criterion.Threshold threshold, Facts facts) {
    var quantity = threshold.quantity();
    var comparison = threshold.comparison();
    if (quantity instanceof Quantity.CompoundGrowth growth) {
      return compound(growth, comparison, threshold.bound(), facts).toList();
    }
    if (quantity instanceof Quantity.YearsSince years) {
      return comparison.upward() ? wait(years, threshold, facts) : List.of();
    }
    var value = quantity.measure(facts);
    if (value == null) {
      return List.of();
    }
    var delta = value.negate().plus(Fraction.of(threshold.bound()));
    return Stream.concat(
            move(quantity, delta, comparison, facts)
                .map(change -> capsSize(threshold) ? exceeding(change, threshold, facts) : change),
            widen(threshold, facts))
        .toList();
  }

  /// Whether it keeps out who has grown too large. Shares and growth have upper bounds as well, but
  /// those (less debt for each asset) are worth reaching.
  private static boolean capsSize(Criterion.Threshold threshold) {
    return !threshold.comparison().upward()
        && switch (threshold.quantity()) {
          case Quantity.Value _, Quantity.Sum _, Quantity.Mean _ -> true;
          case Quantity.Ratio _,
              Quantity.MeanGrowth _,
              Quantity.CompoundGrowth _,
              Quantity.YearsSince _ ->
              false;
        };
  }

  private static Change exceeding(Change change, Criterion.Threshold threshold, Facts facts) {
    if (!(change instanceof Change.Adjust(var cell, var by)) || by.signum() > 0 || !isSize(cell)) {
      return change;
    }
    var value = facts.value(cell);
    return threshold.quantity() instanceof Quantity.Value || value == null
        ? new Change.Exceed(cell, by.negate(), threshold.bound())
        : new Change.Exceed(cell, by.negate(), value.add(by));
  }

  private static boolean isSize(Cell cell) {
    return switch (cell.indicator().kind()) {
      case AMOUNT, COUNT -> true;
      case PERCENT, RANK, CHOICE, FLAG, DATE -> false;
    };
  }

  /// Moves a quantity by `delta` through one of its figures.
  private static Stream<Change> move(
      Quantity quantity, Fraction delta, Comparison comparison, Facts facts) {
    return switch (quantity) {
      case Quantity.Value(var cell) -> adjust(cell, delta, comparison, facts);
      case Quantity.Sum(var terms) -> moveOne(terms, delta, comparison, facts);
      case Quantity.Mean(var terms) ->
          moveOne(terms, delta.times(BigDecimal.valueOf(terms.size())), comparison, facts);
      case Quantity.Ratio(var of, var to, var scale) -> {
        var below = to.measure(facts);
        yield below == null
            ? Stream.of()
            : move(
                of,
                new Fraction(
                    delta.dividend().multiply(below.dividend()),
                    delta.divisor().multiply(below.divisor()).multiply(scale)),
                comparison,
                facts);
      }
      case Quantity.MeanGrowth(var years) -> {
        var base = facts.value(years.get(1));
        yield base == null
            ? Stream.of()
            : adjust(
                years.getFirst(),
                delta
                    .times(base)
                    .times(BigDecimal.valueOf(years.size() - 1L))
                    .dividedBy(Quantity.HUNDRED),
                comparison,
                facts);
      }
      case Quantity.CompoundGrowth _, Quantity.YearsSince _ -> Stream.of();
    };
  }

  /// Past years are closed: only terms about the last full year or about today are moved, unless
  /// nothing else is there.
  private static Stream<Change> moveOne(
      List<Quantity> terms, Fraction delta, Comparison comparison, Facts facts) {
    var latest = terms.stream().filter(Remedies::latest).toList();
    return (latest.isEmpty() ? terms : latest)
        .stream().flatMap(term -> move(term, delta, comparison, facts));
  }

  private static boolean latest(Quantity quantity) {
    return quantity.cells().stream().allMatch(cell -> cell.back() == 0);
  }

  /// A ratio that is too high also falls when what stands below the line grows.
  private static Stream<Change> widen(Criterion.Threshold threshold, Facts facts) {
    if (threshold.comparison().upward()
        || threshold.bound().signum() <= 0
        || !(threshold.quantity() instanceof Quantity.Ratio(var of, var to, var scale))) {
      return Stream.of();
    }
    var above = of.measure(facts);
    var below = to.measure(facts);
    if (above == null || below == null) {
      return Stream.of();
    }
    var needed = above.times(scale).dividedBy(threshold.bound());
    var enough = threshold.comparison().strict() ? Comparison.MORE_THAN : Comparison.AT_LEAST;
    return move(to, needed.minus(below), enough, facts);
  }

  private static Stream<Change> compound(
      Quantity.CompoundGrowth growth, Comparison comparison, BigDecimal bound, Facts facts) {
    var end = facts.value(growth.now());
    var start = facts.value(growth.then());
    if (end == null || start == null || start.signum() <= 0) {
      return Stream.of();
    }
    var needed =
        new Fraction(
            start.multiply(Quantity.HUNDRED.add(bound).pow(growth.years())),
            Quantity.HUNDRED.pow(growth.years()));
    return adjust(growth.now(), needed.minus(end), comparison, facts);
  }

  private static List<Change> wait(
      Quantity.YearsSince since, Criterion.Threshold threshold, Facts facts) {
    var started = facts.value(since.date());
    if (started == null) {
      return List.of();
    }
    var years = fullYears(threshold.bound(), threshold.comparison());
    var full = LocalDate.ofEpochDay(started.longValueExact()).plusYears(years);
    var sufficient = since.until().end(facts).minusYears(years);
    return List.of(
        new Change.Wait(
            since.date(),
            since.until().firstJudgedOn(full),
            years,
            BigDecimal.valueOf(sufficient.toEpochDay())));
  }

  /// The least number of full years that satisfies a bound.
  private static long fullYears(BigDecimal bound, Comparison comparison) {
    return comparison.strict()
        ? bound.setScale(0, RoundingMode.FLOOR).longValueExact() + 1
        : bound.setScale(0, RoundingMode.CEILING).longValueExact();
  }

  private static Stream<Change> adjust(
      Cell cell, Fraction delta, Comparison comparison, Facts facts) {
    if (cell.indicator().kind() == Indicator.Kind.DATE) {
      return Stream.of();
    }
    var by = away(delta, cell.indicator().places(), comparison);
    return by == null || fallsBelowNothing(facts.value(cell), by)
        ? Stream.of()
        : Stream.of(new Change.Adjust(cell, by));
  }

  private static boolean fallsBelowNothing(@Nullable BigDecimal value, BigDecimal by) {
    return value != null && value.signum() >= 0 && value.add(by).signum() < 0;
  }

  /// Rounds away from zero so that the change suffices, and one step further where the bound itself
  /// does not count.
  private static @Nullable BigDecimal away(Fraction delta, int places, Comparison comparison) {
    var by =
        comparison.upward() ? delta.roundedUp(places) : delta.negate().roundedUp(places).negate();
    var step = BigDecimal.ONE.movePointLeft(places);
    if (comparison.strict() && delta.compareTo(by) == 0) {
      by = comparison.upward() ? by.add(step) : by.subtract(step);
    }
    return by.signum() == 0 ? null : by;
  }
}
