package seedbed.admission;

import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.Refusal;

/// Moves applications on, each move once and with its line in the history.
@Singleton
class Progress {

  private final TransactionOperations<Connection> transactions;
  private final Applications applications;
  private final Steps steps;
  private final AdmissionSettings settings;
  private final Telling telling;
  private final Clock clock;

  Progress(
      TransactionOperations<Connection> transactions,
      Applications applications,
      Steps steps,
      AdmissionSettings settings,
      Telling telling,
      Clock clock) {
    this.transactions = transactions;
    this.applications = applications;
    this.steps = steps;
    this.settings = settings;
    this.telling = telling;
    this.clock = clock;
  }

  /// What a move did.
  record Made(Application application, Step step) {}

  /// Work that belongs to a move and is kept or lost with it.
  interface Along {
    void with(Made made);
  }

  /// Who makes a move.
  ///
  /// @param as his role or unit
  record Hand(String by, String as) {

    static Hand of(Caller by) {
      String unit = by.unit();
      return new Hand(by.username(), unit == null ? by.role().label() : unit);
    }
  }

  Made make(Application application, Move move, Hand by, @Nullable String note) {
    return make(application, move, by, note, moved -> moved, _ -> {});
  }

  Made make(Application application, Move move, Caller by, @Nullable String note) {
    return make(application, move, by, note, moved -> moved, _ -> {});
  }

  /// @param as what else changes of the application
  /// @throws Refusal.Stale when somebody else was quicker
  Made make(
      Application application,
      Move move,
      Caller by,
      @Nullable String note,
      UnaryOperator<Application> as,
      Along along) {
    return make(application, move, Hand.of(by), note, as, along);
  }

  private Made make(
      Application application,
      Move move,
      Hand by,
      @Nullable String note,
      UnaryOperator<Application> as,
      Along along) {
    LocalDate today = LocalDate.now(clock);
    if (!move.from(application.stage())) {
      throw refused(application, move);
    }
    try {
      return transactions.executeWrite(status -> {
        Application moved =
            applications.update(as.apply(application.moved(move, today, due(move.to(), today))));
        Made made = new Made(moved, steps.save(step(application, moved, move, by, today, note)));
        along.with(made);
        telling.tell(made);
        return made;
      });
    } catch (OptimisticLockException e) {
      throw stale(application);
    }
  }

  private Step step(
      Application before,
      Application after,
      Move move,
      Hand by,
      LocalDate today,
      @Nullable String note) {
    return new Step(
        0,
        after.id(),
        after.round(),
        move,
        after.stage(),
        before.dueOn(),
        today,
        // As the database keeps it, so that what is told in the same act is not younger.
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        by.by(),
        by.as(),
        note);
  }

  /// The last day for whoever acts in a stage that begins today; null where nobody is waited for.
  @Nullable LocalDate due(Stage stage, LocalDate today) {
    return switch (stage) {
      case TOWNSHIP -> today.plusDays(settings.townshipDays());
      case DEPARTMENTS -> today.plusDays(settings.departmentDays());
      case OFFICE, NOTICE -> today.plusDays(settings.officeDays());
      case DRAFT, RETURNED, WITHDRAWN, ADMITTED -> null;
    };
  }

  static Refusal.Stale stale(Application application) {
    return new Refusal.Stale(
        "第 %d 号申请刚刚由他人办理过，本次没有登记。请打开申请，看过最新情况后再办。".formatted(application.id()));
  }

  private static Refusal refused(Application application, Move move) {
    return new Refusal.Stale(
        "第 %d 号申请现在的环节是“%s”，不能“%s”。请打开申请，看过最新情况后再办。"
            .formatted(application.id(), application.stage().label(), move.label()));
  }
}
