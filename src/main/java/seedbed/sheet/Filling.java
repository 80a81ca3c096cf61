package seedbed.sheet;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.Figure;
import seedbed.figure.Period;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// What the company does with its sheet: begin, write, hand in, take back.
@Singleton
class Filling {

  private final TransactionOperations<Connection> transactions;
  private final Sheets sheets;
  private final AnswerRows rows;
  private final Reporting reporting;
  private final SheetProgress progress;
  private final SheetCalendar calendar;
  private final Clock clock;

  Filling(
      TransactionOperations<Connection> transactions,
      Sheets sheets,
      AnswerRows rows,
      Reporting reporting,
      SheetProgress progress,
      SheetCalendar calendar,
      Clock clock) {
    this.transactions = transactions;
    this.sheets = sheets;
    this.rows = rows;
    this.reporting = reporting;
    this.progress = progress;
    this.calendar = calendar;
    this.clock = clock;
  }

  /// The same acts as of another moment.
  Filling at(Clock then) {
    return new Filling(transactions, sheets, rows, reporting, progress.at(then), calendar, then);
  }

  /// The company's sheet of a year, begun now where there is none.
  Sheet begin(long company, int year) {
    LocalDate today = LocalDate.now(clock);
    if (year >= today.getYear()) {
      throw new Refusal.Invalid("year", year + " 年还没有结束，结束后才能填报全年情况。");
    }
    return sheets
        .findByCompanyIdAndAboutYear(company, year)
        .orElseGet(() -> {
          try {
            return sheets.save(Sheet.begun(company, year, today, calendar.yearlyDue(year)));
          } catch (DataAccessException e) {
            // Two people of the company began it at the same moment; there is one.
            return sheets.findByCompanyIdAndAboutYear(company, year).orElseThrow(() -> e);
          }
        });
  }

  /// Keeps what was typed as far as it says something new, also what cannot be read yet.
  ///
  /// @param version what the writer had in front of him
  /// @return false when somebody else wrote meanwhile; then nothing is kept
  boolean keep(SheetFile file, long version) {
    long id = file.sheet().id();
    return transactions.executeWrite(_ -> {
      boolean first = sheets.touch(id, version) == 1;
      if (first) {
        rows.keep(id, news(file));
      }
      return first;
    });
  }

  private static Answers news(SheetFile file) {
    Map<String, String> typed = new LinkedHashMap<>();
    Map<String, String> remarks = new LinkedHashMap<>();
    for (SheetLine line : file.lines()) {
      if (line.changed()) {
        typed.put(line.code(), line.field());
      }
      if (!line.remark().isEmpty()) {
        remarks.put(line.code(), line.remark());
      }
    }
    return new Answers(typed, remarks);
  }

  /// Hands the sheet in: what was typed becomes figures that wait for their confirmation.
  SheetProgress.Made submit(SheetFile file, Caller by, @Nullable String note) {
    List<FieldError> faults =
        Stream.concat(file.errors().stream(), file.unexplained().stream()).toList();
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid("填报表还有 " + faults.size() + " 处需要改正或说明，处理后再提交。", faults);
    }
    if (file.filled() == 0) {
      throw new Refusal.Invalid("note", "填报表还是空的，填写后再提交。");
    }
    return progress.make(
        file.sheet(),
        Move.SUBMIT,
        by,
        note,
        made -> {
          reporting.report(figures(file, by));
          rows.keep(file.sheet().id(), new Answers(Map.of(), news(file).remarks()));
        });
  }

  /// Takes back what the township has not answered yet; the figures it brought stay as they are
  /// until the sheet is handed in again.
  SheetProgress.Made withdraw(Sheet sheet, Caller by, @Nullable String note) {
    if (sheet.stage().over()) {
      throw new Refusal.Stale("镇（街道）已经确认这份填报表，不能撤回；需要更正的，请在相应指标后逐项提出更正申请。");
    }
    if (sheet.stage().writable()) {
      throw new Refusal.Stale("这份填报表现在是“" + sheet.stage().label() + "”，由贵企业办理，不必撤回；请直接修改后再提交。");
    }
    return progress.make(sheet, Move.WITHDRAW, by, note, _ -> {});
  }

  private List<Figure> figures(SheetFile file, Caller by) {
    Instant now = clock.instant();
    Source source = new Source(file.sheet().document(), null);
    return file.lines().stream()
        .flatMap(line ->
            line.news().stream()
                .map(value ->
                    Figure.reported(
                        file.sheet().companyId(),
                        line.code(),
                        period(line.indicator(), file.sheet()),
                        value,
                        source,
                        by.username(),
                        now)))
        .toList();
  }

  static Period period(Indicator indicator, Sheet sheet) {
    return indicator.period() == Indicator.Period.YEAR
        ? Period.year(sheet.aboutYear())
        : Period.day(sheet.lastDay());
  }
}
