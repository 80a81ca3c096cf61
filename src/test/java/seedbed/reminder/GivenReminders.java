package seedbed.reminder;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicLong;

/// Reminders that somebody got, for tests of other packages.
@Singleton
public final class GivenReminders {

  private static final AtomicLong DAYS = new AtomicLong();

  private final ReminderPeople people;

  GivenReminders(ReminderPeople people) {
    this.people = people;
  }

  /// A new one for an account.
  public long to(long account) {
    LocalDate day = LocalDate.of(2016, 1, 1).plusDays(DAYS.incrementAndGet());
    people.execute(
        """
        INSERT INTO reminder_digest (account_id, told_on, subject, body, items, made_at, node)
        VALUES (?, ?, '试验提醒', '试验内容', 1, ?, '试验')
        """,
        account,
        day,
        day.atTime(9, 0));
    return Long.parseLong(
        people
            .words(
                "SELECT id FROM reminder_digest WHERE account_id = ? AND told_on = ?", account, day)
            .getFirst());
  }

  /// A mail to an account that could not be sent.
  public long delivery(long account) {
    long digest = to(account);
    people.execute(
        """
        INSERT INTO reminder_delivery (channel, digest_id, told_on, state, attempts, next_at,
                                       problem)
        SELECT 'MAIL', id, told_on, 'FAILED', 6, made_at, '试验'
        FROM reminder_digest
        WHERE id = ?
        """,
        digest);
    return Long.parseLong(
        people.words("SELECT id FROM reminder_delivery WHERE digest_id = ?", digest).getFirst());
  }

  /// That a company need not hand in something.
  public long exemption(long company) {
    people.execute(
        """
        INSERT INTO obligation_exemption (company_id, kind, period, standing, reason, decided_on,
                                          decided_by)
        VALUES (?, 'operating-sheet', '2020-Q1', 1, '试验', ?, '试验')
        """,
        company,
        LocalDate.of(2020, 4, 1));
    return Long.parseLong(
        people
            .words("SELECT MAX(id) FROM obligation_exemption WHERE company_id = ?", company)
            .getFirst());
  }
}
