package seedbed.obligation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import seedbed.access.Caller;
import seedbed.obligation.Exemptions.Exemption;

/// Exemptions for those who load them by the dozen, such as demonstration data: as of a day,
/// without asking who may.
@Singleton
public class ExemptionCasework {

  private final Exemptions exemptions;

  ExemptionCasework(Exemptions exemptions) {
    this.exemptions = exemptions;
  }

  public boolean any() {
    return exemptions.count() > 0;
  }

  /// @param kind the code of a [Periodic]
  /// @param period such as `2026-Q3`
  /// @return its number
  public long excuse(
      long company, String kind, String period, String reason, LocalDate on, Caller by) {
    return exemptions
        .save(new Exemption(0, company, kind, period, 1, reason, on, by.username(), null, null))
        .id();
  }
}
