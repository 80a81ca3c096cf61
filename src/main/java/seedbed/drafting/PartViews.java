package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import seedbed.drafting.Tree.Path;
import seedbed.web.Choice;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;

/// Puts parts of a draft into words for their pages.
@Singleton
class PartViews {
  private final Views views;
  private final Forms forms;
  private final PartWords words;

  PartViews(Views views, Forms forms, PartWords words) {
    this.views = views;
    this.forms = forms;
    this.words = words;
  }

  /// @param part as it is kept, or as it was typed just now
  PartPage page(Manuscript manuscript, Path at, Node node, Tree.Group part, String notice) {
    var form = forms.of(node);
    var open = manuscript.draft().stage().open();
    return new PartPage(
        views.head(manuscript),
        at.toString(),
        words.called(node, part, at),
        node.label(),
        ups(manuscript, at),
        "/drafts/" + manuscript.draft().id() + "/part",
        form.shape(part),
        form.fields(part),
        node.slots(part, at).stream().map(slot -> slot(manuscript, slot)).toList(),
        open && notice.isEmpty() ? errors(manuscript, at) : FormErrors.NONE,
        notice);
  }

  String named(Manuscript manuscript, Path at) {
    return Node.of(at)
        .map(node ->
            node.label()
                + "“"
                + words.called(node, Tree.group(manuscript.document().at(at).orElse(null)), at)
                + "”")
        .orElse("内容");
  }

  private List<PartPage.Up> ups(Manuscript manuscript, Path at) {
    List<PartPage.Up> ups = new ArrayList<>();
    for (var here = Views.node(at.owner());
        !here.steps().isEmpty();
        here = Views.node(here.owner())) {
      var place = here;
      Node.of(place)
          .ifPresent(node ->
              ups.addFirst(
                  new PartPage.Up(
                      place.toString(),
                      words.called(
                          node, Tree.group(manuscript.document().at(place).orElse(null)), place))));
    }
    return ups;
  }

  private PartPage.Slot slot(Manuscript manuscript, Node.Slot slot) {
    return new PartPage.Slot(
        slot.path().toString(),
        slot.label(),
        slot.list(),
        Outline.parts(manuscript, words, slot),
        switch (slot.node()) {
          case CRITERION -> Kinds.choices(Kinds.CRITERIA);
          case ITEM -> Kinds.choices(Kinds.ITEMS);
          case CHECKLIST, BRANCH, CLASS, TIER -> List.<Choice>of();
        });
  }

  /// What is wrong with the part, at the field where it can be put right.
  private static FormErrors errors(Manuscript manuscript, Path at) {
    return FormErrors.of(
        manuscript.flawsWithin(at).stream()
            .map(flaw -> new FieldError(field(flaw.path().after(at)), flaw.message()))
            .distinct()
            .toList());
  }

  private static String field(Path within) {
    var steps = within.steps();
    var first = steps.isEmpty() ? "" : steps.getFirst();
    return switch (first) {
      case "quantity", "bands", "steps" -> "q-shape";
      case "at_least", "at_most", "more_than", "less_than" -> "bound";
      case "in" -> "options";
      case "holds", "lacks" -> "titles";
      case "every_year", "any_year", "at_least_of", "score" ->
          steps.size() == 2 ? steps.getLast() : "";
      case "all",
          "any",
          "branches",
          "readings",
          "criteria",
          "items",
          "tiers",
          "cumulative",
          "best",
          "when",
          "then" ->
          "";
      default -> first;
    };
  }

  PartPage.Conflict conflict(Manuscript kept, Path at, Node node, Tree.Group mine, Typed typed) {
    var form = forms.of(node);
    var theirs = form.fields(Tree.group(kept.document().at(at).orElse(null)));
    return new PartPage.Conflict(
        views.head(kept),
        at.toString(),
        words.called(node, mine, at),
        "/drafts/" + kept.draft().id() + "/part",
        lines(form.fields(mine), theirs),
        typed.kept());
  }

  static List<PartPage.Line> lines(List<Input.Fields> mine, List<Input.Fields> theirs) {
    var kept = theirs.stream().flatMap(each -> each.inputs().stream()).toList();
    return mine.stream()
        .flatMap(fields ->
            fields.inputs().stream()
                .map(input ->
                    new PartPage.Line(
                        fields.legend() + " · " + input.label(),
                        said(kept.stream(), input),
                        input.said())))
        .toList();
  }

  private static String said(Stream<Input> kept, Input wanted) {
    return kept.filter(each -> each.name().equals(wanted.name()))
        .findFirst()
        .map(Input::said)
        .orElse("");
  }
}
