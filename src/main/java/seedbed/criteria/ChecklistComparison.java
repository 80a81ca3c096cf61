package seedbed.criteria;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Comparison;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Criterion.Threshold;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Title;

/// What one checklist changes about another, clause by clause.
public final class ChecklistComparison {
  private static final int SAME_SUBJECT = 100;
  private static final int SAME_ID = 45;
  private static final int SAME_FACTS = 50;
  private static final int RELATED = 40;

  private ChecklistComparison() {}

  /// How a clause changed for those who have to meet it.
  public enum Change {
    TIGHTENED("tightened", "收紧"),
    LOOSENED("loosened", "放宽"),
    /// Stricter in one part and milder in another, or not comparable.
    CHANGED("changed", "有收有放"),
    ADDED("added", "新增"),
    REMOVED("removed", "删除"),
    REWORDED("reworded", "表述调整"),
    UNCHANGED("unchanged", "未变");

    private final String code;
    private final String label;

    Change(String code, String label) {
      this.code = code;
      this.label = label;
    }

    public String code() {
      return code;
    }

    public String label() {
      return label;
    }
  }

  /// An old clause and the one that takes its place.
  ///
  /// @param old null for an added clause
  /// @param next null for a removed clause
  public record Pair(
      Change change, @Nullable Described old, @Nullable Described next, List<Pair> parts) {
    public Pair {
      parts = List.copyOf(parts);
    }
  }

  /// All clauses in the order of the new checklist; a removed one stands where it stood.
  public static List<Pair> of(Checklist old, Checklist next) {
    return pairs(old.criteria(), next.criteria());
  }

  static List<Pair> pairs(List<Criterion> old, List<Criterion> next) {
    var partners = partners(old, next);
    var pairs = new ArrayList<Pair>();
    var told = 0;
    for (var later = 0; later < next.size(); later++) {
      var earlier = partners.get(later);
      if (earlier == null) {
        pairs.add(new Pair(Change.ADDED, null, Describing.describe(next.get(later)), List.of()));
        continue;
      }
      for (; told < earlier; told++) {
        removed(told, old, partners, pairs);
      }
      pairs.add(pair(old.get(earlier), next.get(later)));
    }
    for (; told < old.size(); told++) {
      removed(told, old, partners, pairs);
    }
    return pairs;
  }

  private static void removed(
      int place, List<Criterion> old, Map<Integer, Integer> partners, List<Pair> pairs) {
    if (!partners.containsValue(place)) {
      pairs.add(new Pair(Change.REMOVED, Describing.describe(old.get(place)), null, List.of()));
    }
  }

  private record Match(int old, int next, int likeness) {}

  /// The place of the old clause for the place of each new one that has a partner: the likest
  /// first, and each clause has at most one.
  private static Map<Integer, Integer> partners(List<Criterion> old, List<Criterion> next) {
    var candidates = new ArrayList<Match>();
    for (var later = 0; later < next.size(); later++) {
      for (var earlier = 0; earlier < old.size(); earlier++) {
        var likeness = likeness(old.get(earlier), next.get(later));
        if (likeness >= RELATED) {
          candidates.add(new Match(earlier, later, likeness));
        }
      }
    }
    candidates.sort(Comparator.comparingInt(Match::likeness).reversed());
    var partners = new HashMap<Integer, Integer>();
    for (var match : candidates) {
      if (!partners.containsKey(match.next()) && !partners.containsValue(match.old())) {
        partners.put(match.next(), match.old());
      }
    }
    return partners;
  }

  private static int likeness(Criterion old, Criterion next) {
    var likeness = sameSubject(old, next) ? SAME_SUBJECT : 0;
    if (old.clause().id().equals(next.clause().id())) {
      likeness += SAME_ID;
    }
    var mine = facts(old);
    var theirs = facts(next);
    var all = new HashSet<>(mine);
    all.addAll(theirs);
    mine.retainAll(theirs);
    return all.isEmpty() ? likeness : likeness + SAME_FACTS * mine.size() / all.size();
  }

  private static boolean sameSubject(Criterion old, Criterion next) {
    return switch (old) {
      case Threshold mine ->
          next instanceof Threshold theirs && mine.quantity().equals(theirs.quantity());
      case Criterion.Choice mine ->
          next instanceof Criterion.Choice theirs && mine.cell().equals(theirs.cell());
      case Criterion.Declared mine ->
          next instanceof Criterion.Declared theirs && mine.cell().equals(theirs.cell());
      case Criterion.Waived mine -> sameSubject(mine.criterion(), next);
      default ->
          next instanceof Criterion.Waived theirs
              ? sameSubject(old, theirs.criterion())
              : old.getClass() == next.getClass() && facts(old).equals(facts(next));
    };
  }

