package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the cheapest ways to meet a checklist, over its alternatives and tiers.
///
/// Every way that is returned has been tried: applied to the facts, it leaves nothing that is not
/// met. The search keeps the best candidates at each step, so among very many alternatives, as
/// score sheets have them, a cheaper way can be passed over, but none is ever wrong.
public final class Pathfinding {
  /// Candidates kept at each step of the search.
  private static final int BREADTH = 48;

  /// A change can make another figure fall short (more revenue, a lower R&D share); so many times
  /// what is then missing is added.
  private static final int ROUNDS = 3;

  /// So many ways to add it are tried each time.
  private static final int REPAIRS = 4;

  /// So many times the wanted ways are looked at, because trimming them may change their order.
  private static final long SPARE = 4;

  private Pathfinding() {}

  /// Ways that nobody would have to shrink for; only where there is none, those that state by how
  /// much a size stands above its upper bound.
  ///
  /// @param limit the number of ways wanted at most
  public static List<Way> cheapest(List<Criterion> criteria, Facts facts, int limit) {
    var ways =
        all(criteria, facts)
            .flatMap(
                way -> repaired(way, criteria, facts, Pathfinding::isNotUnmet, ROUNDS).stream())
            .limit(limit * SPARE)
            .map(way -> withoutWaste(completed(way, criteria, facts), criteria, facts))
            .sorted(Way.CHEAPEST)
            .gather(Ways.distinct())
            .limit(limit)
            .map(way -> Reopening.of(way, criteria, facts))
            .toList();
    return ways.stream().allMatch(Way::exceeds)
        ? ways
        : ways.stream().filter(way -> !way.exceeds()).toList();
  }

  /// The smallest set of facts that, told, can settle an unknown verdict as met: whatever else is
  /// unknown need not be asked for.
  public static Way smallestQuestion(List<Criterion> criteria, Facts facts) {
    var questions = all(criteria, facts).filter(Way::changesNothing).sorted(Way.CHEAPEST).toList();
    return questions.stream()
        .filter(question -> canBeAnswered(question, criteria, facts))
        .findFirst()
        .or(() -> questions.stream().findFirst())
        .orElse(Way.NOTHING);
  }

  /// Whether there are answers to a question that lead to a checklist met, so that nobody is asked
  /// for a revenue both above one tier and below another.
  private static boolean canBeAnswered(Way question, List<Criterion> criteria, Facts facts) {
    var guess = question.guessed(facts);
    var goal = question.pending().isEmpty() ? Truth.MET : Truth.UNKNOWN;
    return Stream.concat(Stream.of(Way.NOTHING), all(criteria, guess))
        .filter(question::isAbout)
        .flatMap(way -> repaired(way, criteria, guess, goal::equals, ROUNDS).stream())
        .anyMatch(question::isAbout);
  }

  /// The way, with what it breaks repaired, once it leads to the goal.
  private static Optional<Way> repaired(
      Way way, List<Criterion> criteria, Facts facts, Predicate<Truth> goal, int rounds) {
    var changed = way.appliedTo(facts);
    if (goal.test(Judging.judge(criteria, changed))) {
      return Optional.of(way);
    }
    if (rounds == 0) {
      return Optional.empty();
    }
    return all(criteria, changed)
        .flatMap(repair -> way.then(repair).stream())
        .sorted(Way.CHEAPEST)
        .limit(REPAIRS)
        .flatMap(each -> repaired(each, criteria, facts, goal, rounds - 1).stream())
        .findFirst();
  }

  private static boolean isNotUnmet(Truth truth) {
    return truth != Truth.NOT_MET;
  }

  /// The way with what its changes leave to be told.
  private static Way completed(Way way, List<Criterion> criteria, Facts facts) {
    var changed = way.appliedTo(facts);
    return way.asking(
        Judging.judge(criteria, changed) == Truth.MET
            ? Way.NOTHING
            : smallestQuestion(criteria, changed));
  }

  /// Drops changes without which the rest does as well and leaves no more to be told.
  private static Way withoutWaste(Way way, List<Criterion> criteria, Facts facts) {
    for (var change : way.changes()) {
      var fewer = way.without(change);
      if (isNotUnmet(Judging.judge(criteria, fewer.appliedTo(facts)))) {
        var complete = completed(fewer, criteria, facts);
        if (complete.isPartOf(way)) {
          return withoutWaste(complete, criteria, facts);
        }
      }
    }
    return way;
  }

  static Stream<Way> ways(Criterion criterion, Facts facts) {
    if (Judging.judge(criterion, facts) == Truth.MET) {
      return Stream.of(Way.NOTHING);
    }
    return switch (criterion) {
      case Criterion.Threshold threshold -> threshold(threshold, facts);
      case Criterion.Choice choice -> choice(choice, facts);
      case Criterion.Declared declared -> become(declared.cell(), BigDecimal.ONE, facts);
      case Criterion.Holds holds -> any(holds.titles().stream().map(each -> obtain(each, facts)));
      case Criterion.Lacks lacks -> lose(lacks.titles(), facts);
      case Criterion.All all -> all(all.parts(), facts);
      case Criterion.Any any -> any(any.parts().stream().map(each -> ways(each, facts)));
      case Criterion.AtLeast some -> some(some.n(), some.parts(), facts);
      case Criterion.Branches branches -> branches(branches, facts);
      case Criterion.EveryYear every -> all(every.years(), facts);
      case Criterion.AnyYear any -> any(any.years().stream().map(each -> ways(each, facts)));
      case Criterion.Readings readings -> readings(readings, facts);
      case Criterion.Scored scored -> ScorePaths.ways(scored.sheet(), facts);
      case Criterion.Open open -> Stream.of(Way.pending(open.clause()));
      case Criterion.Waived _ -> Stream.of(Way.NOTHING);
    };
  }

