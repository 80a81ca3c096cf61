package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.List;

/// The forms of the parts that have one shape only, and the way to all others.
@Singleton
class Forms {
  private final Choices choices;
  private final CriterionForm criteria;
  private final ItemForm items;

  Forms(Choices choices, CriterionForm criteria, ItemForm items) {
    this.choices = choices;
    this.criteria = criteria;
    this.items = items;
  }

  PartForm of(Node node) {
    return switch (node) {
      case CRITERION -> criteria;
      case ITEM -> items;
      case CHECKLIST -> new ChecklistForm();
      case CLASS ->
          new KeyForm(
              List.of(
                  Input.text("id", "代码", ""),
                  Input.text("name", "名称", ""),
                  Input.number("max", "满分", ""),
                  Input.number("floor", "最低分", "").hinted("没有最低分的不填")));
      case TIER ->
          new KeyForm(List.of(Input.number("points", "得分", ""), Input.area("text", "内容", "")));
      case BRANCH -> new KeyForm(List.of());
    };
  }

  /// One field a key.
  private record KeyForm(List<Input> inputs) implements PartForm {

    @Override
    public List<Input.Fields> fields(Tree.Group part) {
      return inputs.isEmpty()
          ? List.of()
          : List.of(
              new Input.Fields(
                  "内容", inputs.stream().map(each -> each.with(part.text(each.name()))).toList()));
    }

    @Override
    public Tree.Group filled(Tree.Group before, Typed typed) {
      var next = before;
      for (var input : inputs) {
        next = next.with(input.name(), typed.text(input.name()));
      }
      return next;
    }

    @Override
    public String shape(Tree.Group part) {
      return "";
    }
  }

  private final class ChecklistForm implements PartForm {

    @Override
    public List<Input.Fields> fields(Tree.Group part) {
      return List.of(
          new Input.Fields(
              "清单",
              List.of(
                  Input.select("title", "称号", part.text("title"), choices.titles()),
                  Input.select("track", "类别", part.text("track"), Choices.tracks()),
                  Input.ticks(
                      "applicant",
                      "申报类型",
                      Tree.words(part.fields().get("applicant")),
                      Choices.applicants()))));
    }

    @Override
    public Tree.Group filled(Tree.Group before, Typed typed) {
      return before
          .with("title", typed.text("title"))
          .with("track", typed.text("track"))
          .with("applicant", Tree.words(typed.all("applicant")));
    }

    @Override
    public String shape(Tree.Group part) {
      return "";
    }
  }
}
