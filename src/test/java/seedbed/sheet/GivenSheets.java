package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/// Sheets that were handed in, for tests of other packages.
@Singleton
public final class GivenSheets {

  private final Sheets sheets;
  private final Operatings operating;
  private final Clock clock;

  GivenSheets(Sheets sheets, Operatings operating, Clock clock) {
    this.sheets = sheets;
    this.operating = operating;
    this.clock = clock;
  }

  /// The number of a new one.
  public long handedIn(long company) {
    LocalDate today = LocalDate.now(clock);
    Sheet begun = sheets.save(Sheet.begun(company, today.getYear() - 1, today, today));
    return sheets.update(begun.moved(Move.SUBMIT, today, today.plusDays(7))).id();
  }

  /// The number of a new operating sheet that was handed in.
  public long operating(long company) {
    OperatingPeriod period = new OperatingPeriod(LocalDate.now(clock).getYear() - 1, 6);
    Operating begun = operating.save(Operating.begun(company, period, period.lastDay()));
    return operating.update(begun.moved(Operating.Move.SUBMIT)).id();
  }
}
