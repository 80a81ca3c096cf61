package seedbed.audit;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// Says to other tests what requests left on the trail.
@Singleton
public final class TrailWitness {

  private static final TrailFilter EVERYTHING =
      new TrailFilter(null, null, null, null, null, null, null);

  private final Trail trail;
  private final TrailRows rows;

  TrailWitness(Trail trail, TrailRows rows) {
    this.trail = trail;
    this.rows = rows;
  }

  /// @param about the object's kind and number
  public record Seen(String route, String about, String detail) {}

  /// The newest of a route's requests that changed something.
  public Seen newest(String route) {
    trail.drain();
    List<TrailRow> all = rows.list(EVERYTHING, 200);
    TrailRow row =
        all.stream()
            .filter(each -> route.equals(each.asked().route()))
            .filter(each -> !each.asked().method().equals("GET"))
            .findFirst()
            .orElseThrow();
    return new Seen(
        route,
        Optional.ofNullable(row.asked().about())
            .map(thing -> thing.kind() + " " + thing.id())
            .orElse(""),
        String.valueOf(row.detail()));
  }
}
