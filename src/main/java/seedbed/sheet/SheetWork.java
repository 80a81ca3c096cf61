package seedbed.sheet;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.FieldError;

/// Sheets for those who load them by the dozen, such as demonstration data: the same acts as on the
/// pages, by number, without asking who may.
@Singleton
public class SheetWork {

  private final Sheets sheets;
  private final SheetFiles files;
  private final Filling filling;
  private final Verifying verifying;
  private final Correcting correcting;
  private final OperatingFiles operatingFiles;
  private final OperatingActs operating;

  SheetWork(
      Sheets sheets,
      SheetFiles files,
      Filling filling,
      Verifying verifying,
      Correcting correcting,
      OperatingFiles operatingFiles,
      OperatingActs operating) {
    this.sheets = sheets;
    this.files = files;
    this.filling = filling;
    this.verifying = verifying;
    this.correcting = correcting;
    this.operatingFiles = operatingFiles;
    this.operating = operating;
  }

  public boolean any() {
    return sheets.count() > 0;
  }

  /// The number of a company's sheet of a year.
  public long begin(long company, int year) {
    return filling.begin(company, year).id();
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

  public void submit(long id, Caller by) {
    filling.submit(files.of(sheet(id)), by, null);
  }

  public void confirm(long id, Caller by) {
    verifying.confirm(files.of(sheet(id)), by, null);
  }

  public void sendBack(long id, Caller by, String indicator, String reason) {
    verifying.sendBack(
        files.of(sheet(id)), by, null, List.of(new AnswerRows.Fault(indicator, reason)));
  }

  public void askCorrection(long id, String indicator, String value, String reason, Caller by) {
    correcting.ask(sheet(id), indicator, value, reason, by);
  }

  /// A company's operating sheet through a month, handed in.
  ///
  /// @return its number
  public long operate(long company, int year, int month, Map<String, String> answers, Caller by) {
    Operating begun = operating.begin(company, new OperatingPeriod(year, month));
    operating.keep(operatingFiles.typed(begun, new HashMap<>(answers)), begun.version());
    operating.submit(operatingFiles.of(operating.find(begun.id())), by, null);
    return begun.id();
  }

  /// The township has seen it.
  public void see(long id, Caller by) {
    operating.see(operating.find(id), by, null);
  }

  private Sheet sheet(long id) {
    return sheets.findById(id).orElseThrow();
  }
}