  private static Set<String> facts(Criterion criterion) {
    var one = List.of(criterion);
    return Stream.concat(
            Cells.of(one).stream().map(Cell::indicator).map(Indicator::code),
            Cells.titles(one).stream().map(title -> "title " + title.code()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  static Pair pair(Criterion old, Criterion next) {
    var parts = parts(old, next);
    var change = change(old, next, parts);
    var worded =
        change == Change.UNCHANGED && !old.clause().text().equals(next.clause().text())
            ? Change.REWORDED
            : change;
    return new Pair(worded, Describing.describe(old), Describing.describe(next), parts);
  }

  private static List<Pair> parts(Criterion old, Criterion next) {
    if (old instanceof Criterion.Scored(_, var mine)
        && next instanceof Criterion.Scored(_, var theirs)) {
      return SheetComparison.of(mine, theirs);
    }
    var mine = Cells.parts(old).toList();
    var theirs = Cells.parts(next).toList();
    if (mine.isEmpty() == theirs.isEmpty() || old.getClass() == next.getClass()) {
      return pairs(mine, theirs);
    }
    return mine.isEmpty() ? pairs(List.of(old), theirs) : pairs(mine, List.of(next));
  }

  private static Change change(Criterion old, Criterion next, List<Pair> parts) {
    return switch (old) {
      case Threshold mine when next instanceof Threshold theirs -> bounds(mine, theirs);
      case Criterion.Choice mine when next instanceof Criterion.Choice theirs ->
          mine.cell().equals(theirs.cell())
              ? subset(mine.allowed(), theirs.allowed())
              : Change.CHANGED;
      case Criterion.Declared mine when next instanceof Criterion.Declared theirs ->
          mine.cell().equals(theirs.cell()) ? Change.UNCHANGED : Change.CHANGED;
      case Criterion.Holds mine when next instanceof Criterion.Holds theirs ->
          subset(bits(mine.titles()), bits(theirs.titles()));
      case Criterion.Lacks mine when next instanceof Criterion.Lacks theirs ->
          opposite(subset(bits(mine.titles()), bits(theirs.titles())));
      case Criterion.Open mine when next instanceof Criterion.Open theirs ->
          mine.reason() == theirs.reason() ? Change.UNCHANGED : Change.CHANGED;
      case Criterion.AtLeast mine when next instanceof Criterion.AtLeast theirs ->
          together(
              order(theirs.n() - mine.n()), gathered(parts, Change.LOOSENED, Change.TIGHTENED));
      case Criterion.Waived _ when !(next instanceof Criterion.Waived) -> Change.TIGHTENED;
      default -> whole(old, next, parts);
    };
  }

  private static Change whole(Criterion old, Criterion next, List<Pair> parts) {
    if (next instanceof Criterion.Waived && !(old instanceof Criterion.Waived)) {
      return Change.LOOSENED;
    }
    if (next instanceof Criterion.Scored(_, var theirs)
        && old instanceof Criterion.Scored(_, var mine)) {
      return together(
          order(theirs.pass().compareTo(mine.pass())),
          gathered(parts, Change.CHANGED, Change.CHANGED));
    }
    var conjunction = conjunction(old) || conjunction(next);
    var disjunction = disjunction(old) || disjunction(next);
    if (conjunction == disjunction || parts.isEmpty()) {
      var steady =
          old.getClass() == next.getClass()
              && parts.stream().allMatch(part -> part.change() == Change.UNCHANGED);
      return steady && !parts.isEmpty()
          ? Change.UNCHANGED
          : old.getClass() == next.getClass()
              ? gathered(parts, Change.CHANGED, Change.CHANGED)
              : Change.CHANGED;
    }
    return conjunction
        ? gathered(parts, Change.TIGHTENED, Change.LOOSENED)
        : gathered(parts, Change.LOOSENED, Change.TIGHTENED);
  }

  private static boolean conjunction(Criterion criterion) {
    return criterion instanceof Criterion.All || criterion instanceof Criterion.EveryYear;
  }

  private static boolean disjunction(Criterion criterion) {
    return criterion instanceof Criterion.Any || criterion instanceof Criterion.AnyYear;
  }

  /// What the changes of the parts make of the whole.
  ///
  /// @param added what an added part does to the whole
  /// @param removed what a removed part does to it
  static Change gathered(List<Pair> parts, Change added, Change removed) {
    var changes =
        parts.stream()
            .map(Pair::change)
            .map(change -> change == Change.ADDED ? added : change)
            .map(change -> change == Change.REMOVED ? removed : change)
            .toList();
    return together(changes.toArray(Change[]::new));
  }

  static Change together(Change... changes) {
    var all = EnumSet.noneOf(Change.class);
    all.addAll(List.of(changes));
    all.remove(Change.UNCHANGED);
    if (all.size() > 1) {
      all.remove(Change.REWORDED);
    }
    return switch (all.size()) {
      case 0 -> Change.UNCHANGED;
      case 1 -> all.iterator().next();
      default -> Change.CHANGED;
    };
  }

  private static Change bounds(Threshold old, Threshold next) {
    if (!old.quantity().equals(next.quantity())
        || old.comparison().upward() != next.comparison().upward()) {
      return Change.CHANGED;
    }
    var rise = next.bound().compareTo(old.bound());
    var stricter = rise != 0 ? rise : strictness(next.comparison()) - strictness(old.comparison());
    return order(rise != 0 && !next.comparison().upward() ? -stricter : stricter);
  }

  private static int strictness(Comparison comparison) {
    return switch (comparison) {
      case AT_LEAST, AT_MOST -> 0;
      case MORE_THAN, LESS_THAN -> 1;
    };
  }

  static Change order(int stricter) {
    return stricter > 0 ? Change.TIGHTENED : stricter < 0 ? Change.LOOSENED : Change.UNCHANGED;
  }

  private static Change subset(long old, long next) {
    if (old == next) {
      return Change.UNCHANGED;
    }
    return (next & ~old) == 0
        ? Change.TIGHTENED
        : (old & ~next) == 0 ? Change.LOOSENED : Change.CHANGED;
  }

  private static long bits(List<Title> titles) {
    return titles.stream().mapToLong(title -> 1L << title.slot()).reduce(0, (a, b) -> a | b);
  }

  private static Change opposite(Change change) {
    return switch (change) {
      case TIGHTENED -> Change.LOOSENED;
      case LOOSENED -> Change.TIGHTENED;
      case CHANGED, ADDED, REMOVED, REWORDED, UNCHANGED -> change;
    };
  }
}
