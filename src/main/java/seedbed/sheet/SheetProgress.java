package seedbed.sheet;

import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.Refusal;

/// Moves sheets on, each move once and with its line in the history.
@Singleton
class SheetProgress {

  private final TransactionOperations<Connection> transactions;
  private final Sheets sheets;
  private final SheetSteps steps;
  private final SheetSettings settings;
  private final SheetCalendar calendar;
  private final Telling telling;
  private final Clock clock;

  SheetProgress(
      TransactionOperations<Connection> transactions,
      Sheets sheets,
      SheetSteps steps,
      SheetSettings settings,
      SheetCalendar calendar,
      Telling telling,
      Clock clock) {
    this.transactions = transactions;
    this.sheets = sheets;
    this.steps = steps;
    this.settings = settings;
    this.calendar = calendar;
    this.telling = telling;
    this.clock = clock;
  }

  /// The same acts as of another moment.
  SheetProgress at(Clock then) {
    return new SheetProgress(
        transactions, sheets, steps, settings, calendar, telling.at(then), then);
  }

  /// What a move did.
  record Made(Sheet sheet, SheetStep step) {}

  /// @param along work that belongs to the move and is kept or lost with it
  /// @throws Refusal.Stale when somebody else was quicker
  Made make(Sheet sheet, Move move, Caller by, @Nullable String note, Consumer<Made> along) {
    LocalDate today = LocalDate.now(clock);
    if (!move.from(sheet.stage())) {
      throw new Refusal.Stale(
          "这份填报表现在的环节是“%s”，不能“%s”。请打开填报表，看过最新情况后再办。"
              .formatted(sheet.stage().label(), move.label()));
    }
    try {
      return transactions.executeWrite(_ -> {
        if (move == Move.SUBMIT) {
          sheets.hold(sheet.companyId());
        }
        Sheet moved = sheets.update(sheet.moved(move, today, due(sheet, move, today)));
        Made made = new Made(moved, steps.save(step(sheet, moved, move, by, today, note)));
        along.accept(made);
        telling.tell(made);
        return made;
      });
    } catch (OptimisticLockException e) {
      throw new Refusal.Stale("这份填报表刚刚由他人办理或修改过，本次没有登记。请打开填报表，看过最新情况后再办。");
    }
  }

  private SheetStep step(
      Sheet before, Sheet after, Move move, Caller by, LocalDate today, @Nullable String note) {
    String unit = by.unit();
    return new SheetStep(
        0,
        after.id(),
        after.round(),
        move,
        after.stage(),
        before.due(calendar.yearlyDue(before.aboutYear())),
        today,
        clock.instant(),
        by.username(),
        unit == null ? by.role().label() : unit,
        note);
  }

  private @Nullable LocalDate due(Sheet sheet, Move move, LocalDate today) {
    return switch (move) {
      case SUBMIT -> today.plusDays(settings.townshipDays());
      case RETURN -> today.plusDays(settings.returnDays());
      case WITHDRAW -> before(sheet);
      case CONFIRM -> null;
    };
  }

  // Taking it back gives nobody more time than he had when he handed it in.
  private LocalDate before(Sheet sheet) {
    return steps.findBySheetIdOrderByIdDesc(sheet.id()).stream()
        .filter(step -> step.move() == Move.SUBMIT)
        .findFirst()
        .map(SheetStep::dueOn)
        .orElseGet(() -> calendar.yearlyDue(sheet.aboutYear()));
  }
}
