package seedbed.visit;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// Writes visits of the past down for those who make examples.
@Singleton
public class VisitCasework {

  private static final LocalTime EVENING = LocalTime.of(17, 40);

  private final Visits visits;
  private final Additions additions;
  private final VisitRequests links;
  private final Clock clock;

  VisitCasework(Visits visits, Additions additions, VisitRequests links, Clock clock) {
    this.visits = visits;
    this.additions = additions;
    this.links = links;
    this.clock = clock;
  }

  /// One visit as it was written down in the evening.
  ///
  /// @param by the name to sign in with
  public record Told(
      long company,
      long leader,
      LocalDate on,
      @Nullable String tookPart,
      String note,
      boolean shared,
      String by) {}

  /// Whether any visit is written down.
  public boolean any() {
    return !visits.any().isEmpty();
  }

  /// @param afterwards what its author added an hour later; null for nothing
  /// @return its number
  public long tell(Told told, @Nullable String afterwards) {
    var at = told.on().atTime(EVENING).atZone(clock.getZone()).toInstant();
    Visit visit =
        visits.save(
            new Visit(
                0,
                told.company(),
                told.leader(),
                told.on(),
                told.tookPart(),
                told.note(),
                told.shared(),
                told.by(),
                at));
    if (afterwards != null) {
      additions.save(
          new Addition(0, visit.id(), afterwards, told.shared(), told.by(), at.plusSeconds(3_600)));
    }
    return visit.id();
  }

  /// Says that a request came of a visit.
  public void asked(long visit, long request) {
    links.add(visit, links.of(visit).size() + 1, request);
  }
}
