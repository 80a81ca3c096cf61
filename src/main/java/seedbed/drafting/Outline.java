package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import java.util.ArrayList;
import java.util.List;
import seedbed.criteria.ChecklistTrack;
import seedbed.criteria.Titles;
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

  static Outline of(Manuscript manuscript, Titles titles) {
    List<Row> rows = new ArrayList<>();
    var checklists = Tree.items(manuscript.document().get("checklists").orElse(null));
    for (var place = 0; place < checklists.size(); place++) {
      var path = Path.root().to("checklists").to(place);
      add(manuscript, titles, Node.CHECKLIST, checklists.get(place), path, 0, rows);
    }
    return new Outline(List.copyOf(rows));
  }

  /// The parts of one part, without theirs.
  static List<Row> parts(Manuscript manuscript, Titles titles, Node.Slot slot) {
    List<Row> rows = new ArrayList<>();
    var found = manuscript.document().at(slot.path()).orElse(null);
    if (!slot.list()) {
      rows.add(row(manuscript, titles, slot.node(), Tree.group(found), slot.path(), 0));
      return rows;
    }
    var list = Tree.items(found);
    for (var place = 0; place < list.size(); place++) {
      rows.add(
          row(
              manuscript,
              titles,
              slot.node(),
              Tree.group(list.get(place)),
              slot.path().to(place),
              0));
    }
    return rows;
  }

  private static void add(
      Manuscript manuscript,
      Titles titles,
      Node node,
      Tree tree,
      Path path,
      int depth,
      List<Row> rows) {
    var group = Tree.group(tree);
    rows.add(row(manuscript, titles, node, group, path, depth));
    if (depth == DEEPEST) {
      return;
    }
    for (var slot : node.slots(group, path)) {
      var found = manuscript.document().at(slot.path()).orElse(null);
      if (!slot.list()) {
        add(manuscript, titles, slot.node(), Tree.group(found), slot.path(), depth + 1, rows);
        continue;
      }
      var list = Tree.items(found);
      for (var place = 0; place < list.size(); place++) {
        var below = slot.path().to(place);
        add(manuscript, titles, slot.node(), list.get(place), below, depth + 1, rows);
      }
    }
  }

  private static Row row(
      Manuscript manuscript, Titles titles, Node node, Tree.Group group, Path path, int depth) {
    return new Row(
        path.toString(),
        depth,
        name(node, group, path, titles),
        group.text("text"),
        kind(node, group),
        said(group),
        manuscript.flawsWithin(path).size());
  }

  static String name(Node node, Tree.Group group, Path path, Titles titles) {
    return switch (node) {
      case CHECKLIST ->
          titles.find(group.text("title")).map(Titles.Rung::label).orElse("未选称号")
              + " · "
              + ChecklistTrack.of(group.text("track")).map(ChecklistTrack::label).orElse("未选类别")
              + " · "
              + String.join(
                  "、",
                  Tree.words(group.get("applicant").orElse(null)).stream()
                      .map(FieldWords::of)
                      .toList());
      case CLASS -> group.text("name").isEmpty() ? "未命名类别" : group.text("name");
      case TIER -> group.text("points").isEmpty() ? "得分未填" : group.text("points") + " 分";
      case BRANCH -> "第 " + (Path.place(path.last()) + 1) + " 档";
      case CRITERION, ITEM -> {
        var id = group.text("id");
        yield switch (path.last()) {
          case "when" -> path.owner().owner().last().equals("branches") ? "适用于" : "得分情况";
          case "then" -> "要求";
          case "of" -> "每年";
          default -> id.isEmpty() ? "第 " + (Path.place(path.last()) + 1) + " 项" : id;
        };
      }
    };
  }

  private static String kind(Node node, Tree.Group group) {
    return switch (node) {
      case CRITERION -> kind(Kinds.criterion(group));
      case ITEM -> kind(Kinds.item(group));
      case CHECKLIST, BRANCH, CLASS, TIER -> node.label();
    };
  }

  private static String kind(String key) {
    return key.isEmpty() ? "未选种类" : FieldWords.of(key);
  }

  private static String said(Tree.Group group) {
    for (var key : List.of("at_least", "at_most", "more_than", "less_than")) {
      if (group.has(key)) {
        return Comparisons.sign(key) + " " + group.text(key) + " " + group.text("unit");
      }
    }
    return group.has("max") ? "满分 " + group.text("max") + " 分" : "";
  }
}
