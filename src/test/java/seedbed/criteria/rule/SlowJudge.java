package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Judges straight from the definitions, slowly and with numbers of its own: whatever is unknown
/// may be so or not so, every case is tried, and the answer stands when all cases agree.
final class SlowJudge {
  private final Facts facts;
  private final IdentityHashMap<Criterion, Truth> judged = new IdentityHashMap<>();

  SlowJudge(Facts facts) {
    this.facts = facts;
  }

  Truth judge(List<Criterion> criteria) {
    return inEveryCase(criteria, cases -> cases.stream().allMatch(met -> met));
  }

  Truth judge(Criterion criterion) {
    var known = judged.get(criterion);
    if (known == null) {
      known = defined(criterion);
      judged.put(criterion, known);
    }
    return known;
  }

  private Truth defined(Criterion criterion) {
    return switch (criterion) {
      case Criterion.Threshold(_, var quantity, var comparison, var bound, _) ->
          compare(quantity, comparison, bound);
      case Criterion.Choice(_, var cell, var allowed, _) ->
          known(
              facts.value(cell), answer -> BigInteger.valueOf(allowed).testBit(answer.intValue()));
      case Criterion.Declared(_, var cell, _) ->
          known(facts.value(cell), answer -> answer.compareTo(BigDecimal.ZERO) > 0);
      case Criterion.Holds(_, var titles) ->
          cases(titles, facts::holds, held -> held.contains(true));
      case Criterion.Lacks(_, var titles) ->
          cases(titles, facts::holds, held -> !held.contains(true));
      case Criterion.All(_, var parts) -> judge(parts);
      case Criterion.EveryYear(_, var years) -> judge(years);
      case Criterion.Any(_, var parts) -> inEveryCase(parts, met -> met.contains(true));
      case Criterion.AnyYear(_, var years) -> inEveryCase(years, met -> met.contains(true));
      case Criterion.AtLeast(_, var n, var parts) ->
          inEveryCase(parts, cases -> cases.stream().filter(met -> met).count() >= n);
      case Criterion.Branches(_, var branches) -> branches(branches);
      case Criterion.Readings(_, var readings) ->
          common(readings.stream().map(reading -> judge(reading.criterion())).toList());
      case Criterion.Scored(_, var sheet) -> score(sheet);
      case Criterion.Open _ -> Truth.UNKNOWN;
      case Criterion.Waived _ -> Truth.MET;
    };
  }

  // Logic: by enumerating cases

  private Truth inEveryCase(List<Criterion> parts, Predicate<List<Boolean>> whole) {
    return cases(parts, this::judge, whole);
  }

  private static <T> Truth cases(
      List<T> parts, Function<T, Truth> judge, Predicate<List<Boolean>> whole) {
    var outcomes = new HashSet<Boolean>();
    worlds(parts.stream().map(judge).toList()).forEach(world -> outcomes.add(whole.test(world)));
    return settled(outcomes);
  }

  private static Truth settled(Set<Boolean> outcomes) {
    return outcomes.size() == 1 ? Truth.of(outcomes.contains(true)) : Truth.UNKNOWN;
  }

  private static List<List<Boolean>> worlds(List<Truth> truths) {
    var worlds = List.of(List.<Boolean>of());
    for (var truth : truths) {
      var longer = new ArrayList<List<Boolean>>();
      for (var world : worlds) {
        for (var met : List.of(true, false)) {
          if (truth == Truth.UNKNOWN || truth == Truth.of(met)) {
            var next = new ArrayList<>(world);
            next.add(met);
            longer.add(next);
          }
        }
      }
      worlds = longer;
    }
    return worlds;
  }

  private Truth branches(List<Criterion.Branch> branches) {
    var answers = new ArrayList<Truth>();
    for (var world : worlds(branches.stream().map(branch -> judge(branch.when())).toList())) {
      var first = world.contains(true) ? world.indexOf(true) : world.size() - 1;
      answers.add(judge(branches.get(first).then()));
    }
    return common(answers);
  }

  private static Truth common(List<Truth> answers) {
    return new HashSet<>(answers).size() == 1 ? answers.getFirst() : Truth.UNKNOWN;
  }

  private static <T> Truth known(@Nullable T value, Predicate<T> met) {
    return value == null ? Truth.UNKNOWN : Truth.of(met.test(value));
  }

  // Scores: by enumerating cases

  record Span(Exact low, Exact high) {
    static Span of(List<Exact> possible) {
      return new Span(
          possible.stream().min(Exact::compareTo).orElseThrow(),
          possible.stream().max(Exact::compareTo).orElseThrow());
    }

