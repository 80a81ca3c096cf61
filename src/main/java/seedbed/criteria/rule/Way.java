package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// One way to meet a checklist: what would have to change, and what would still have to be told.
public final class Way {
  static final Way NOTHING = new Way(Map.of(), List.of(), List.of(), List.of());

  /// Fewest changes first, then the least to be told, then the latest years, then the smallest
  /// relative effort.
  static final Comparator<Way> CHEAPEST =
      Comparator.<Way>comparingInt(way -> way.changes.size())
          .thenComparingInt(Way::questions)
          .thenComparingInt(Way::yearsBack)
          .thenComparing(way -> way.effort);

  private final Map<Object, Change> changes;
  private final SequencedSet<Cell> missing;
  private final SequencedSet<Title> missingTitles;
  private final SequencedSet<Clause> pending;
  private final BigDecimal effort;

  private Way(
      Map<Object, Change> changes,
      Collection<Cell> missing,
      Collection<Title> missingTitles,
      Collection<Clause> pending) {
    this(changes, missing, missingTitles, pending, BigDecimal.ZERO);
  }

  private Way(
      Map<Object, Change> changes,
      Collection<Cell> missing,
      Collection<Title> missingTitles,
      Collection<Clause> pending,
      BigDecimal effort) {
    this.changes = changes;
    this.missing = new LinkedHashSet<>(missing);
    this.missingTitles = new LinkedHashSet<>(missingTitles);
    this.pending = new LinkedHashSet<>(pending);
    this.effort = effort;
  }

  static Way change(Change change, Facts facts) {
    return new Way(
        Map.of(change.target(), change), List.of(), List.of(), List.of(), effort(change, facts));
  }

  static Way missing(Collection<Cell> cells) {
    return new Way(Map.of(), cells, List.of(), List.of());
  }

  static Way missing(Title title) {
    return new Way(Map.of(), List.of(), List.of(title), List.of());
  }

  static Way pending(Clause clause) {
    return new Way(Map.of(), List.of(), List.of(), List.of(clause));
  }

  public List<Change> changes() {
    return List.copyOf(changes.values());
  }

  /// Figures that are not known and would have to turn out well.
  public List<Cell> missing() {
    return List.copyOf(missing);
  }

  /// Titles of which it is not known whether they are held.
  public List<Title> missingTitles() {
    return List.copyOf(missingTitles);
  }

  /// Clauses whose wording or yearly notice has to be settled first.
  public List<Clause> pending() {
    return List.copyOf(pending);
  }

  boolean changesNothing() {
    return changes.isEmpty();
  }

  private int questions() {
    return missing.size() + missingTitles.size() + pending.size();
  }

  private int yearsBack() {
    return changes.values().stream()
        .mapToInt(change -> change instanceof Change.Adjust(var cell, _) ? cell.back() : 0)
        .sum();
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
    if (other.changes.isEmpty() && other.questions() == 0) {
      return Optional.of(this);
    }
    var all = new LinkedHashMap<>(changes);
    for (var entry : other.changes.entrySet()) {
      var mine = all.get(entry.getKey());
      if (mine == null) {
        all.put(entry.getKey(), entry.getValue());
        continue;
      }
      var joined = joining.join(mine, entry.getValue());
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
            union(pending, other.pending),
            effort.add(other.effort)));
  }

  private interface Joining {
    Optional<Change> join(Change one, Change other);
  }

  private static <T> Collection<T> union(Collection<T> one, Collection<T> other) {
    var all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all;
  }

  private static Optional<Change> stronger(Change one, Change other) {
    if (one instanceof Change.Adjust(_, var a) && other instanceof Change.Adjust(_, var b)) {
      return a.signum() != b.signum()
          ? Optional.empty()
          : Optional.of(a.abs().compareTo(b.abs()) >= 0 ? one : other);
    }
    return same(one, other);
  }

  private static Optional<Change> further(Change one, Change other) {
    if (one instanceof Change.Adjust(var cell, var a) && other instanceof Change.Adjust(_, var b)) {
      return Optional.of(new Change.Adjust(cell, a.add(b)));
    }
    return same(one, other);
  }

  private static Optional<Change> same(Change one, Change other) {
    if (one instanceof Change.Wait(var cell, var untilOne, var startOne)
        && other instanceof Change.Wait(_, var untilOther, var startOther)) {
      return Optional.of(
          new Change.Wait(
              cell,
              untilOne.isAfter(untilOther) ? untilOne : untilOther,
              startOne.min(startOther)));
    }
    if (one instanceof Change.Become(var cell, var a)
        && other instanceof Change.Become(_, var b)
        && cell.indicator().ordered()) {
      return Optional.of(a.compareTo(b) >= 0 ? one : other);
    }
    return one.equals(other) ? Optional.of(one) : Optional.empty();
  }

  /// What this way leaves to be told, without its changes.
  Way questionsOnly() {
    return new Way(Map.of(), missing, missingTitles, pending);
  }

  Way without(Change change) {
    var fewer = new LinkedHashMap<>(changes);
    fewer.remove(change.target());
    return new Way(fewer, missing, missingTitles, pending, effort);
  }

  /// Whether the other way asks for everything this one asks for, and more.
  boolean isPartOf(Way other) {
    return other.changes.values().containsAll(changes.values())
        && other.missing.containsAll(missing)
        && other.missingTitles.containsAll(missingTitles)
        && new HashSet<>(other.pending).containsAll(pending);
  }

  /// The facts after all changes.
  Facts appliedTo(Facts facts) {
    var changed = facts.but();
    for (var change : changes.values()) {
      switch (change) {
        case Change.Adjust(var cell, var by) -> {
          var value = facts.value(cell);
          changed.set(cell, value == null ? by : value.add(by));
        }
        case Change.Become(var cell, var value) -> changed.set(cell, value);
        case Change.Wait(var cell, _, var sufficientStart) -> changed.set(cell, sufficientStart);
        case Change.Obtain(var title) -> changed.held(title, Truth.MET);
        case Change.Relinquish(var title) -> changed.held(title, Truth.NOT_MET);
      }
    }
    return changed.build();
  }

  private static BigDecimal effort(Change change, Facts facts) {
    return switch (change) {
      case Change.Adjust(var cell, var by) -> {
        var value = facts.value(cell);
        var base = value == null ? BigDecimal.ONE : value.abs().max(BigDecimal.ONE);
        yield by.abs().divide(base, MathContext.DECIMAL32);
      }
      case Change.Become _, Change.Relinquish _ -> BigDecimal.ONE;
      case Change.Wait _, Change.Obtain _ -> BigDecimal.TWO;
    };
  }
}
