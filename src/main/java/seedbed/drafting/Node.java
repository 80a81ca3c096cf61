package seedbed.drafting;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import seedbed.drafting.Tree.Path;

/// The parts of a draft that have a form of their own.
enum Node {
  CHECKLIST("清单"),
  CRITERION("条件"),
  BRANCH("一档"),
  CLASS("评分类别"),
  ITEM("评分项"),
  TIER("计分档");

  private static final Set<String> CRITERIA = Set.of("criteria", "all", "any", "readings");

  private final String label;

  Node(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /// What stands at a path; empty where no form leads to.
  static Optional<Node> of(Path path) {
    var steps = path.steps();
    if (steps.size() < 2
        || !steps.getFirst().equals("checklists")
        || steps.contains("quantity")
        || steps.contains("steps")
        || steps.contains("bands")) {
      return Optional.empty();
    }
    var last = path.last();
    var owner = path.owner().last();
    if (Path.place(last) < 0) {
      var single = Set.of("when", "then").contains(last) || (last.equals("of") && yearly(owner));
      return single ? Optional.of(CRITERION) : Optional.empty();
    }
    return Optional.ofNullable(
        switch (owner) {
          case "checklists" -> CHECKLIST;
          case "branches" -> BRANCH;
          case "classes" -> CLASS;
          case "items", "best" -> ITEM;
          case "tiers", "cumulative" -> TIER;
          case "of" -> CRITERION;
          default -> CRITERIA.contains(owner) ? CRITERION : null;
        });
  }

  private static boolean yearly(String key) {
    return key.equals("every_year") || key.equals("any_year");
  }

  /// A place for parts: a list, or a single part.
  ///
  /// @param label what the parts are called
  record Slot(Path path, Node node, String label, boolean list) {}

  /// The places for parts of what stands at a path.
  List<Slot> slots(Tree.Group group, Path at) {
    return switch (this) {
      case CHECKLIST -> List.of(many(at.to("criteria"), CRITERION, "条件"));
      case BRANCH -> List.of(one(at.to("when"), "适用于"), one(at.to("then"), "要求"));
      case CLASS -> List.of(many(at.to("items"), ITEM, "评分项"));
      case TIER -> List.of(one(at.to("when"), "什么情况得分"));
      case ITEM ->
          switch (Kinds.item(group)) {
            case "tiers" -> List.of(many(at.to("tiers"), TIER, "计分档，从高分到低分"));
            case "cumulative" -> List.of(many(at.to("cumulative"), TIER, "计分档，逐项累计"));
            case "best" -> List.of(many(at.to("best"), ITEM, "取得分最高的一项"));
            default -> List.of();
          };
      case CRITERION ->
          switch (Kinds.criterion(group)) {
            case "all", "any" -> List.of(many(at.to(Kinds.criterion(group)), CRITERION, "所含条件"));
            case "at_least_of" -> List.of(many(at.to("at_least_of").to("of"), CRITERION, "所含条件"));
            case "readings" -> List.of(many(at.to("readings"), CRITERION, "各种读法"));
            case "branches" -> List.of(many(at.to("branches"), BRANCH, "各档"));
            case "every_year", "any_year" ->
                List.of(one(at.to(Kinds.criterion(group)).to("of"), "每年的条件"));
            case "score" -> List.of(many(at.to("score").to("classes"), CLASS, "评分类别"));
            default -> List.of();
          };
    };
  }

  private static Slot many(Path path, Node node, String label) {
    return new Slot(path, node, label, true);
  }

  private static Slot one(Path path, String label) {
    return new Slot(path, CRITERION, label, false);
  }
}
