package seedbed.criteria;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ChecklistComparison.Change;
import seedbed.criteria.ChecklistComparison.Pair;
import seedbed.criteria.rule.Checklist;
import seedbed.web.Chips;

/// What changed from one checklist to another, clause by clause, old beside new.
public record ChangeTable(List<Tally> tallies, Chips filter, List<Row> rows) {

  /// How many clauses changed in one way.
  public record Tally(Change change, long count) {}

  /// @param number of the clause among those shown, so that the last one is their count; 0 for the
  ///   parts of a clause, which count with it
  /// @param depth 0 for a clause, more for its parts
  public record Row(
      int number, Change change, @Nullable Described old, @Nullable Described next, int depth) {

    public boolean part() {
      return depth > 0;
    }

    public boolean deep() {
      return depth > 1;
    }

    public boolean changed() {
      return change != Change.UNCHANGED;
    }

    /// Stricter and milder have the colours of verdicts, with their words.
    public String styleClass() {
      return switch (change) {
        case TIGHTENED, ADDED -> "not";
        case LOOSENED, REMOVED -> "met";
        case CHANGED -> "unknown";
        case REWORDED, UNCHANGED -> "";
      };
    }
  }

  public static ChangeTable of(Checklist old, Checklist next, @Nullable Change wanted) {
    var pairs = ChecklistComparison.of(old, next);
    var tallies =
        Stream.of(Change.values()).map(change -> new Tally(change, count(pairs, change))).toList();
    var shown = pairs.stream().filter(pair -> wanted == null || pair.change() == wanted).toList();
    var rows = new ArrayList<Row>();
    for (var place = 0; place < shown.size(); place++) {
      add(shown.get(place), place + 1, 0, rows);
    }
    return new ChangeTable(
        tallies.stream().filter(tally -> tally.count > 0).toList(),
        filter(tallies, pairs.size(), wanted),
        List.copyOf(rows));
  }

  private static long count(List<Pair> pairs, Change change) {
    return pairs.stream().filter(pair -> pair.change() == change).count();
  }

  private static Chips filter(List<Tally> tallies, int all, @Nullable Change wanted) {
    return new Chips(
        "变化",
        "change",
        Stream.concat(
                Stream.of(new Chips.Chip("全部", "", (long) all, wanted == null)),
                tallies.stream()
                    .filter(tally -> tally.count > 0 || tally.change == wanted)
                    .map(tally ->
                        new Chips.Chip(
                            tally.change.label(),
                            tally.change.code(),
                            tally.count,
                            tally.change == wanted)))
            .toList());
  }

  /// The parts of a clause that stayed as it was add nothing.
  private static void add(Pair pair, int number, int depth, List<Row> rows) {
    rows.add(new Row(number, pair.change(), pair.old(), pair.next(), depth));
    if (pair.change() != Change.UNCHANGED) {
      pair.parts().forEach(part -> add(part, 0, depth + 1, rows));
    }
  }
}
