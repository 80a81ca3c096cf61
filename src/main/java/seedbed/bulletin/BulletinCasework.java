package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import seedbed.access.Caller;
import seedbed.calendar.OfficeHours;

/// Bulletins for those who load them by the dozen, such as demonstration data: the same acts as on
/// the pages, by number and as of a day, without asking who may.
@Singleton
public class BulletinCasework {

  private static final LocalTime OFFICE_HOURS = LocalTime.of(16, 0);

  private final Bulletins bulletins;
  private final Drafting drafting;
  private final Issuing issuing;
  private final Clock clock;

  BulletinCasework(Bulletins bulletins, Drafting drafting, Issuing issuing, Clock clock) {
    this.bulletins = bulletins;
    this.drafting = drafting;
    this.issuing = issuing;
    this.clock = clock;
  }

  /// Something to be told, with its headline.
  public record Told(String headline, String words) {}

  public boolean any() {
    return bulletins.count() > 0;
  }

  /// @param quarter from 1 to 4; 0 for the report of the year
  /// @return its number
  public long open(String region, int year, int quarter, LocalDate on, Caller by) {
    return drafting.open(region, new Period(year, quarter), by.username(), at(on)).id();
  }

  /// @param words by the code of a part
  public void write(long bulletin, Map<String, String> words, List<Told> told, Caller by) {
    Bulletin now = bulletins.findById(bulletin).orElseThrow();
    drafting.write(
        now,
        now.version(),
        new Contents.Written(
            words,
            told.stream().map(each -> new Content.Highlight(each.headline, each.words)).toList()),
        by.username());
  }

  /// @return its archive number
  public String issue(long bulletin, LocalDate on, Caller by) {
    Bulletin now = bulletins.findById(bulletin).orElseThrow();
    return issuing.issue(now, now.version(), by, at(on));
  }

  private Instant at(LocalDate on) {
    return OfficeHours.of(on, OFFICE_HOURS, clock);
  }
}
