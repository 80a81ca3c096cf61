package seedbed.reminder;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import seedbed.schedule.Chore;

/// Tells people what is due, several times an hour: whatever was not told at one time is told at
/// the next.
@Singleton
final class ReminderScan implements Chore {

  private final Scan scan;
  private final Clock clock;

  ReminderScan(Scan scan, Clock clock) {
    this.scan = scan;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "reminder-scan";
  }

  @Override
  public String label() {
    return "应报提醒";
  }

  @Override
  public String times() {
    return "0 0/20 * * * ?";
  }

  @Override
  public void run(LocalDate today) {
    scan.run(LocalDateTime.of(today, LocalTime.now(clock)));
  }
}