  private static Stream<Way> threshold(Criterion.Threshold threshold, Facts facts) {
    var missing = threshold.quantity().missing(facts);
    if (!missing.isEmpty()) {
      return Stream.of(Way.missing(missing));
    }
    return Judging.judge(threshold, facts) == Truth.UNKNOWN
        ? Stream.of(Way.pending(threshold.clause()))
        : Remedies.of(threshold, facts).stream().map(change -> Way.change(change, facts));
  }

  private static Stream<Way> choice(Criterion.Choice choice, Facts facts) {
    if (facts.value(choice.cell()) == null) {
      return Stream.of(Way.missing(List.of(choice.cell())));
    }
    var lowest = BigDecimal.valueOf(Long.numberOfTrailingZeros(choice.allowed()));
    return Stream.of(Way.change(new Change.Become(choice.cell(), lowest), facts));
  }

  private static Stream<Way> become(Cell cell, BigDecimal value, Facts facts) {
    return Stream.of(
        facts.value(cell) == null
            ? Way.missing(List.of(cell))
            : Way.change(new Change.Become(cell, value), facts));
  }

  private static Stream<Way> obtain(Title title, Facts facts) {
    return Stream.of(
        facts.holds(title) == Truth.UNKNOWN
            ? Way.missing(title)
            : Way.change(new Change.Obtain(title), facts));
  }

  private static Stream<Way> lose(List<Title> titles, Facts facts) {
    return combined(
        titles.stream()
            .filter(title -> facts.holds(title) != Truth.NOT_MET)
            .map(title ->
                facts.holds(title) == Truth.UNKNOWN
                    ? Way.missing(title)
                    : Way.change(new Change.Relinquish(title), facts))
            .map(List::of)
            .toList());
  }

  /// Into one of the branches; or, while it is open which one applies, safe in all that may.
  private static Stream<Way> branches(Criterion.Branches branches, Facts facts) {
    var into =
        branches.branches().stream().map(each -> all(List.of(each.when(), each.then()), facts));
    var open =
        branches.branches().stream()
            .filter(each -> Judging.judge(each.when(), facts) != Truth.NOT_MET)
            .map(Criterion.Branch::then)
            .toList();
    return any(open.size() > 1 ? Stream.concat(into, Stream.of(all(open, facts))) : into);
  }

  /// Safe under every reading, or under one of them once the wording is settled.
  private static Stream<Way> readings(Criterion.Readings readings, Facts facts) {
    var each =
        readings.readings().stream().map(one -> ways(one.criterion(), facts).toList()).toList();
    var settled = List.of(Way.pending(readings.clause()));
    return any(
        Stream.concat(
            Stream.of(combined(each)),
            each.stream().map(ways -> combined(List.of(ways, settled)))));
  }

  /// The candidates of one step grow part by part: so many of the parts chosen so far.
  private static Stream<Way> some(int n, List<Criterion> parts, Facts facts) {
    var chosen = new ArrayList<List<Way>>();
    chosen.add(List.of(Way.NOTHING));
    for (var i = 0; i < n; i++) {
      chosen.add(List.of());
    }
    for (var part : parts) {
      var ways = ways(part, facts).toList();
      for (var count = n; count > 0; count--) {
        var withPart = combined(List.of(chosen.get(count - 1), ways));
        chosen.set(count, best(Stream.concat(chosen.get(count).stream(), withPart)).toList());
      }
    }
    return chosen.getLast().stream();
  }

  static Stream<Way> all(List<Criterion> criteria, Facts facts) {
    return combined(criteria.stream().map(each -> ways(each, facts).toList()).toList());
  }

  private static Stream<Way> any(Stream<Stream<Way>> alternatives) {
    return best(alternatives.flatMap(each -> each));
  }

  /// One way of each list, together.
  static Stream<Way> combined(List<List<Way>> alternatives) {
    var soFar = List.of(Way.NOTHING);
    for (var ways : alternatives) {
      soFar = ways.size() == 1 ? each(soFar, ways.getFirst()) : product(soFar, ways);
    }
    return best(soFar.stream());
  }

  private static List<Way> each(List<Way> ways, Way other) {
    return other == Way.NOTHING
        ? ways
        : ways.stream().flatMap(way -> way.and(other).stream()).toList();
  }

  private static List<Way> product(List<Way> ways, List<Way> others) {
    return best(ways.stream()
            .flatMap(one -> others.stream().flatMap(each -> one.and(each).stream())))
        .toList();
  }

  private static Stream<Way> best(Stream<Way> ways) {
    return ways.sorted(Way.CHEAPEST).gather(Ways.minimal()).limit(BREADTH);
  }
}
