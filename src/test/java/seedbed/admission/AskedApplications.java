package seedbed.admission;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/// Applications that wait for a unit, for tests of other packages.
@Singleton
public final class AskedApplications {

  private final Applications applications;
  private final CaseRows rows;
  private final Clock clock;

  AskedApplications(Applications applications, CaseRows rows, Clock clock) {
    this.applications = applications;
    this.rows = rows;
    this.clock = clock;
  }

  /// The number of a new one.
  public long of(long company, String title, String unit) {
    LocalDate today = LocalDate.now(clock);
    Application begun = applications.save(Application.begun(company, title, today));
    Application asked =
        applications.update(begun.submitted("TRIAL").moved(Move.ASK, today, today.plusDays(7)));
    rows.askUnits(asked.id(), asked.round(), List.of(unit));
    return asked.id();
  }
}
