package seedbed.audit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/// Says to other tests what requests left on the trail.
@Singleton
public final class TrailWitness {

  private static final TrailFilter EVERYTHING =
      new TrailFilter(null, null, null, null, null, null, null);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Trail trail;
  private final TrailRows rows;

  TrailWitness(Trail trail, TrailRows rows) {
    this.trail = trail;
    this.rows = rows;
  }

  /// @param about the object's kind and number
  public record Seen(String route, String about, String outcome, String account, String detail) {}

  /// The newest of a route's requests that changed something.
  public Seen newest(String route) {
    return newest(
        route, row -> route.equals(row.asked().route()) && !row.asked().method().equals("GET"));
  }

  /// The newest about something.
  ///
  /// @param about the object's kind and number
  public Seen newestAbout(String about) {
    return newest(about, row -> about.equals(about(row)));
  }

  /// What went on about something after its request was answered, the newest.
  ///
  /// @param about the object's kind and number
  public Seen lasting(String about) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Seen seen = newestLasting(about);
    // What is done says so a moment after its user may see it.
    while (seen.outcome().equals(Outcome.UNKNOWN.label()) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      seen = newestLasting(about);
    }
    return seen;
  }

  private Seen newestLasting(String about) {
    return newest(
        Recording.LATER,
        row -> Recording.LATER.equals(row.asked().method()) && about.equals(about(row)));
  }

  private Seen newest(String route, Predicate<TrailRow> wanted) {
    trail.drain();
    TrailRow row = rows.list(EVERYTHING, 200).stream().filter(wanted).findFirst().orElseThrow();
    return new Seen(
        route,
        about(row),
        row.outcome().label(),
        String.valueOf(row.account()),
        String.valueOf(row.detail()));
  }

  private static String about(TrailRow row) {
    return Optional.ofNullable(row.asked().about())
        .map(thing -> thing.kind() + " " + thing.id())
        .orElse("");
  }
}
