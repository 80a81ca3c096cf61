package seedbed.sheet;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.figure.Attested;
import seedbed.figure.Confirming;
import seedbed.figure.Figure;
import seedbed.figure.Reporting;
import seedbed.figure.Source;
import seedbed.figure.Value;
import seedbed.sheet.Correction.State;
import seedbed.web.Contention;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// Corrects a confirmed sheet: the company asks, township or office decides. The figure that was
/// corrected stays in the history of the new one.
@Singleton
class Correcting {

  private final TransactionOperations<Connection> transactions;
  private final Corrections corrections;
  private final SheetFiles files;
  private final Reporting reporting;
  private final Confirming confirming;
  private final SheetSettings settings;
  private final Telling telling;
  private final Clock clock;

  Correcting(
      TransactionOperations<Connection> transactions,
      Corrections corrections,
      SheetFiles files,
      Reporting reporting,
      Confirming confirming,
      SheetSettings settings,
      Telling telling,
      Clock clock) {
    this.transactions = transactions;
    this.corrections = corrections;
    this.files = files;
    this.reporting = reporting;
    this.confirming = confirming;
    this.settings = settings;
    this.telling = telling;
    this.clock = clock;
  }

  /// @param code the indicator
  Correction ask(Sheet sheet, String code, String typed, @Nullable String reason, Caller by) {
    requireConfirmed(sheet);
    if (reason == null) {
      throw new Refusal.Invalid("reason", "请写明更正的理由。");
    }
    SheetLine line = readable(sheet, code, typed);
    LocalDate today = LocalDate.now(clock);
    try {
      return transactions.executeWrite(_ -> {
        Correction asked =
            corrections.save(
                Correction.asked(
                    line,
                    sheet.id(),
                    typed,
                    reason,
                    by.username(),
                    today,
                    today.plusDays(settings.correctionDays())));
        telling.asked(sheet, asked);
        return asked;
      });
    } catch (DataAccessException e) {
      if (Contention.of(e) != Contention.DUPLICATE) {
        throw e;
      }
      throw new Refusal.Stale("“" + line.entry().label() + "”已有一件更正申请正在办理，办结后才能再次申请。");
    }
  }

  static void requireConfirmed(Sheet sheet) {
    if (!sheet.stage().over()) {
      throw new Refusal.Stale("填报表确认以后才提出更正申请；现在的环节是“" + sheet.stage().label() + "”。");
    }
  }

  private SheetLine readable(Sheet sheet, String code, String typed) {
    SheetFile file = files.typed(sheet, Map.of(code, typed));
    SheetLine line =
        file.line(code).orElseThrow(() -> new Refusal.Invalid("field", "请从填报表上选择要更正的指标。"));
    if (typed.isEmpty() || !line.changed()) {
      throw new Refusal.Invalid("value", "请填写与现有数据不同的值。");
    }
    List<FieldError> wrong =
        file.errors().stream()
            .filter(error -> error.field().equals(code))
            .map(error -> new FieldError("value", error.message()))
            .toList();
    if (!wrong.isEmpty()) {
      throw new Refusal.Invalid("申请更正的值有误，改正后再提交。", wrong);
    }
    return line;
  }

  /// @param outcome accepted or refused; a refusal has words
  Correction decide(
      Sheet sheet, Correction asked, State outcome, @Nullable String words, Caller by) {
    if (outcome == State.REFUSED && words == null) {
      throw new Refusal.Invalid("answer", "不同意更正的，请写明理由。");
    }
    return transactions.executeWrite(_ -> {
      corrections.lock(asked.id());
      Correction standing =
          corrections
              .findByIdAndSheetId(asked.id(), sheet.id())
              .filter(Correction::open)
              .orElseThrow(() -> new Refusal.Stale("这件更正申请已由他人办结，本次没有登记。请打开填报表看过最新情况。"));
      if (outcome == State.ACCEPTED) {
        report(sheet, standing, by);
      }
      String unit = by.unit();
      Correction decided =
          corrections.update(
              standing.decided(
                  outcome,
                  by.username(),
                  unit == null ? by.role().label() : unit,
                  LocalDate.now(clock),
                  words));
      telling.decided(sheet, decided, by);
      return decided;
    });
  }

  // The value is read again: what it is compared with may have changed since it was asked for.
  private void report(Sheet sheet, Correction correction, Caller by) {
    SheetLine line = readable(sheet, correction.field(), correction.typed());
    Value value = line.news().orElseThrow();
    Figure corrected =
        Figure.reported(
            sheet.companyId(),
            line.code(),
            Filling.period(line.indicator(), sheet),
            value,
            new Source(sheet.document(), correction.place()),
            correction.askedBy(),
            clock.instant());
    Figure stored = store(line.kept(), corrected);
    boolean own = line.entry().confirmedBy().contains(settings.townshipUnit());
    if (own && by.role() == Role.TOWNSHIP) {
      confirming.confirm(List.of(stored), by.username(), clock.instant());
    }
  }

  private Figure store(@Nullable Attested kept, Figure corrected) {
    boolean samePeriod = kept != null && kept.figure().period().equals(corrected.period());
    if (kept == null || !samePeriod) {
      return reporting.report(List.of(corrected)).added().getFirst();
    }
    return switch (reporting.correct(kept.figure().id(), corrected)) {
      case Reporting.Replaced(var figure) -> figure;
      case Reporting.NotLive _ -> throw new Refusal.Stale("原数据刚刚被更正过，请打开填报表看过最新情况后再办。");
    };
  }
}
