package seedbed.meeting;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import seedbed.access.Caller;
import seedbed.meeting.Decision.State;
import seedbed.meeting.DecisionStep.Move;
import seedbed.web.Refusal;

/// What becomes of decisions: owners report, the office closes them and lets them go on.
@Singleton
class Steps {

  private final TransactionOperations<Connection> transactions;
  private final Decisions decisions;
  private final DecisionSteps steps;
  private final Clock clock;

  Steps(
      TransactionOperations<Connection> transactions,
      Decisions decisions,
      DecisionSteps steps,
      Clock clock) {
    this.transactions = transactions;
    this.decisions = decisions;
    this.steps = steps;
    this.clock = clock;
  }

  /// The unit, or the role of who has none.
  static String as(Caller caller) {
    String unit = caller.unit();
    return unit == null ? caller.role().label() : unit;
  }

  void report(Decision decision, String words, Caller by) {
    move(decision, Move.REPORT, words, by, clock.instant());
  }

  void close(Decision decision, String words, Caller by) {
    move(decision, Move.CLOSE, words, by, clock.instant());
  }

  void reopen(Decision decision, String words, Caller by) {
    move(decision, Move.REOPEN, words, by, clock.instant());
  }

  /// The version of the decision is raised by every step, so that of two people who look at the
  /// same state the second is told.
  void move(Decision decision, Move move, String words, Caller by, Instant at) {
    State from = move == Move.REOPEN ? State.CLOSED : State.OPEN;
    if (decision.state() != from) {
      throw new Refusal.Stale(
          "这件议定事项现在是“%s”，不能%s。".formatted(decision.state().label(), move.label()));
    }
    transactions.executeWrite(_ -> {
      decisions.update(decision.in(move == Move.CLOSE ? State.CLOSED : State.OPEN));
      return steps.save(
          new DecisionStep(
              0,
              decision.id(),
              move,
              words,
              LocalDate.ofInstant(at, clock.getZone()),
              at,
              by.username(),
              as(by)));
    });
  }
}
