package seedbed.visit;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.evidence.Receiving;
import seedbed.portfolio.Assignment;
import seedbed.portfolio.Assignments;
import seedbed.portfolio.Deputising;
import seedbed.web.Refusal;

/// Writes visits down, and what their authors add within a day.
@Singleton
class Recording {

  static final int LONGEST_NOTE = 4_000;
  static final int LONGEST_NAMES = 300;

  private final TransactionOperations<Connection> transactions;
  private final Visits visits;
  private final Additions additions;
  private final Photos photos;
  private final Assignments assignments;
  private final Deputising deputising;
  private final VisitSettings settings;
  private final Clock clock;

  Recording(
      TransactionOperations<Connection> transactions,
      Visits visits,
      Additions additions,
      Photos photos,
      Assignments assignments,
      Deputising deputising,
      VisitSettings settings,
      Clock clock) {
    this.transactions = transactions;
    this.visits = visits;
    this.additions = additions;
    this.photos = photos;
    this.assignments = assignments;
    this.deputising = deputising;
    this.settings = settings;
    this.clock = clock;
  }

  /// What is to be written down.
  record Draft(
      long company,
      long leader,
      LocalDate visitedOn,
      @Nullable String tookPart,
      String note,
      boolean shared) {}

  /// For whom an account may record a visit to a company: itself and whom it acts for, as far as
  /// the company is linked to them today.
  List<Long> leaders(long company, long account) {
    List<Long> linked =
        assignments.ofCompanies(List.of(company), LocalDate.now(clock)).stream()
            .map(Assignment::accountId)
            .toList();
    return deputising.actsFor(account).stream().filter(linked::contains).toList();
  }

  /// All of it or nothing. What the same person sends a second time, word for word, such as by a
  /// second tap, is the visit that is there.
  Visit write(Draft draft, List<Photos.Sent> sent, String by) {
    LocalDate today = LocalDate.now(clock);
    if (draft.visitedOn().isAfter(today)) {
      throw new Refusal.Invalid("visitedOn", "走访日期不能晚于今天。");
    }
    if (draft.visitedOn().isBefore(today.minusDays(settings.backDays()))) {
      throw new Refusal.Invalid("visitedOn", "最多补记 " + settings.backDays() + " 天以内的走访，请核对日期。");
    }
    List<Receiving.Received> received = photos.receive(sent);
    Instant now = clock.instant();
    return transactions.executeWrite(status -> {
      assignments.holdCompanies(List.of(draft.company()));
      Visit sentBefore = same(draft, by);
      if (sentBefore != null) {
        return sentBefore;
      }
      Visit visit =
          visits.save(
              new Visit(
                  0,
                  draft.company(),
                  draft.leader(),
                  draft.visitedOn(),
                  draft.tookPart(),
                  draft.note(),
                  draft.shared(),
                  by,
                  now));
      photos.add(status.getConnection(), visit.id(), received, now);
      return visit;
    });
  }

  private @Nullable Visit same(Draft draft, String by) {
    return visits
        .findByCompanyIdAndLeaderIdAndVisitedOn(draft.company(), draft.leader(), draft.visitedOn())
        .stream()
        .filter(visit -> visit.writtenBy().equals(by) && visit.note().equals(draft.note()))
        .findFirst()
        .orElse(null);
  }

  /// Whether somebody may still add to a visit.
  boolean open(Visit visit, String by) {
    return visit.writtenBy().equals(by)
        && clock.instant().isBefore(visit.writtenAt().plus(additionTime()));
  }

  private Duration additionTime() {
    return Duration.ofHours(settings.additionHours());
  }

  /// @param shared whether the company may read from now on
  void add(Visit visit, @Nullable String note, boolean shared, List<Photos.Sent> sent, String by) {
    if (!visit.writtenBy().equals(by)) {
      throw new Refusal.NotAllowed("只有记录人可以补充或更正自己的走访记录。");
    }
    if (!open(visit, by)) {
      throw new Refusal.Stale("走访记录写成 " + settings.additionHours() + " 小时后不再补充或更正；要补记的，请另写一条走访记录。");
    }
    List<Receiving.Received> received = photos.receive(sent);
    transactions.executeWrite(status -> {
      visits.hold(visit.companyId());
      photos.add(status.getConnection(), visit.id(), received, clock.instant());
      return additions.save(new Addition(0, visit.id(), note, shared, by, clock.instant()));
    });
  }
}
