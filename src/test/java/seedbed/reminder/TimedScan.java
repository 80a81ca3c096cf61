package seedbed.reminder;

import jakarta.inject.Singleton;
import java.time.LocalDate;

/// A scan on a chosen morning, for those who measure one.
@Singleton
public final class TimedScan {

  private final Scan scan;

  TimedScan(Scan scan) {
    this.scan = scan;
  }

  /// @return how many people were told; 0 on a day off
  public int on(LocalDate day) {
    return scan.run(day.atTime(9, 0));
  }
}
