package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.FieldError;

/// Sheets for those who load them by the dozen, such as demonstration data: the same acts as on the
/// pages, by number and partly as of a day, without asking who may.
@Singleton
public class SheetWork {

  private static final LocalTime OFFICE_HOURS = LocalTime.of(10, 0);

  private final Sheets sheets;
  private final SheetFiles files;
  private final Filling filling;
  private final Verifying verifying;
  private final Correcting correcting;
  private final OperatingFiles operatingFiles;
  private final OperatingActs operating;
  private final Clock clock;

  SheetWork(
      Sheets sheets,
      SheetFiles files,
      Filling filling,
      Verifying verifying,
      Correcting correcting,
      OperatingFiles operatingFiles,
      OperatingActs operating,
      Clock clock) {
    this.sheets = sheets;
    this.files = files;
    this.filling = filling;
    this.verifying = verifying;
    this.correcting = correcting;
    this.operatingFiles = operatingFiles;
    this.operating = operating;
    this.clock = clock;
  }

  public boolean any() {
    return sheets.count() > 0;
  }

  /// The number of a company's sheet of a year.
  public long begin(long company, int year, LocalDate on) {
    return filling.at(then(on)).begin(company, year).id();
  }

  /// Writes answers, by indicator, and explains whatever has to be.
  ///
  /// @return whether it can be handed in
  public boolean write(long id, Map<String, String> answers, String remark) {
    keep(id, new HashMap<>(answers));
    Map<String, @Nullable Object> remarks = new HashMap<>();
    for (FieldError doubt : files.of(sheet(id)).unexplained()) {
      remarks.put(doubt.field(), remark);
    }
    keep(id, remarks);
    return files.of(sheet(id)).errors().isEmpty();
  }

  private void keep(long id, Map<String, @Nullable Object> form) {
    Sheet sheet = sheet(id);
    filling.keep(files.typed(sheet, form), sheet.version());
  }

  public void submit(long id, LocalDate on, Caller by) {
    filling.at(then(on)).submit(files.of(sheet(id)), by, null);
  }

  public void confirm(long id, LocalDate on, Caller by) {
    verifying.at(then(on)).confirm(files.of(sheet(id)), by, null, List.of());
  }

  public void sendBack(long id, Caller by, String indicator, String reason) {
    verifying.sendBack(
        files.of(sheet(id)), by, null, List.of(new AnswerRows.Fault(indicator, reason)));
  }

  public void askCorrection(long id, String indicator, String value, String reason, Caller by) {
    correcting.ask(sheet(id), indicator, value, reason, by);
  }

  /// What an operating sheet says.
  ///
  /// @param month through which it goes
  public record Operated(long company, int year, int month, Map<String, String> answers) {}

  /// A company's operating sheet, handed in on a day.
  ///
  /// @return its number
  public long operate(Operated said, LocalDate on, Caller by) {
    OperatingActs acts = operating.at(then(on));
    Operating begun = acts.begin(said.company, new OperatingPeriod(said.year, said.month));
    acts.keep(operatingFiles.typed(begun, new HashMap<>(said.answers)), begun.version());
    acts.submit(operatingFiles.of(acts.find(begun.id())), by, null);
    return begun.id();
  }

  /// The township has seen it.
  public void see(long id, LocalDate on, Caller by) {
    operating.at(then(on)).see(operating.find(id), by, null);
  }

  // What is done today is done by now, also before the office opens.
  private Clock then(LocalDate on) {
    Instant then = on.atTime(OFFICE_HOURS).atZone(clock.getZone()).toInstant();
    Instant now = clock.instant();
    return Clock.fixed(
        on.equals(LocalDate.now(clock)) && then.isAfter(now) ? now : then, clock.getZone());
  }

  private Sheet sheet(long id) {
    return sheets.findById(id).orElseThrow();
  }
}