    List<Exact> ends() {
      return List.of(low, high);
    }

    Span upTo(BigDecimal most) {
      return new Span(low.min(Exact.of(most)), high.min(Exact.of(most)));
    }

    Span plus(Span other) {
      return new Span(low.plus(other.low), high.plus(other.high));
    }

    Truth atLeast(BigDecimal bound) {
      var outcomes = new HashSet<Boolean>();
      ends().forEach(end -> outcomes.add(end.compareTo(Exact.of(bound)) >= 0));
      return settled(outcomes);
    }
  }

  private Truth score(ScoreSheet sheet) {
    var conditions = new ArrayList<Truth>();
    var total = Span.of(List.of(Exact.ZERO));
    for (var each : sheet.classes()) {
      var points = Span.of(List.of(Exact.ZERO));
      for (var item : each.items()) {
        points = points.plus(points(item));
      }
      points = points.upTo(each.max());
      if (each.floor() != null) {
        conditions.add(points.atLeast(each.floor()));
      }
      total = total.plus(points);
    }
    conditions.add(total.atLeast(sheet.pass()));
    return conditions.contains(Truth.NOT_MET)
        ? Truth.NOT_MET
        : conditions.contains(Truth.UNKNOWN) ? Truth.UNKNOWN : Truth.MET;
  }

  Span points(ScoreSheet.Item item) {
    return switch (item) {
      case ScoreSheet.Item.Tiered(_, var tiers, var otherwise) ->
          tierCases(
              tiers,
              counted ->
                  counted.stream()
                      .max(Exact::compareTo)
                      .orElse(Exact.of(otherwise))
                      .max(Exact.of(otherwise)));
      case ScoreSheet.Item.Cumulative(_, var tiers, var cap) ->
          tierCases(tiers, counted -> counted.stream().reduce(Exact.ZERO, Exact::plus)).upTo(cap);
      case ScoreSheet.Item.Stepped stepped -> steps(stepped);
      case ScoreSheet.Item.Entered(var line, var cell) -> {
        var points = facts.value(cell);
        yield points == null
            ? Span.of(List.of(Exact.ZERO, Exact.of(line.max())))
            : Span.of(List.of(Exact.of(points).max(Exact.ZERO))).upTo(line.max());
      }
      case ScoreSheet.Item.Best(_, var items) -> {
        var spans = items.stream().map(this::points).toList();
        yield new Span(
            spans.stream().map(Span::low).max(Exact::compareTo).orElseThrow().max(Exact.ZERO),
            spans.stream().map(Span::high).max(Exact::compareTo).orElseThrow().max(Exact.ZERO));
      }
    };
  }

  private Span tierCases(List<ScoreSheet.Tier> tiers, Function<List<Exact>, Exact> points) {
    var possible = new ArrayList<Exact>();
    for (var world : worlds(tiers.stream().map(tier -> judge(tier.when())).toList())) {
      var counted = new ArrayList<Exact>();
      for (var i = 0; i < tiers.size(); i++) {
        if (world.get(i)) {
          counted.add(Exact.of(tiers.get(i).points()));
        }
      }
      possible.add(points.apply(counted));
    }
    return Span.of(possible);
  }

  /// Counts steps one by one.
  private Span steps(ScoreSheet.Item.Stepped stepped) {
    if (compare(stepped.quantity(), Comparison.AT_LEAST, BigDecimal.ZERO) == Truth.UNKNOWN) {
      return Span.of(List.of(Exact.ZERO, Exact.of(stepped.cap())));
    }
    var points = Exact.ZERO;
    var reached = stepped.every();
    while (compare(stepped.quantity(), Comparison.AT_LEAST, reached) == Truth.MET
        && points.compareTo(Exact.of(stepped.cap())) < 0) {
      points = points.plus(Exact.of(stepped.points()));
      reached = reached.add(stepped.every());
    }
    return Span.of(List.of(points)).upTo(stepped.cap());
  }

  // Numbers: whole numerators over whole denominators

  private Truth compare(Quantity quantity, Comparison comparison, BigDecimal bound) {
    var order =
        quantity instanceof Quantity.CompoundGrowth growth
            ? order(growth, bound)
            : order(value(quantity), bound);
    return known(
        order,
        sign ->
            switch (comparison) {
              case AT_LEAST -> sign >= 0;
              case MORE_THAN -> sign > 0;
              case AT_MOST -> sign <= 0;
              case LESS_THAN -> sign < 0;
            });
  }

