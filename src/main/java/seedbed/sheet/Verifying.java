package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.figure.Attested;
import seedbed.figure.Confirming;
import seedbed.figure.Figure;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// What the township does with a sheet that was handed in.
@Singleton
class Verifying {

  private final SheetProgress progress;
  private final AnswerRows rows;
  private final Confirming confirming;
  private final SheetSettings settings;
  private final Clock clock;

  Verifying(
      SheetProgress progress,
      AnswerRows rows,
      Confirming confirming,
      SheetSettings settings,
      Clock clock) {
    this.progress = progress;
    this.rows = rows;
    this.confirming = confirming;
    this.settings = settings;
    this.clock = clock;
  }

  /// The same acts as of another moment.
  Verifying at(Clock then) {
    return new Verifying(progress.at(then), rows, confirming, settings, then);
  }

  /// The township found nothing wrong. What it answers for is confirmed with it; the rest waits for
  /// the departments.
  ///
  /// @param faults indicator by indicator; whoever wrote one has found something wrong
  SheetProgress.Made confirm(
      SheetFile file, Caller by, @Nullable String note, List<AnswerRows.Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Refusal.Invalid(
          "已经写了退回理由，不能确认。", faults.stream().map(fault -> contradicted(file, fault)).toList());
    }
    return progress.make(
        file.sheet(),
        Move.CONFIRM,
        by,
        note,
        _ -> confirming.confirm(own(file), by.username(), clock.instant()));
  }

  private static FieldError contradicted(SheetFile file, AnswerRows.Fault fault) {
    return new FieldError(
        VerifyingPages.faultField(fault.field()),
        "“%s”写了退回理由，不能确认：没有问题的请清空理由再确认，要退回的请按“退回修改”。"
            .formatted(
                file.line(fault.field()).map(line -> line.entry().label()).orElse(fault.field())));
  }

  private List<Figure> own(SheetFile file) {
    return file.lines().stream()
        .filter(line -> line.entry().confirmedBy().contains(settings.townshipUnit()))
        .map(SheetLine::kept)
        .filter(Objects::nonNull)
        .filter(attested -> !attested.confirmed())
        .map(Attested::figure)
        .filter(figure -> figure.source().document().equals(file.sheet().document()))
        .toList();
  }

  /// @param faults indicator by indicator; at least one, or a note
  SheetProgress.Made sendBack(
      SheetFile file, Caller by, @Nullable String note, List<AnswerRows.Fault> faults) {
    if (faults.isEmpty() && note == null) {
      throw new Refusal.Invalid("note", "请写明退回理由：在有问题的指标后逐项填写，或者填写总的意见。");
    }
    return progress.make(
        file.sheet(), Move.RETURN, by, note, made -> rows.addFaults(made.step().id(), faults));
  }
}
