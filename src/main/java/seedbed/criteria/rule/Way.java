package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One way to meet a checklist: what would have to change, and what would still have to be told.
public final class Way {
  static final Way NOTHING = new Way(Map.of(), Set.of(), Set.of(), Set.of());

  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

  /// Fewest changes first, then the least to be told.
  static final Comparator<Way> FEWEST =
      Comparator.<Way>comparingInt(way -> way.steps.size()).thenComparingInt(Way::questions);

  /// First those that nobody would have to shrink for. Among as few changes, those that can still
  /// be gone first, then those about the latest years, then the smallest relative effort.
  static final Comparator<Way> CHEAPEST =
      Comparator.<Way>comparingInt(way -> way.excesses)
          .thenComparing(FEWEST)
          .thenComparingInt(way -> way.hurdles)
          .thenComparingInt(way -> way.yearsBack)
          .thenComparing(way -> way.effort);

  private final Map<Object, Step> steps;
  private final Set<Cell> missing;
  private final Set<Title> missingTitles;
  private final Set<Clause> pending;
  private final int excesses;
  private final int hurdles;
  private final int yearsBack;
  private final BigDecimal effort;
  private final @Nullable Integer reachableIn;

  /// @param missing like all the others, nobody changes it any more
  private Way(
      Map<Object, Step> steps, Set<Cell> missing, Set<Title> missingTitles, Set<Clause> pending) {
    this(steps, missing, missingTitles, pending, null);
  }

