package seedbed.drafting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.criteria.ChecklistTrack;
import seedbed.criteria.Edition;
import seedbed.criteria.Editions;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist;
import seedbed.drafting.Tree.Path;
import seedbed.web.Chips;
import seedbed.web.Choice;
import seedbed.web.FormErrors;
import seedbed.web.PageRequest;
import seedbed.web.Pager;

/// Puts drafts into words for their pages.
@Singleton
class Views {
  private static final int SHOWN_FLAWS = 30;

  private final Desk desk;
  private final Drafts drafts;
  private final Revisions revisions;
  private final Issuing issuing;
  private final Doubts doubts;
  private final Trials trials;
  private final Editions editions;
  private final Titles titles;
  private final PartWords words;
  private final Clock clock;

  Views(
      Desk desk,
      Drafts drafts,
      Revisions revisions,
      Issuing issuing,
      Doubts doubts,
      Trials trials,
      Editions editions,
      Titles titles,
      PartWords words,
      Clock clock) {
    this.desk = desk;
    this.drafts = drafts;
    this.revisions = revisions;
    this.issuing = issuing;
    this.doubts = doubts;
    this.trials = trials;
    this.editions = editions;
    this.titles = titles;
    this.words = words;
    this.clock = clock;
  }

  /// @param original only drafts made from this edition; null for all
  DraftList list(@Nullable String original, PageRequest page, FormErrors errors) {
    var lines =
        drafts.lines(original, page.size(), page.offset()).stream().map(this::line).toList();
    var total = drafts.count(original);
    return new DraftList(
        total,
        lines,
        Pager.of(page, total),
        original,
        original == null ? null : named(original),
        choices(_ -> true),
        choices(Edition::provisional),
        errors);
  }

  /// The editions that can be copied, newest first.
  private List<Choice> choices(Predicate<Edition> wanted) {
    return editions.all().reversed().stream()
        .filter(wanted)
        .map(edition ->
            new Choice(edition.id(), edition.name() + "（" + edition.document().shown() + "）"))
        .toList();
  }

  private DraftList.Line line(Drafts.Line draft) {
    return new DraftList.Line(
        draft.id(),
        name(TreeReader.read(draft.document())),
        draft.edition(),
        draft.purpose().label(),
        draft.stage().label(),
        switch (draft.stage()) {
          case ISSUED -> "met";
          case PROPOSED -> "unknown";
          case DRAFTING, DISCARDED -> "";
        },
        draft.draftedBy(),
        draft.editedBy(),
        day(draft.changedAt()),
        draft.stage().open() ? draft.problems() : 0,
        draft.demo());
  }

  DraftPage page(Manuscript manuscript, Caller caller, FormErrors errors) {
    var draft = manuscript.draft();
    var result = trials.of(manuscript);
    return new DraftPage(
        head(manuscript),
        manuscript.flaws().stream()
            .limit(SHOWN_FLAWS)
            .map(flaw -> fault(manuscript, flaw))
            .toList(),
        draft.stage().open() ? doubts.of(manuscript) : List.of(),
        Outline.of(manuscript, words),
        new DraftPage.Cases(
            Tree.items(manuscript.cases().get("cases").orElse(null)).size(),
            result.failed(),
            result.passed()),
        draft.stage().open() ? issuing.readiness(manuscript) : List.of(),
        draft.stage().open() ? issuing.obstacles(manuscript, caller) : List.of(),
        revisions.lines(draft.id()).stream()
            .map(line ->
                new DraftPage.Saving(
                    line.number(),
                    line.deed(),
                    line.problems(),
                    line.savedBy(),
                    day(line.savedAt())))
            .toList(),
        errors);
  }

  DraftPage.Head head(Manuscript manuscript) {
    var draft = manuscript.draft();
    var document = Tree.group(manuscript.document().get("document").orElse(null));
    return new DraftPage.Head(
        draft.id(),
        draft.version(),
        name(manuscript.document()),
        draft.edition(),
        draft.original() == null ? null : named(draft.original()),
        draft.ends() == null ? null : named(draft.ends()),
        draft.purpose().label(),
        draft.stage(),
        document.text("number") + "《" + document.text("name") + "》",
        manuscript.document().text("from"),
        draft.draftedBy(),
        draft.editedBy(),
        desk.publisher(draft).orElse(null),
        draft.demo(),
        manuscript.edition() != null);
  }

  private String named(String id) {
    return editions.find(id).map(Edition::name).orElse(id);
  }

  private DraftPage.Fault fault(Manuscript manuscript, Manuscript.Flaw flaw) {
    var node = node(flaw.path());
    var place =
        node.steps().isEmpty()
            ? "封面"
            : Node.of(node)
                .map(kind ->
                    words.called(
                        kind, Tree.group(manuscript.document().at(node).orElse(null)), node))
                .orElse("封面");
    return new DraftPage.Fault(
        place,
        flaw.message(),
        node.steps().isEmpty()
            ? Places.head(manuscript.draft().id()).toString()
            : Places.part(manuscript.draft().id(), node).toString());
  }

  /// The checklists of an edition, to choose from.
  Chips lists(Edition edition, int current) {
    List<Chips.Chip> chips = new ArrayList<>();
    for (var checklist : edition.checklists()) {
      var place = chips.size();
      chips.add(new Chips.Chip(label(checklist), "" + place, null, place == current));
    }
    return new Chips("清单", "list", chips);
  }

  private String label(Checklist checklist) {
    return titles.get(checklist.title()).shortLabel()
        + " · "
        + ChecklistTrack.of(checklist.track()).map(ChecklistTrack::label).orElse("")
        + " · "
        + checklist.applicant().label();
  }

  /// The innermost part with a form that a path lies in.
  static Path node(Path path) {
    var here = path;
    while (!here.steps().isEmpty() && Node.of(here).isEmpty()) {
      here = here.owner();
    }
    return here;
  }

  private static String name(Tree.Group document) {
    var name = document.text("name");
    return name.isEmpty() ? "未命名的标准" : name;
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, clock.getZone());
  }
}
