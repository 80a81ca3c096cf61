package seedbed.drafting;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.Address;
import seedbed.web.Refusal;

/// Writes drafts: begins them, saves them revision by revision, and hands them to somebody else.
@Singleton
class Drafting {

  private final TransactionOperations<Connection> transactions;
  private final Drafts drafts;
  private final Revisions revisions;
  private final Desk desk;
  private final Clock clock;

  Drafting(
      TransactionOperations<Connection> transactions,
      Drafts drafts,
      Revisions revisions,
      Desk desk,
      Clock clock) {
    this.transactions = transactions;
    this.drafts = drafts;
    this.revisions = revisions;
    this.desk = desk;
    this.clock = clock;
  }

  /// What a draft says with its cases, and what it puts an end to.
  record Text(Tree.Group document, Tree.Group cases, @Nullable String ends) {}

  sealed interface Outcome {}

  record Saved(Manuscript manuscript) implements Outcome {}

  /// Somebody else saved meanwhile; nothing was kept.
  record Conflict(Manuscript kept) implements Outcome {}

  Draft begin(Draft draft, Text text, String deed) {
    return transactions.executeWrite(_ -> {
      var begun = drafts.save(draft);
      keep(begun, text, deed);
      return begun;
    });
  }

  /// @param version what the writer had in front of him
  Outcome save(long id, long version, Caller by, String deed, UnaryOperator<Text> change) {
    return transactions.executeWrite(_ -> {
      drafts.lock(id);
      var before = desk.open(id);
      var draft = before.draft();
      if (!draft.stage().open()) {
        throw closed(draft);
      }
      if (draft.version() != version) {
        return new Conflict(before);
      }
      var text = change.apply(new Text(before.document(), before.cases(), draft.ends()));
      var code = text.document().text("id");
      var saved =
          drafts.update(
              draft.edited(
                  code.isEmpty() ? draft.edition() : code,
                  text.ends(),
                  by.username(),
                  clock.instant()));
      keep(saved, text, deed);
      return new Saved(desk.open(id));
    });
  }

  private void keep(Draft draft, Text text, String deed) {
    var document = TreeWriter.write(text.document()).text();
    var cases = TreeWriter.write(text.cases().with("edition", draft.edition())).text();
    var revision =
        new Revision(
            draft.id(),
            draft.revision(),
            document,
            cases,
            deed.length() > 300 ? deed.substring(0, 299) + "…" : deed,
            0,
            draft.editedBy(),
            draft.changedAt());
    revisions.add(
        draft.id(),
        draft.revision(),
        document,
        cases,
        revision.deed(),
        desk.read(draft, revision).flaws().size(),
        draft.editedBy(),
        draft.changedAt());
  }

  /// Moves it from one stage to another, once.
  ///
  /// @throws Refusal.Stale when somebody else was quicker
  Draft move(long id, long version, Stage from, Stage to) {
    return transactions.executeWrite(_ -> {
      drafts.lock(id);
      var draft = desk.open(id).draft();
      if (draft.version() != version || draft.stage() != from) {
        throw desk.stale(draft);
      }
      return drafts.update(draft.in(to, clock.instant()));
    });
  }

  Draft discard(long id, long version) {
    return transactions.executeWrite(_ -> {
      drafts.lock(id);
      var draft = desk.open(id).draft();
      if (!draft.stage().open()) {
        throw closed(draft);
      }
      if (draft.version() != version) {
        throw desk.stale(draft);
      }
      return drafts.update(draft.in(Stage.DISCARDED, clock.instant()));
    });
  }

  private static Refusal.Stale closed(Draft draft) {
    return new Refusal.Stale(
        "第 %d 号草案%s，不能再修改；需要修改的请另行起草。".formatted(draft.id(), draft.stage().label()),
        Address.of("/drafts/" + draft.id()));
  }
}
