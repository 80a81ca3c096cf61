package seedbed.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ChecklistComparison.Change;
import seedbed.criteria.ChecklistComparison.Pair;
import seedbed.criteria.rule.ScoreSheet;
import seedbed.criteria.rule.ScoreSheet.Item;
import seedbed.criteria.rule.ScoreSheet.ScoreClass;
import seedbed.criteria.rule.ScoreSheet.Tier;

/// Compares two score sheets class by class and line by line. Fewer points for the same are
/// stricter.
final class SheetComparison {
  private SheetComparison() {}

  static List<Pair> of(ScoreSheet old, ScoreSheet next) {
    var pairs = new ArrayList<Pair>();
    for (var each : next.classes()) {
      pairs.add(
          find(old.classes(), each)
              .map(partner -> classes(partner, each))
              .orElseGet(() -> new Pair(Change.ADDED, null, Describing.describe(each), List.of())));
    }
    old.classes().stream()
        .filter(each -> find(next.classes(), each).isEmpty())
        .map(each -> new Pair(Change.REMOVED, Describing.describe(each), null, List.of()))
        .forEach(pairs::add);
    return pairs;
  }

  private static Optional<ScoreClass> find(List<ScoreClass> classes, ScoreClass wanted) {
    return classes.stream()
        .filter(each -> each.id().equals(wanted.id()) || each.name().equals(wanted.name()))
        .findFirst();
  }

  private static Pair classes(ScoreClass old, ScoreClass next) {
    var lines = new ArrayList<Pair>();
    for (var item : next.items()) {
      lines.add(
          find(old.items(), item)
              .map(partner -> line(partner, item))
              .orElseGet(() -> new Pair(Change.ADDED, null, Describing.describe(item), List.of())));
    }
    old.items().stream()
        .filter(item -> find(next.items(), item).isEmpty())
        .map(item -> new Pair(Change.REMOVED, Describing.describe(item), null, List.of()))
        .forEach(lines::add);
    var change =
        ChecklistComparison.together(
            ChecklistComparison.order(zero(next.floor()).compareTo(zero(old.floor()))),
            ChecklistComparison.order(old.max().compareTo(next.max())),
            ChecklistComparison.gathered(lines, Change.LOOSENED, Change.TIGHTENED));
    return new Pair(change, Describing.describe(old), Describing.describe(next), lines);
  }

  private static BigDecimal zero(@Nullable BigDecimal floor) {
    return Objects.requireNonNullElse(floor, BigDecimal.ZERO);
  }

  private static Optional<Item> find(List<Item> items, Item wanted) {
    return items.stream()
        .filter(item ->
            item.line().id().equals(wanted.line().id())
                || item.line().text().equals(wanted.line().text()))
        .findFirst();
  }

  private static Pair line(Item old, Item next) {
    var change =
        ChecklistComparison.together(
            ChecklistComparison.order(old.line().max().compareTo(next.line().max())),
            content(old, next));
    var worded =
        change == Change.UNCHANGED && !old.line().text().equals(next.line().text())
            ? Change.REWORDED
            : change;
    return new Pair(worded, Describing.describe(old), Describing.describe(next), List.of());
  }

  private static Change content(Item old, Item next) {
    return switch (old) {
      case Item.Tiered mine when next instanceof Item.Tiered theirs ->
          ChecklistComparison.together(
              ChecklistComparison.order(mine.otherwise().compareTo(theirs.otherwise())),
              tiers(mine.tiers(), theirs.tiers()));
      case Item.Cumulative mine when next instanceof Item.Cumulative theirs ->
          ChecklistComparison.together(
              ChecklistComparison.order(mine.cap().compareTo(theirs.cap())),
              tiers(mine.tiers(), theirs.tiers()));
      case Item.Stepped mine when next instanceof Item.Stepped theirs ->
          mine.quantity().equals(theirs.quantity())
              ? ChecklistComparison.together(
                  ChecklistComparison.order(theirs.every().compareTo(mine.every())),
                  ChecklistComparison.order(mine.points().compareTo(theirs.points())),
                  ChecklistComparison.order(mine.cap().compareTo(theirs.cap())))
              : Change.CHANGED;
      case Item.Entered mine when next instanceof Item.Entered theirs ->
          mine.cell().equals(theirs.cell()) ? Change.UNCHANGED : Change.CHANGED;
      case Item.Best mine when next instanceof Item.Best theirs ->
          mine.items().size() == theirs.items().size()
              ? each(mine.items(), theirs.items())
              : Change.CHANGED;
      case Item.Tiered _, Item.Cumulative _, Item.Stepped _, Item.Entered _, Item.Best _ ->
          Change.CHANGED;
    };
  }

  private static Change each(List<Item> old, List<Item> next) {
    var changes = new ArrayList<Change>();
    for (var i = 0; i < old.size(); i++) {
      changes.add(content(old.get(i), next.get(i)));
    }
    return ChecklistComparison.together(changes.toArray(Change[]::new));
  }

  private static Change tiers(List<Tier> old, List<Tier> next) {
    if (old.size() != next.size()) {
      return Change.CHANGED;
    }
    var changes = Stream.<Change>builder();
    for (var i = 0; i < old.size(); i++) {
      changes.add(ChecklistComparison.order(old.get(i).points().compareTo(next.get(i).points())));
      var when = ChecklistComparison.pair(old.get(i).when(), next.get(i).when()).change();
      changes.add(when == Change.REWORDED ? Change.UNCHANGED : when);
    }
    return ChecklistComparison.together(changes.build().toArray(Change[]::new));
  }
}
