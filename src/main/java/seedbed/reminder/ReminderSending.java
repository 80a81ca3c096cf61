package seedbed.reminder;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import seedbed.schedule.Chore;

/// Sends mails and tells robots, every minute.
@Singleton
final class ReminderSending implements Chore {

  private final Sending sending;

  ReminderSending(Sending sending) {
    this.sending = sending;
  }

  @Override
  public String name() {
    return "reminder-sending";
  }

  @Override
  public String label() {
    return "发送邮件和群机器人消息";
  }

  @Override
  public String times() {
    return "30 * * * * ?";
  }

  @Override
  public void run(LocalDate today) {
    sending.run();
  }
}