  private static @Nullable Integer order(@Nullable Exact value, BigDecimal bound) {
    return value == null ? null : value.compareTo(Exact.of(bound));
  }

  /// Lets the start grow by the bound, year by year, and sees whether the end is beyond it.
  private @Nullable Integer order(Quantity.CompoundGrowth growth, BigDecimal bound) {
    var end = exact(growth.now());
    var start = exact(growth.then());
    if (end == null || start == null || start.compareTo(Exact.ZERO) <= 0) {
      return null;
    }
    var factor = Exact.of(bound).over(Exact.of(100)).plus(Exact.of(1));
    for (var year = 0; year < growth.years(); year++) {
      start = start.times(factor);
    }
    return end.max(Exact.ZERO).compareTo(start);
  }

  private @Nullable Exact value(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Value(var cell) -> exact(cell);
      case Quantity.Sum(var terms) -> sum(terms);
      case Quantity.Mean(var terms) -> {
        var sum = sum(terms);
        yield sum == null ? null : sum.over(Exact.of(terms.size()));
      }
      case Quantity.Ratio(var of, var to, var scale) -> {
        var above = value(of);
        var below = value(to);
        yield above == null || below == null || below.compareTo(Exact.ZERO) <= 0
            ? null
            : above.over(below).times(Exact.of(scale));
      }
      case Quantity.MeanGrowth(var years) -> meanGrowth(years);
      case Quantity.CompoundGrowth _ -> throw new IllegalStateException("has no exact value");
      case Quantity.YearsSince(var date, var until) -> {
        var since = facts.value(date);
        yield since == null
            ? null
            : Exact.of(anniversaries(LocalDate.ofEpochDay(since.longValueExact()), until));
      }
    };
  }

  private @Nullable Exact exact(Cell cell) {
    var value = facts.value(cell);
    return value == null ? null : Exact.of(value);
  }

  private @Nullable Exact sum(List<Quantity> terms) {
    var sum = Exact.ZERO;
    for (var term : terms) {
      var value = value(term);
      if (value == null) {
        return null;
      }
      sum = sum.plus(value);
    }
    return sum;
  }

  private @Nullable Exact meanGrowth(List<Cell> years) {
    var sum = Exact.ZERO;
    for (var i = 1; i < years.size(); i++) {
      var later = exact(years.get(i - 1));
      var earlier = exact(years.get(i));
      if (later == null || earlier == null || earlier.compareTo(Exact.ZERO) <= 0) {
        return null;
      }
      sum = sum.plus(later.over(earlier).plus(Exact.of(-1)).times(Exact.of(100)));
    }
    return sum.over(Exact.of(years.size() - 1L));
  }

  /// Walks from anniversary to anniversary; 29 February has its own on 28 February.
  private int anniversaries(LocalDate since, Quantity.Until until) {
    var end =
        switch (until) {
          case JUDGED_DAY -> facts.on();
          case LAST_YEAR_END -> LocalDate.of(facts.on().getYear() - 1, 12, 31).plusDays(1);
        };
    var reached = 0;
    while (!anniversary(since, reached + 1).isAfter(end)) {
      reached++;
    }
    return reached;
  }

  private static LocalDate anniversary(LocalDate since, int years) {
    var year = Year.of(since.getYear() + years);
    var day = MonthDay.from(since);
    return day.isValidYear(year.getValue())
        ? year.atMonthDay(day)
        : LocalDate.of(year.getValue(), 2, 28);
  }

  /// A fraction of whole numbers, the lower one positive.
  record Exact(BigInteger above, BigInteger below) implements Comparable<Exact> {
    static final Exact ZERO = of(0);

    Exact {
      if (below.signum() < 0) {
        above = above.negate();
        below = below.negate();
      }
    }

    static Exact of(long whole) {
      return new Exact(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Exact of(BigDecimal decimal) {
      return decimal.scale() <= 0
          ? new Exact(decimal.toBigIntegerExact(), BigInteger.ONE)
          : new Exact(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    Exact plus(Exact other) {
      return new Exact(
          above.multiply(other.below).add(other.above.multiply(below)),
          below.multiply(other.below));
    }

    Exact times(Exact other) {
      return new Exact(above.multiply(other.above), below.multiply(other.below));
    }

    Exact over(Exact other) {
      return new Exact(above.multiply(other.below), below.multiply(other.above));
    }

    Exact min(Exact other) {
      return compareTo(other) <= 0 ? this : other;
    }

    Exact max(Exact other) {
      return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public int compareTo(Exact other) {
      return above.multiply(other.below).compareTo(other.above.multiply(below));
    }
  }
}
