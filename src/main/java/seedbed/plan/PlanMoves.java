package seedbed.plan;

import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.Refusal;

/// Moves versions of plans on, each move once and with its line in the history.
@Singleton
class PlanMoves {

  private final TransactionOperations<Connection> transactions;
  private final PlanVersions versions;
  private final PlanSteps steps;
  private final PlanSettings settings;
  private final Telling telling;
  private final Clock clock;

  PlanMoves(
      TransactionOperations<Connection> transactions,
      PlanVersions versions,
      PlanSteps steps,
      PlanSettings settings,
      Telling telling,
      Clock clock) {
    this.transactions = transactions;
    this.versions = versions;
    this.steps = steps;
    this.settings = settings;
    this.telling = telling;
    this.clock = clock;
  }

  /// What a move did.
  record Made(Version version, PlanStep step) {}

  /// @param before work that the moved version takes in, under the lock of the move
  /// @param along work that belongs to the move and is kept or lost with it
  /// @throws Refusal.Stale when somebody else was quicker
  Made make(
      Version version,
      Move move,
      Caller by,
      @Nullable String note,
      UnaryOperator<Version> before,
      Consumer<Made> along) {
    LocalDate today = LocalDate.now(clock);
    if (!move.from(version.stage())) {
      throw new Refusal.Stale(
          "方案现在的环节是“%s”，不能“%s”。请打开方案，看过最新情况后再办。".formatted(version.stage().label(), move.label()));
    }
    try {
      return transactions.executeWrite(_ -> {
        Version moved =
            versions.update(before.apply(version.moved(move, today, due(version, move, today))));
        Made made = new Made(moved, steps.save(step(version, moved, move, by, today, note)));
        along.accept(made);
        telling.tell(made);
        return made;
      });
    } catch (OptimisticLockException e) {
      throw new Refusal.Stale("方案刚刚由他人办理或修改过，本次没有登记。请打开方案，看过最新情况后再办。");
    }
  }

  private PlanStep step(
      Version before, Version after, Move move, Caller by, LocalDate today, @Nullable String note) {
    String unit = by.unit();
    return new PlanStep(
        0,
        after.id(),
        move,
        after.stage(),
        before.dueOn(),
        today,
        clock.instant(),
        by.username(),
        unit == null ? by.role().label() : unit,
        note);
  }

  private @Nullable LocalDate due(Version version, Move move, LocalDate today) {
    return switch (move) {
      case SUBMIT -> today.plusDays(settings.townshipDays());
      case FORWARD -> today.plusDays(settings.officeDays());
      case WITHDRAW -> before(version, today);
      case RETURN, APPROVE, ABANDON -> null;
    };
  }

  // Taking it back gives nobody more time than he had when he handed it in.
  private LocalDate before(Version version, LocalDate today) {
    List<PlanStep> history = steps.ofPlan(version.planId());
    return history.stream()
        .filter(step -> step.versionId() == version.id() && step.move() == Move.SUBMIT)
        .map(PlanStep::dueOn)
        .findFirst()
        .orElse(today.plusDays(settings.draftDays()));
  }
}