  private Way(
      Map<Object, Step> steps,
      Set<Cell> missing,
      Set<Title> missingTitles,
      Set<Clause> pending,
      @Nullable Integer reachableIn) {
    this.steps = steps;
    this.missing = missing;
    this.missingTitles = missingTitles;
    this.pending = pending;
    this.reachableIn = reachableIn;
    excesses = (int) steps.values().stream().filter(Step::excess).count();
    hurdles = (int) steps.values().stream().filter(Step::hurdle).count();
    yearsBack = steps.values().stream().mapToInt(Step::yearsBack).sum();
    effort = steps.values().stream().map(Step::effort).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /// A change and how hard it is next to others, relative to what is there now.
  ///
  /// @param hurdle whether it is hardly to be done: in a year that is over, or by leaps
  private record Step(Change change, BigDecimal effort, boolean hurdle) {
    static Step of(Change change, Facts facts) {
      return new Step(change, effort(change, facts), change.closed() || leaps(change, facts));
    }

    /// Nobody rises from no award to a national one in a single step.
    private static boolean leaps(Change change, Facts facts) {
      if (!(change instanceof Change.Become(var cell, var value)) || !cell.indicator().ordered()) {
        return false;
      }
      var now = facts.value(cell);
      return now != null && value.subtract(now).compareTo(BigDecimal.ONE) > 0;
    }

    boolean excess() {
      return change instanceof Change.Exceed;
    }

    int yearsBack() {
      return switch (change) {
        case Change.Adjust(var cell, _) -> cell.back();
        case Change.Exceed(var cell, _, _) -> cell.back();
        case Change.Become _, Change.Wait _, Change.Obtain _, Change.Relinquish _ -> 0;
      };
    }

    private static BigDecimal effort(Change change, Facts facts) {
      return switch (change) {
        case Change.Adjust(var cell, var by) -> effort(cell, by, facts);
        case Change.Exceed(var cell, var by, _) -> effort(cell, by, facts);
        case Change.Become _, Change.Relinquish _ -> BigDecimal.ONE;
        case Change.Wait _, Change.Obtain _ -> BigDecimal.TWO;
      };
    }

    private static BigDecimal effort(Cell cell, BigDecimal by, Facts facts) {
      var value = facts.value(cell);
      var base = value == null ? BigDecimal.ONE : value.abs().max(BigDecimal.ONE);
      return by.abs().divide(base, MathContext.DECIMAL32);
    }
  }

  static Way change(Change change, Facts facts) {
    return new Way(Map.of(change.target(), Step.of(change, facts)), Set.of(), Set.of(), Set.of());
  }

  static Way missing(List<Cell> cells) {
    return new Way(Map.of(), new LinkedHashSet<>(cells), Set.of(), Set.of());
  }

  static Way missing(Title title) {
    return new Way(Map.of(), Set.of(), Set.of(title), Set.of());
  }

  static Way pending(Clause clause) {
    return new Way(Map.of(), Set.of(), Set.of(), Set.of(clause));
  }

  public List<Change> changes() {
    return steps.values().stream().map(Step::change).toList();
  }

  /// Whether it needs another figure for a year that is over.
  public boolean closed() {
    return steps.values().stream().anyMatch(step -> step.change().closed());
  }

  /// Whether a size stands above an upper bound, so that it is no way to go but a statement.
  public boolean exceeds() {
    return excesses > 0;
  }

  /// For a closed way, the first year whose judgement can do without changing a closed year; empty
  /// for every other way, and where no year is in sight.
  public Optional<Integer> reachableIn() {
    return Optional.ofNullable(reachableIn);
  }

  /// Figures that are not known and would have to turn out well.
  public List<Cell> missing() {
    return List.copyOf(missing);
  }

  /// Titles of which it is not known whether they are held.
  public List<Title> missingTitles() {
    return List.copyOf(missingTitles);
  }

  /// Clauses that no figure settles for now: their wording or yearly notice has to be settled, or
  /// their numbers checked because nothing can be computed from them.
  public List<Clause> pending() {
    return List.copyOf(pending);
  }

  boolean changesNothing() {
    return steps.isEmpty();
  }

  private boolean asksNothing() {
    return steps.isEmpty() && questions() == 0;
  }

  private int questions() {
    return missing.size() + missingTitles.size() + pending.size();
  }

  /// Both together; nothing when they contradict each other.
  Optional<Way> and(Way other) {
    return joined(other, Way::stronger);
  }

  /// This way and then `other` on top of it, found on the facts this one leads to.
  Optional<Way> then(Way other) {
    return joined(other, Way::further);
  }

  private Optional<Way> joined(Way other, Joining joining) {
    if (other.asksNothing()) {
      return Optional.of(this);
    }
    if (asksNothing()) {
      return Optional.of(other);
    }
    var all = new LinkedHashMap<>(steps);
    for (var entry : other.steps.entrySet()) {
      var mine = all.get(entry.getKey());
      var theirs = entry.getValue();
      var joined = mine == null ? Optional.of(theirs) : joining.join(mine, theirs);
      if (joined.isEmpty()) {
        return Optional.empty();
      }
      all.put(entry.getKey(), joined.get());
    }
    return Optional.of(
        new Way(
            all,
            union(missing, other.missing),
            union(missingTitles, other.missingTitles),
            union(pending, other.pending)));
  }

  private interface Joining {
    Optional<Step> join(Step one, Step other);
  }

  private static <T> Set<T> union(Set<T> one, Set<T> other) {
    if (one.containsAll(other)) {
      return one;
    }
    var all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }

  private static Optional<Step> stronger(Step one, Step other) {
    var a = one.change().moved();
    var b = other.change().moved();
    if (a != null && b != null) {
      return a.signum() != b.signum()
          ? Optional.empty()
          : Optional.of(a.abs().compareTo(b.abs()) >= 0 ? one : other);
    }
    return same(one, other);
  }

  private static Optional<Step> further(Step one, Step other) {
    var a = one.change().moved();
    var b = other.change().moved();
    if (a == null || b == null) {
      return same(one, other);
    }
    var change = moved(one.change(), other.change(), a.add(b));
    return Optional.of(new Step(change, one.effort().add(other.effort()), one.hurdle()));
  }

  private static Change moved(Change one, Change other, BigDecimal by) {
    if (by.signum() < 0) {
      if (other instanceof Change.Exceed(var cell, _, var limit)) {
        return new Change.Exceed(cell, by.negate(), limit);
      }
      if (one instanceof Change.Exceed(var cell, _, var limit)) {
        return new Change.Exceed(cell, by.negate(), limit);
      }
    }
    return new Change.Adjust((Cell) one.target(), by);
  }

  private static Optional<Step> same(Step one, Step other) {
    if (one.change() instanceof Change.Wait(var cell, var untilOne, var yearsOne, var startOne)
        && other.change()
            instanceof Change.Wait(_, var untilOther, var yearsOther, var startOther)) {
      var until = untilOne.isAfter(untilOther) ? untilOne : untilOther;
      return Optional.of(
          new Step(
              new Change.Wait(
                  cell, until, Math.max(yearsOne, yearsOther), startOne.min(startOther)),
              one.effort(),
              one.hurdle()));
    }
    if (one.change() instanceof Change.Become(var cell, var a)
        && other.change() instanceof Change.Become(_, var b)
        && cell.indicator().ordered()) {
      return Optional.of(a.compareTo(b) >= 0 ? one : other);
    }
    return one.change().equals(other.change()) ? Optional.of(one) : Optional.empty();
  }

  /// What this way leaves to be told, without its changes.
  Way questionsOnly() {
    return new Way(Map.of(), missing, missingTitles, pending);
  }

  /// The same changes, leaving to be told what `question` asks for.
  Way asking(Way question) {
    return new Way(steps, question.missing, question.missingTitles, question.pending);
  }

  /// What of it can still be done.
  Way open() {
    var open = new LinkedHashMap<>(steps);
    open.values().removeIf(step -> step.change().closed());
    return new Way(open, missing, missingTitles, pending);
  }

  Way reachableIn(int year) {
    return new Way(steps, missing, missingTitles, pending, year);
  }

  Way without(Change change) {
    var fewer = new LinkedHashMap<>(steps);
    fewer.remove(change.target());
    return new Way(fewer, missing, missingTitles, pending);
  }

  /// Whether the other way asks for everything this one asks for, and more.
  boolean isPartOf(Way other) {
    return steps.entrySet().stream().allMatch(other::includes)
        && other.missing.containsAll(missing)
        && other.missingTitles.containsAll(missingTitles)
        && other.pending.containsAll(pending);
  }

  boolean replaces(Way other) {
    return isPartOf(other) && (!other.changesNothing() || other.isPartOf(this));
  }

  private boolean includes(Map.Entry<Object, Step> entry) {
    var mine = steps.get(entry.getKey());
    return mine != null && mine.change().equals(entry.getValue().change());
  }

  /// Whether another way changes nothing but what this one asks for.
  boolean isAbout(Way other) {
    return other.steps.keySet().stream()
        .allMatch(target -> missing.contains(target) || missingTitles.contains(target));
  }

  /// The facts with some answer to everything this way asks for: the best one where answers are
  /// ordered, otherwise one to start from.
  Facts guessed(Facts facts) {
    var guess = facts.but();
    missing.forEach(cell -> guess.set(cell, guess(cell.indicator())));
    missingTitles.forEach(title -> guess.held(title, Truth.MET));
    return guess.build();
  }

  private static BigDecimal guess(Indicator indicator) {
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK, FLAG -> BigDecimal.ONE;
      case CHOICE -> BigDecimal.valueOf(indicator.options().size() - 1L);
      case DATE -> BigDecimal.valueOf(LONG_AGO.toEpochDay());
    };
  }

  /// The facts after all changes.
  Facts appliedTo(Facts facts) {
    var changed = facts.but();
    for (var step : steps.values()) {
      switch (step.change()) {
        case Change.Adjust(var cell, var by) -> changed.set(cell, moved(facts, cell, by));
        case Change.Exceed(var cell, var by, _) ->
            changed.set(cell, moved(facts, cell, by.negate()));
        case Change.Become(var cell, var value) -> changed.set(cell, value);
        case Change.Wait(var cell, _, _, var sufficientStart) -> changed.set(cell, sufficientStart);
        case Change.Obtain(var title) -> changed.held(title, Truth.MET);
        case Change.Relinquish(var title) -> changed.held(title, Truth.NOT_MET);
      }
    }
    return changed.build();
  }

  private static BigDecimal moved(Facts facts, Cell cell, BigDecimal by) {
    var value = facts.value(cell);
    return value == null ? by : value.add(by);
  }
}
