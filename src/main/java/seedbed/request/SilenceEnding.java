package seedbed.request;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import seedbed.schedule.Chore;

/// Brings answers to companies every night, and ends what they have said nothing about for too
/// long.
@Singleton
final class SilenceEnding implements Chore {

  private final Silences silences;

  SilenceEnding(Silences silences) {
    this.silences = silences;
  }

  @Override
  public String name() {
    return "silent-requests";
  }

  @Override
  public String label() {
    return "办结企业逾期没有反馈的诉求";
  }

  @Override
  public void run(LocalDate today) {
    silences.deliver(today);
    silences.warn(today);
    silences.close(today);
  }
}
