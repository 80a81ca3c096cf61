package seedbed.sheet;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.sheet.Operating.Move;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// What is done with operating sheets: the company begins, writes and hands in and takes back, the
/// township looks at what came or sends it back, then or later.
@Singleton
class OperatingActs {

  private final TransactionOperations<Connection> transactions;
  private final Operatings sheets;
  private final OperatingSteps steps;
  private final OperatingRows rows;
  private final SheetCalendar calendar;
  private final Clock clock;

  OperatingActs(
      TransactionOperations<Connection> transactions,
      Operatings sheets,
      OperatingSteps steps,
      OperatingRows rows,
      SheetCalendar calendar,
      Clock clock) {
    this.transactions = transactions;
    this.sheets = sheets;
    this.steps = steps;
    this.rows = rows;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// The same acts as if it were another time.
  OperatingActs at(Clock then) {
    return new OperatingActs(transactions, sheets, steps, rows, calendar, then);
  }

  /// The company's sheet for a period, begun now where there is none.
  Operating begin(long company, OperatingPeriod period) {
    Optional<LocalDate> due = calendar.due(period);
    if (!period.lastDay().isBefore(LocalDate.now(clock)) || due.isEmpty()) {
      throw new Refusal.Invalid("period", "请选择已经结束的填报期。");
    }
    return sheets
        .findByCompanyIdAndAboutYearAndThroughMonth(company, period.year(), period.throughMonth())
        .orElseGet(() -> {
          try {
            return sheets.save(Operating.begun(company, period, due.get()));
          } catch (DataAccessException e) {
            // Two people of the company began it at the same moment; there is one.
            return sheets
                .findByCompanyIdAndAboutYearAndThroughMonth(
                    company, period.year(), period.throughMonth())
                .orElseThrow(() -> e);
          }
        });
  }

  /// @param id of one that is known to exist
  Operating find(long id) {
    return sheets.findById(id).orElseThrow();
  }

  /// Keeps what was typed, also what cannot be read yet.
  ///
  /// @return false when somebody else wrote meanwhile; then nothing is kept
  boolean keep(OperatingFile file, long version) {
    long id = file.sheet().id();
    return transactions.executeWrite(_ -> {
      boolean first = sheets.touch(id, version) == 1;
      if (first) {
        rows.keep(id, file.typed());
      }
      return first;
    });
  }

  /// Hands it in, with what it warns of now. What looks like a slip the company has looked at: that
  /// is asked for before and kept with the step.
  void submit(OperatingFile file, Caller by, @Nullable String note) {
    List<FieldError> faults =
        Stream.concat(file.errors().stream(), missing(file).stream()).toList();
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid("运行情况表还有 " + faults.size() + " 处需要改正，处理后再提交。", faults);
    }
    transactions.executeWrite(_ -> {
      sheets.hold(file.sheet().companyId());
      OperatingStep step = move(file.sheet().saying(file.now()), Move.SUBMIT, by, note);
      rows.assure(step.id(), file.cautions().stream().map(FieldError::message).toList());
      rows.warn(file.sheet().id(), file.warnings());
      return true;
    });
  }

  /// What has to be there before it is handed in.
  static List<FieldError> missing(OperatingFile file) {
    return Stream.of(OperatingField.SALES, OperatingField.FORECAST)
        .filter(field -> file.typed().getOrDefault(field.code(), "").isEmpty())
        .map(field -> new FieldError(field.code(), "请填写" + field.label() + "。"))
        .toList();
  }

  /// Takes back what the township has not looked at yet.
  void withdraw(Operating sheet, Caller by, @Nullable String note) {
    switch (sheet.stage()) {
      case SUBMITTED -> move(sheet, Move.WITHDRAW, by, note);
      case SEEN -> throw new Refusal.Stale("镇（街道）已阅这份运行情况表，不能撤回；填报有误的，请镇（街道）退回更正。");
      case DRAFT -> throw new Refusal.Stale("这份运行情况表还没有提交，不必撤回；请直接修改后再提交。");
    }
  }

  void see(Operating sheet, Caller by, @Nullable String note) {
    move(sheet, Move.SEE, by, note);
  }

  /// Also one that was looked at already: the company may have found out itself that it is wrong.
  ///
  /// @return what was done
  Move sendBack(Operating sheet, Caller by, @Nullable String note) {
    if (note == null) {
      throw new Refusal.Invalid("note", "请写明退回理由。");
    }
    Move move = sheet.stage() == Move.REOPEN.from() ? Move.REOPEN : Move.RETURN;
    move(sheet, move, by, note);
    return move;
  }

  // As it is when it is handed in: days off may be announced after it was begun.
  private LocalDate due(Operating sheet) {
    return sheet.writable() ? calendar.due(sheet.period()).orElse(sheet.dueOn()) : sheet.dueOn();
  }

  private OperatingStep move(Operating sheet, Move move, Caller by, @Nullable String note) {
    if (sheet.stage() != move.from()) {
      throw new Refusal.Stale(
          "这份运行情况表现在是“%s”，不能“%s”。请刷新后再办。".formatted(sheet.stage().label(), move.label()));
    }
    String unit = by.unit();
    try {
      return transactions.executeWrite(_ -> {
        sheets.update(sheet.moved(move));
        return steps.save(
            new OperatingStep(
                0,
                sheet.id(),
                move,
                due(sheet),
                LocalDate.now(clock),
                clock.instant(),
                by.username(),
                unit == null ? by.role().label() : unit,
                note));
      });
    } catch (OptimisticLockException e) {
      throw new Refusal.Stale("这份运行情况表刚刚由他人办理或修改过，本次没有登记。请刷新后再办。");
    }
  }
}
