package seedbed.nomination;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plans for those who make them by the dozen, such as demonstration data: the same acts as on the
/// pages, without asking who may, and as if it were another day.
@Singleton
public class NominationCasework {

  private static final LocalTime MORNING = LocalTime.of(9, 30);

  private final Nominating nominating;
  private final NominationRows rows;
  private final Plans plans;
  private final Clock clock;

  NominationCasework(Nominating nominating, NominationRows rows, Plans plans, Clock clock) {
    this.nominating = nominating;
    this.rows = rows;
    this.plans = plans;
    this.clock = clock;
  }

  /// A plan to be made.
  ///
  /// @param document what it rests on; null where there is none
  public record Wanted(
      String region, String name, int fromYear, int toYear, @Nullable String document) {}

  /// An entry to be made.
  ///
  /// @param origin the document and the place in it; null for one that was entered here
  public record Wish(int year, String title, long company, @Nullable String origin) {}

  public boolean exists(String region, String name) {
    return plans.existsByRegionCodeAndName(region, name);
  }

  public long open(Wanted wanted, LocalDate on, String by) {
    return nominating
        .plan(
            new Plan(
                0,
                wanted.region(),
                wanted.name(),
                wanted.fromYear(),
                wanted.toYear(),
                wanted.document(),
                on.atTime(MORNING).atZone(clock.getZone()).toInstant(),
                by))
        .id();
  }

  /// @return the numbers of the entries, in the order of the wishes
  public List<Long> enter(long plan, List<Wish> wishes, LocalDate on, String by) {
    return nominating
        .enter(
            plans.findById(plan).orElseThrow(),
            wishes.stream()
                .map(wish ->
                    new Nominating.Wish(wish.year(), wish.title(), wish.company(), wish.origin()))
                .toList(),
            on,
            by)
        .stream()
        .map(Nomination::id)
        .toList();
  }

  public void apply(long nomination, LocalDate on, @Nullable String note, String by) {
    nominating.apply(rows.findById(nomination).orElseThrow(), on, note, on, by);
  }

  public void drop(long nomination, String reason, LocalDate on, String by) {
    nominating.drop(
        rows.findById(nomination).orElseThrow(), reason, Nominating.Letter.STANDS, on, by);
  }
}
