package seedbed.calendar;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import seedbed.calendar.HolidayNotices.HolidayNotice;
import seedbed.criteria.Holidays;

/// The working days as they are known now: those of the file, and years entered since. Every node
/// sees a year that was entered on another one, at the price of one short query.
@Singleton
public class WorkingCalendar {

  private final Holidays file;
  private final HolidayNotices notices;
  private volatile Kept kept;

  /// @param newest the last notice that is part of it
  private record Kept(long newest, WorkingDays days) {}

  WorkingCalendar(Holidays file, HolidayNotices notices) {
    this.file = file;
    this.notices = notices;
    this.kept = new Kept(0, new WorkingDays(file));
  }

  public WorkingDays days() {
    long newest = notices.newest();
    Kept now = kept;
    if (now.newest() != newest) {
      now = read();
      kept = now;
    }
    return now.days();
  }

  private Kept read() {
    Map<Integer, Holidays.Year> entered = new HashMap<>();
    long newest = 0;
    for (HolidayNotice notice : notices.findAllOrderById()) {
      entered.put(notice.aboutYear(), DayLines.read(notice.aboutYear(), notice.days()));
      newest = notice.id();
    }
    return new Kept(newest, new WorkingDays(file.with(entered)));
  }
}
