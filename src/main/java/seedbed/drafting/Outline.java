package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;
import seedbed.drafting.Tree.Path;

/// The parts of a draft in their order, each with the way to its form.
@Introspected
record Outline(List<Row> rows) {
  private static final int DEEPEST = 5;

  /// @param at the path, as forms send it
  /// @param said its bound, or what else is short enough
  /// @param flaws how much is wrong in it and below
  @Introspected
  record Row(String at, int depth, String name, String text, String kind, String said, long flaws) {

    public boolean part() {
      return depth > 1;
    }

    public boolean deep() {
      return depth > 2;
    }

    public boolean head() {
      return depth == 0;
    }
  }

  static Outline of(Manuscript manuscript, PartWords words) {
    List<Row> rows = new ArrayList<>();
    var checklists = Tree.items(manuscript.document().get("checklists").orElse(null));
    for (var place = 0; place < checklists.size(); place++) {
      var path = Path.root().to("checklists").to(place);
      add(manuscript, words, Node.CHECKLIST, checklists.get(place), path, 0, rows);
    }
    return new Outline(List.copyOf(rows));
  }

  /// The parts of one part, without theirs.
  static List<Row> parts(Manuscript manuscript, PartWords words, Node.Slot slot) {
    List<Row> rows = new ArrayList<>();
    var found = manuscript.document().at(slot.path()).orElse(null);
    if (!slot.list()) {
      rows.add(row(manuscript, words, slot.node(), Tree.group(found), slot.path(), 0));
      return rows;
    }
    var list = Tree.items(found);
    for (var place = 0; place < list.size(); place++) {
      rows.add(
          row(
              manuscript,
              words,
              slot.node(),
              Tree.group(list.get(place)),
              slot.path().to(place),
              0));
    }
    return rows;
  }

  private static void add(
      Manuscript manuscript,
      PartWords words,
      Node node,
      Tree tree,
      Path path,
      int depth,
      List<Row> rows) {
    var group = Tree.group(tree);
    rows.add(row(manuscript, words, node, group, path, depth));
    if (depth == DEEPEST) {
      return;
    }
    for (var slot : node.slots(group, path)) {
      var found = manuscript.document().at(slot.path()).orElse(null);
      if (!slot.list()) {
        add(manuscript, words, slot.node(), Tree.group(found), slot.path(), depth + 1, rows);
        continue;
      }
      var list = Tree.items(found);
      for (var place = 0; place < list.size(); place++) {
        var below = slot.path().to(place);
        add(manuscript, words, slot.node(), list.get(place), below, depth + 1, rows);
      }
    }
  }

  private static Row row(
      Manuscript manuscript, PartWords words, Node node, Tree.Group group, Path path, int depth) {
    return new Row(
        path.toString(),
        depth,
        words.coded(node, group, path),
        group.text("text"),
        words.kind(node, group),
        words.said(group),
        manuscript.flawsWithin(path).size());
  }
}
