package seedbed.drafting;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import seedbed.access.Caller;
import seedbed.criteria.Problem;
import seedbed.criteria.Shelf;

/// Publishes a draft: by a second person, after everything was checked once more under lock.
@Singleton
class Issuing {

  private final TransactionOperations<Connection> transactions;
  private final Drafts drafts;
  private final Desk desk;
  private final Trials trials;
  private final Shelf shelf;
  private final Clock clock;

  Issuing(
      TransactionOperations<Connection> transactions,
      Drafts drafts,
      Desk desk,
      Trials trials,
      Shelf shelf,
      Clock clock) {
    this.transactions = transactions;
    this.drafts = drafts;
    this.desk = desk;
    this.trials = trials;
    this.shelf = shelf;
    this.clock = clock;
  }

  sealed interface Outcome {}

  record Issued(Draft draft) implements Outcome {}

  record Refused(List<String> reasons) implements Outcome {}

  /// @param version what the publisher had in front of him
  Outcome issue(long id, long version, Caller by) {
    var outcome =
        transactions.executeWrite(_ -> {
          // Locks before anything is read: what is read then is what others have left.
          shelf.lock();
          drafts.lock(id);
          var manuscript = desk.open(id);
          var draft = manuscript.draft();
          if (draft.version() != version || draft.stage() != Stage.PROPOSED) {
            throw desk.stale(draft);
          }
          var reasons = obstacles(manuscript, by);
          return reasons.isEmpty() ? issue(manuscript, by) : new Refused(reasons);
        });
    if (outcome instanceof Issued) {
      shelf.refresh();
    }
    return outcome;
  }

  private Outcome issue(Manuscript manuscript, Caller by) {
    var draft = manuscript.draft();
    var problems =
        shelf.issue(
            new Shelf.Order(
                draft.edition(),
                TreeWriter.write(manuscript.document()).text(),
                TreeWriter.write(manuscript.cases()).text(),
                draft.original(),
                draft.ends(),
                draft.draftedBy(),
                by.username()));
    if (!problems.isEmpty()) {
      return new Refused(problems.stream().map(Problem::what).map(FieldWords::spoken).toList());
    }
    return new Issued(drafts.update(draft.in(Stage.ISSUED, clock.instant())));
  }

  /// Everything that is in the way, for the page before as well as under lock.
  List<String> obstacles(Manuscript manuscript, Caller by) {
    var reasons = new ArrayList<>(readiness(manuscript));
    if (manuscript.draft().writtenBy(by.username())) {
      reasons.addFirst("起草人和最近修改人不能发布自己写的版本，请由另一位同事复核后发布。");
    }
    return List.copyOf(reasons);
  }

  /// What keeps it from being handed to a second person.
  List<String> readiness(Manuscript manuscript) {
    var reasons = new ArrayList<String>();
    if (!manuscript.sound()) {
      reasons.add("还有 " + Math.max(1, manuscript.flaws().size()) + " 处要改正。");
      return reasons;
    }
    var result = trials.of(manuscript);
    if (!result.problems().isEmpty()) {
      reasons.add("有算例写得不对，请先改正算例。");
    } else if (result.trials().isEmpty()) {
      reasons.add("还没有算例，至少要有一个算例说明条件怎样判定。");
    } else if (!result.passed()) {
      reasons.add("有 " + result.failed() + " 个算例的结果与预期不符，请核对条件或者算例。");
    }
    return reasons;
  }
}
