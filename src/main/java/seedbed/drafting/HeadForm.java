package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.web.Choice;

/// The cover of a draft: what document it is, from when on, and what it takes the place of.
@Singleton
class HeadForm {
  private static final List<String> WORDS =
      List.of("id", "name", "title", "level", "from", "to", "proved_until", "proof");

  private static final List<String> DOCUMENT = List.of("number", "name", "annex");
  private static final String NOTES = "notes";

  private final Choices choices;
  private final Editions editions;

  HeadForm(Choices choices, Editions editions) {
    this.choices = choices;
    this.editions = editions;
  }

  List<Input.Fields> fields(Tree.Group document, @Nullable String ends) {
    var paper = paper(document);
    return List.of(
        new Input.Fields(
            "标准",
            List.of(
                Input.text("name", "名称", document.text("name")),
                Input.text("id", "版本代码", document.text("id")).hinted("小写英文字母和数字，用“-”连接，如 rg-2026"),
                Input.select("title", "主要称号", document.text("title"), choices.titles()),
                Input.select("level", "级别", document.text("level"), Choices.levels()))),
        new Input.Fields(
            "依据文件",
            List.of(
                Input.text("document-number", "文号", paper.text("number")),
                Input.text("document-name", "文件名称", paper.text("name")),
                Input.text("document-annex", "附件", paper.text("annex")).hinted("没有附件的不填"),
                Input.select(
                    "proof", "核实程度", document.text("proof"), Choices.proofs("来源文件原文（未另写）")))),
        new Input.Fields(
            "期间",
            List.of(
                Input.day("from", "生效日", document.text("from")),
                Input.day("to", "废止日", document.text("to")).hinted("仍然有效的不填"),
                Input.day("proved_until", "依据证明的截止日", document.text("proved_until"))
                    .hinted("此后显示为沿用待核；没有的不填"),
                Input.select("ends", "接替", ends == null ? "" : ends, replaceable())
                    .hinted("发布时给被接替的版本写上废止日，即本版本生效日的前一天"))),
        new Input.Fields(
            "说明",
            List.of(
                Input.area(NOTES, "说明", String.join("\n", Tree.words(document.fields().get(NOTES))))
                    .hinted("每行一条"))));
  }

  private List<Choice> replaceable() {
    List<Choice> all = new ArrayList<>(List.of(new Choice("", "不接替任何版本")));
    editions.all().stream()
        .filter(edition -> edition.to() == null)
        .map(edition -> new Choice(edition.id(), edition.name()))
        .forEach(all::add);
    return all;
  }

  private static Tree.Group paper(Tree.Group document) {
    return Tree.group(document.fields().get("document"));
  }

  Tree.Group filled(Tree.Group before, Typed typed) {
    var next = before;
    for (var key : WORDS) {
      next = next.with(key, typed.text(key));
    }
    var paper = paper(before);
    for (var key : DOCUMENT) {
      paper = paper.with(key, typed.text("document-" + key));
    }
    var notes = typed.text(NOTES).lines().map(String::strip).filter(s -> !s.isEmpty()).toList();
    return next.with("document", paper).with(NOTES, notes.isEmpty() ? null : Tree.words(notes));
  }

  /// The edition whose end this one brings; null for none or one that cannot be.
  @Nullable String ends(Typed typed) {
    return editions
        .find(typed.text("ends"))
        .filter(edition -> edition.to() == null)
        .map(Edition::id)
        .orElse(null);
  }

  static boolean usable(String code) {
    return code.matches("[a-z0-9]+(-[a-z0-9]+)*") && code.length() <= 60;
  }
}
