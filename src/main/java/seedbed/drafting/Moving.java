package seedbed.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import seedbed.drafting.Tree.Path;
import seedbed.web.Refusal;

/// Adds parts to a draft, moves them, nests them and takes them away.
final class Moving {
  private static final Set<String> CONTAINERS = Set.of("all", "any", "at_least_of");

  private Moving() {}

  /// A new part at the end of a list.
  static Tree added(Tree.Group document, Path list, Node node, String kind) {
    var place = Tree.items(document.at(list).orElse(null)).size();
    var owner =
        document.at(list).isPresent() ? document : document.put(list, new Tree.Items(List.of()));
    return owner.put(list.to(place), begun(node, kind, place + 1));
  }

  private static Tree begun(Node node, String kind, int number) {
    var empty = Tree.Group.empty();
    return switch (node) {
      case CRITERION -> Kinds.begun(empty.with("id", "new-" + number).with("text", "新条件"), kind);
      case ITEM -> Kinds.begun(empty.with("id", "new-item-" + number).with("text", "新评分项"), kind);
      case CLASS ->
          empty
              .with("id", "new-class-" + number)
              .with("name", "新类别")
              .with("items", new Tree.Items(List.of()));
      case TIER -> empty.with("points", "0").with("text", "新的一档").with("when", empty);
      case BRANCH -> empty.with("when", empty).with("then", empty);
      case CHECKLIST ->
          empty
              .with("title", "")
              .with("track", "general")
              .with("applicant", Tree.words(List.of("new")))
              .with("criteria", new Tree.Items(List.of()));
    };
  }

  /// @param how `up`, `down`, `into`, `out`, `remove`, or the kind `all` or `any` to wrap it in
  static Tree moved(Tree.Group document, Path at, String how) {
    var part = document.at(at).orElseThrow(Moving::absent);
    if (Path.place(at.last()) < 0) {
      throw new Refusal.Invalid("to", "这一部分不能移动或删除，只能修改。");
    }
    return switch (how) {
      case "up" -> swapped(document, at, -1);
      case "down" -> swapped(document, at, 1);
      case "remove" -> document.put(at, null);
      case "into" -> into(document, at, part);
      case "out" -> out(document, at, part);
      case "all", "any" -> document.put(at, wrapped(Tree.group(part), how));
      default -> throw new Refusal.Invalid("to", "不认识的操作，请刷新页面后再试。");
    };
  }

  static Refusal.Absent absent() {
    return new Refusal.Absent("草案里没有这一部分，可能已被移动或删除，请回到草案查看。");
  }

  private static Tree swapped(Tree.Group document, Path at, int by) {
    var list = new ArrayList<>(Tree.items(document.at(at.owner()).orElse(null)));
    var place = Path.place(at.last());
    var other = place + by;
    if (other < 0 || other >= list.size()) {
      return document;
    }
    var part = list.set(place, list.get(other));
    list.set(other, part);
    return document.put(at.owner(), new Tree.Items(list));
  }

  /// To the end of the part before it.
  private static Tree into(Tree.Group document, Path at, Tree part) {
    var before = at.owner().to(Path.place(at.last()) - 1);
    var kind = Kinds.criterion(Tree.group(document.at(before).orElse(null)));
    if (Path.place(at.last()) == 0 || !CONTAINERS.contains(kind)) {
      throw new Refusal.Invalid("to", "前一条不是“同时满足”“满足其一”或“满足若干项”，不能并入。");
    }
    var list = kind.equals("at_least_of") ? before.to(kind).to("of") : before.to(kind);
    var place = Tree.items(document.at(list).orElse(null)).size();
    return document.put(list.to(place), part).put(at, null);
  }

  /// Behind the part that it was in.
  private static Tree out(Tree.Group document, Path at, Tree part) {
    var key = at.owner();
    var owner = key.last().equals("of") ? key.owner().owner() : key.owner();
    var contained = CONTAINERS.contains(key.last()) || key.last().equals("of");
    if (!contained || Path.place(owner.last()) < 0) {
      throw new Refusal.Invalid("to", "这一条已在最外层，不能再移出。");
    }
    var without = document.put(at, null);
    var list = new ArrayList<>(Tree.items(without.at(owner.owner()).orElse(null)));
    list.add(Path.place(owner.last()) + 1, part);
    return without.put(owner.owner(), new Tree.Items(list));
  }

  /// Inside a new one that takes over its id and its place in the document.
  private static Tree wrapped(Tree.Group part, String kind) {
    return Tree.Group.empty()
        .with("id", part.text("id"))
        .with("clause", part.text("clause"))
        .with("text", part.text("text"))
        .with(kind, new Tree.Items(List.of(part.with("id", "").with("clause", ""))));
  }
}
