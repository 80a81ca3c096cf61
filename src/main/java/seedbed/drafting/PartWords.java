package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import seedbed.criteria.ChecklistTrack;
import seedbed.criteria.Titles;
import seedbed.drafting.Tree.Path;
import seedbed.web.Choice;

/// What the parts of a draft are called, and what they ask for, in words.
@Singleton
class PartWords {
  private static final int LONGEST = 24;

  private final Titles titles;
  private final Choices choices;

  PartWords(Titles titles, Choices choices) {
    this.titles = titles;
    this.choices = choices;
  }

  /// By its code where it has one, for the column of codes beside its wording.
  String coded(Node node, Tree.Group group, Path path) {
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
      case CRITERION, ITEM ->
          switch (path.last()) {
            case "when" -> path.owner().owner().last().equals("branches") ? "适用于" : "得分情况";
            case "then" -> "要求";
            case "of" -> "每年";
            default ->
                group.text("id").isEmpty()
                    ? "第 " + (Path.place(path.last()) + 1) + " 项"
                    : group.text("id");
          };
    };
  }

  /// By its wording where it has one, for whoever does not see the two side by side.
  String called(Node node, Tree.Group group, Path path) {
    var text = group.text("text");
    return switch (node) {
      case CRITERION, ITEM ->
          text.isEmpty()
              ? coded(node, group, path)
              : text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
      case CHECKLIST, CLASS, TIER, BRANCH -> coded(node, group, path);
    };
  }

  String kind(Node node, Tree.Group group) {
    return switch (node) {
      case CRITERION -> kind(Kinds.criterion(group));
      case ITEM -> kind(Kinds.item(group));
      case CHECKLIST, BRANCH, CLASS, TIER -> node.label();
    };
  }

  private static String kind(String key) {
    return key.isEmpty() ? "未选种类" : FieldWords.of(key);
  }

  /// Its bound, or what else is short enough to stand in a table.
  String said(Tree.Group group) {
    if (group.has("choice")) {
      return chosen(group);
    }
    for (var key : Comparisons.KEYS) {
      if (group.has(key)) {
        return Comparisons.sign(key) + " " + group.text(key) + " " + group.text("unit");
      }
    }
    return group.has("max") ? "满分 " + group.text("max") + " 分" : "";
  }

  private String chosen(Tree.Group group) {
    var options = choices.options(group.text("choice"));
    return group.has("at_least")
        ? label(options, group.text("at_least")) + "及以上"
        : Tree.words(group.get("in").orElse(null)).stream()
            .map(code -> label(options, code))
            .collect(Collectors.joining("、"));
  }

  // A code that the indicator does not have is shown as it was written, since it is what is wrong.
  private static String label(List<Choice> options, String code) {
    return options.stream()
        .filter(option -> option.value().equals(code))
        .map(Choice::label)
        .findFirst()
        .orElse(code);
  }
}
