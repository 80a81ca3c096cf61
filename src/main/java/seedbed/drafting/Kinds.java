package seedbed.drafting;

import java.util.List;
import java.util.Map;
import seedbed.web.Choice;

/// The kinds of criteria and of lines of a score sheet, as their keys in a checklist file.
final class Kinds {
  static final List<String> CRITERIA =
      List.of(
          "quantity",
          "choice",
          "declared",
          "holds",
          "lacks",
          "all",
          "any",
          "at_least_of",
          "branches",
          "every_year",
          "any_year",
          "readings",
          "score",
          "open");

  static final List<String> ITEMS =
      List.of("bands", "tiers", "cumulative", "steps", "entered", "best");

  /// What belongs to a kind besides the key that names it.
  private static final Map<String, List<String>> MORE =
      Map.of(
          "quantity", List.of("at_least", "at_most", "more_than", "less_than", "unit"),
          "choice", List.of("at_least", "in"),
          "declared", List.of("judgement"),
          "tiers", List.of("otherwise"),
          "cumulative", List.of("cap"));

  private Kinds() {}

  /// The kind of a criterion; empty where it has none yet.
  static String criterion(Tree.Group group) {
    return first(CRITERIA, group);
  }

  static String item(Tree.Group group) {
    return first(ITEMS, group);
  }

  private static String first(List<String> kinds, Tree.Group group) {
    return kinds.stream().filter(group::has).findFirst().orElse("");
  }

  static List<Choice> choices(List<String> kinds) {
    return kinds.stream().map(kind -> new Choice(kind, FieldWords.of(kind))).toList();
  }

  /// Without what made it a criterion or line of its kind.
  static Tree.Group bare(Tree.Group group, List<String> kinds) {
    var bare = group;
    for (var kind : kinds) {
      if (group.has(kind)) {
        bare = bare.with(kind, (Tree) null);
        for (var key : MORE.getOrDefault(kind, List.of())) {
          bare = bare.with(key, (Tree) null);
        }
      }
    }
    return bare;
  }

  /// An empty beginning of a kind, which its form then fills.
  static Tree.Group begun(Tree.Group bare, String kind) {
    return switch (kind) {
      case "all", "any", "branches", "readings", "tiers", "cumulative", "best" ->
          bare.with(kind, new Tree.Items(List.of()));
      case "at_least_of" ->
          bare.with(kind, Tree.Group.empty().with("n", "1").with("of", new Tree.Items(List.of())));
      case "every_year", "any_year" ->
          bare.with(kind, Tree.Group.empty().with("years", "2").with("of", Tree.Group.empty()));
      case "score" ->
          bare.with(
              kind,
              Tree.Group.empty().with("pass", "60").with("classes", new Tree.Items(List.of())));
      case "bands", "steps" -> bare.with(kind, Tree.Group.empty());
      case "" -> bare;
      default -> bare.with(kind, new Tree.Leaf(null));
    };
  }
}
