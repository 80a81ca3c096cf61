package seedbed.drafting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import seedbed.criteria.IssuedEdition;
import seedbed.criteria.Problem;
import seedbed.criteria.Shelf;
import seedbed.drafting.Manuscript.Flaw;
import seedbed.web.Address;
import seedbed.web.PersonNames;
import seedbed.web.Refusal;

/// Reads drafts: by the reader of the config folder's files, whose complaints about lines become
/// complaints about fields.
@Singleton
class Desk {
  /// The form says in its own head which criterion it is.
  private static final Pattern CODED = Pattern.compile("^条件“[a-z0-9.-]+”");

  private static final Pattern MISSING = Pattern.compile("缺少“([a-z_]+)”");

  private final Drafts drafts;
  private final Revisions revisions;
  private final Shelf shelf;
  private final PersonNames people;

  Desk(Drafts drafts, Revisions revisions, Shelf shelf, PersonNames people) {
    this.drafts = drafts;
    this.revisions = revisions;
    this.shelf = shelf;
    this.people = people;
  }

  Manuscript open(long id) {
    var draft =
        drafts.findById(id).orElseThrow(() -> new Refusal.Absent("没有第 " + id + " 号草案，请从草案列表中选择。"));
    return read(draft, revisions.findByDraftIdAndNumber(id, draft.revision()).orElseThrow());
  }

  /// As it was saved once.
  Manuscript open(long id, int number) {
    var now = open(id);
    var revision =
        revisions
            .findByDraftIdAndNumber(id, number)
            .orElseThrow(() -> new Refusal.Absent("这份草案没有第 " + number + " 稿。"));
    return read(now.draft(), revision);
  }

  /// Why somebody who had an older draft in front of him is turned away.
  Refusal.Stale stale(Draft draft) {
    return new Refusal.Stale(
        "第 %d 号草案刚刚%s，现在是“%s”，本次没有办理。请打开草案，看过最新情况后再办。"
            .formatted(draft.id(), overtakenBy(draft), draft.stage().label()),
        Address.of("/drafts/" + draft.id()));
  }

  private String overtakenBy(Draft draft) {
    return switch (draft.stage()) {
      case DRAFTING -> "由 " + people.of(draft.editedBy()) + " 修改过";
      case ISSUED ->
          publisher(draft).map(publisher -> "由 " + people.of(publisher) + " 发布").orElse("发布");
      case PROPOSED, DISCARDED -> "有人办理过";
    };
  }

  /// Who published it; empty where nobody has.
  Optional<String> publisher(Draft draft) {
    return draft.stage() == Stage.ISSUED
        ? shelf.find(draft.edition()).map(IssuedEdition::issuedBy)
        : Optional.empty();
  }

  Manuscript read(Draft draft, Revision revision) {
    var document = TreeReader.read(revision.document());
    var written = TreeWriter.write(document);
    // A published draft is on the shelf itself by now, and has no problems.
    var reading =
        draft.stage().open()
            ? shelf.read(draft.edition(), written.text(), draft.ends())
            : new Shelf.Reading(shelf.alone(draft.edition(), written.text()).edition(), List.of());
    var flaws = new ArrayList<Flaw>();
    reading.problems().forEach(problem -> flaws.add(flaw(problem, written)));
    if (draft.purpose() == Purpose.CONFIRM) {
      Provisional.places(document)
          .forEach(path -> flaws.add(new Flaw(path, "这一条仍为“以年度通知为准”，请按通知改成确定的条件")));
    }
    return new Manuscript(
        draft, revision, document, TreeReader.read(revision.cases()), reading.edition(), flaws);
  }

  private static Flaw flaw(Problem problem, TreeWriter.Written written) {
    var path = written.line(problem.line());
    var missing = MISSING.matcher(problem.what());
    if (missing.find()) {
      // The complaint is about the group, which begins on the line of its first field.
      path = path.owner().to(missing.group(1));
    }
    return new Flaw(
        path,
        FieldWords.spoken(
            CODED.matcher(problem.what()).replaceFirst("这一条") + "。" + problem.remedy() + "。"));
  }
}
