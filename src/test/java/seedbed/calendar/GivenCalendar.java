package seedbed.calendar;

import java.util.List;
import java.util.Map;
import seedbed.criteria.Holidays;

/// Calendars for tests of other packages.
public final class GivenCalendar {

  private GivenCalendar() {}

  /// Of which only the weekends are off.
  public static WorkingCalendar weekends() {
    return new WorkingCalendar(new Holidays(Map.of()), new NoNotices());
  }

  /// Of which one year was entered.
  public static WorkingDays of(int year, Holidays.Year days) {
    return new WorkingCalendar(new Holidays(Map.of(year, days)), new NoNotices()).days();
  }

  private static final class NoNotices implements HolidayNotices {
    @Override
    public HolidayNotice save(HolidayNotice notice) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<HolidayNotice> findAllOrderById() {
      return List.of();
    }

    @Override
    public long newest() {
      return 0;
    }
  }
}
