package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import seedbed.access.Caller;
import seedbed.access.Role;
import seedbed.meeting.MeetingCasework.Arranged;
import seedbed.meeting.MeetingCasework.Decided;

/// Meetings for tests of other packages.
@Singleton
public final class GivenMeetings {

  private final MeetingCasework casework;
  private final Meetings meetings;
  private final Clock clock;
  private final Map<String, YearMonth> months = new HashMap<>();

  GivenMeetings(MeetingCasework casework, Meetings meetings, Clock clock) {
    this.casework = casework;
    this.meetings = meetings;
    this.clock = clock;
  }

  /// One whose agenda stands and whose minutes are still to be written.
  public long held(String region) {
    long meeting = begun(region);
    casework.freeze(meeting, LocalDate.now(clock), office(region));
    return meeting;
  }

  /// A decision of a meeting of its own.
  ///
  /// @param owner such as `UNIT:科技局`
  public long decided(String region, String owner) {
    LocalDate today = LocalDate.now(clock);
    long meeting = held(region);
    casework.write(
        meeting,
        arranged(day(months.get(region))),
        "按期办理",
        List.of(new Decided(1, "议定一件事", owner, today.plusDays(10))),
        office(region));
    return casework.issue(meeting, today, office(region)).getFirst();
  }

  long begun(String region) {
    LocalDate today = LocalDate.now(clock);
    long meeting = casework.draft(region, free(region), today, office(region));
    casework.add(meeting, "自拟议题", "试验", office(region));
    casework.arrange(meeting, arranged(day(months.get(region))), 99, "不议", office(region));
    return meeting;
  }

  static Caller office(String region) {
    return new Caller(0, 0, "试验", Role.OFFICE, region, null, null);
  }

  private static Arranged arranged(LocalDate on) {
    return new Arranged(on, "上午", "会议室", "组长", "各部门");
  }

  // In its month, and not after today.
  private LocalDate day(YearMonth month) {
    LocalDate today = LocalDate.now(clock);
    return month.equals(YearMonth.from(today)) ? today : month.atEndOfMonth();
  }

  private YearMonth free(String region) {
    YearMonth month = months.getOrDefault(region, YearMonth.now(clock));
    while (meetings
        .findByRegionCodeAndAboutYearAndAboutMonth(region, month.getYear(), month.getMonthValue())
        .isPresent()) {
      month = month.minusMonths(1);
    }
    months.put(region, month);
    return month;
  }
}
