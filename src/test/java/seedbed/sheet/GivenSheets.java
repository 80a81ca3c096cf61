package seedbed.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;

/// Sheets that were handed in, for tests of other packages.
@Singleton
public final class GivenSheets {

  private final Sheets sheets;
  private final Clock clock;

  GivenSheets(Sheets sheets, Clock clock) {
    this.sheets = sheets;
    this.clock = clock;
  }

  /// The number of a new one.
  public long handedIn(long company) {
    LocalDate today = LocalDate.now(clock);
    Sheet begun = sheets.save(Sheet.begun(company, today.getYear() - 1, today, today));
    return sheets.update(begun.moved(Move.SUBMIT, today, today.plusDays(7))).id();
  }
}
