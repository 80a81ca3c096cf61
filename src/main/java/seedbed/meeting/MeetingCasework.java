package seedbed.meeting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.calendar.OfficeHours;
import seedbed.meeting.DecisionStep.Move;

/// Meetings for those who load them by the dozen, such as demonstration data: the same acts as on
/// the pages, by number and as of a day, without asking who may.
@Singleton
public class MeetingCasework {

  private static final LocalTime OFFICE_HOURS = LocalTime.of(15, 0);

  private final Meetings meetings;
  private final Items items;
  private final Decisions decisions;
  private final Preparing preparing;
  private final Minutes minutes;
  private final Steps steps;
  private final Clock clock;

  MeetingCasework(
      Meetings meetings,
      Items items,
      Decisions decisions,
      Preparing preparing,
      Minutes minutes,
      Steps steps,
      Clock clock) {
    this.meetings = meetings;
    this.items = items;
    this.decisions = decisions;
    this.preparing = preparing;
    this.minutes = minutes;
    this.steps = steps;
    this.clock = clock;
  }

  /// When, where and who.
  public record Arranged(
      LocalDate on, String time, String place, String chair, String participants) {}

  /// A decision about the item of that place.
  ///
  /// @param owner `OFFICE:320682`, `TOWN:320682001`, `UNIT:科技局`
  public record Decided(int item, String words, String owner, LocalDate dueOn) {}

  public boolean any() {
    return meetings.count() > 0;
  }

  /// @return its number
  public long draft(String region, YearMonth month, LocalDate on, Caller by) {
    return preparing.draft(region, month, by.username(), at(on)).id();
  }

  public void add(long meeting, String headline, String reason, Caller by) {
    Meeting now = find(meeting);
    preparing.add(now, now.version(), headline, reason, by.username());
  }

  /// Keeps the first items and what the office added; the rest is dropped for a reason.
  public void arrange(
      long meeting, Arranged arranged, int kept, @Nullable String dropped, Caller by) {
    Meeting now = find(meeting);
    Map<Long, Preparing.Edit> edits = new HashMap<>();
    int place = 0;
    for (Item item : items.findByMeetingIdOrderByPlaceAscAndIdAsc(meeting)) {
      boolean drops = ++place > kept && !item.source().equals(Item.OWN);
      edits.put(
          item.id(),
          new Preparing.Edit(
              place, item.headline(), item.reason(), drops ? dropped : item.dropped()));
    }
    preparing.edit(now, now.version(), details(arranged), edits, by.username());
  }

  /// @return the number of the agenda
  public String freeze(long meeting, LocalDate on, Caller by) {
    Meeting now = find(meeting);
    return preparing.freeze(now, now.version(), by, at(on));
  }

  /// @param conclusion of every item
  public void write(
      long meeting, Arranged arranged, String conclusion, List<Decided> decided, Caller by) {
    Meeting now = find(meeting);
    Map<Long, Minutes.Said> said = new HashMap<>();
    int place = 0;
    for (Item item : preparing.standing(now)) {
      place++;
      List<Minutes.Wanted> wanted = new ArrayList<>();
      for (Decided each : decided) {
        if (each.item == place) {
          wanted.add(new Minutes.Wanted(each.words, each.owner, each.dueOn.toString()));
        }
      }
      said.put(item.id(), new Minutes.Said(conclusion, wanted));
    }
    minutes.write(now, now.version(), details(arranged), said, by.username());
  }

  /// @return the numbers of its decisions
  public List<Long> issue(long meeting, LocalDate on, Caller by) {
    Meeting now = find(meeting);
    minutes.issue(now, now.version(), by, at(on));
    return decisions.findByMeetingIdOrderByNumber(meeting).stream().map(Decision::id).toList();
  }

  public void report(long decision, String words, LocalDate on, Caller by) {
    step(decision, Move.REPORT, words, on, by);
  }

  public void close(long decision, String words, LocalDate on, Caller by) {
    step(decision, Move.CLOSE, words, on, by);
  }

  private void step(long decision, Move move, String words, LocalDate on, Caller by) {
    steps.move(decisions.findById(decision).orElseThrow(), move, words, by, at(on));
  }

  private static Preparing.Details details(Arranged arranged) {
    return new Preparing.Details(
        arranged.on, arranged.time, arranged.place, arranged.chair, arranged.participants);
  }

  private Meeting find(long id) {
    return meetings.findById(id).orElseThrow();
  }

  private Instant at(LocalDate on) {
    return OfficeHours.of(on, OFFICE_HOURS, clock);
  }
}
