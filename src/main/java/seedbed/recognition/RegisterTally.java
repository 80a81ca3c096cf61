package seedbed.recognition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// How many titles there are of each kind, counted once for all filters of a page.
record RegisterTally(List<Part> parts, Set<String> pools) {

  /// @param horizon the smallest step of the watch that the end lies within; 0 for none
  record Part(
      String title, State state, String regionCode, String region, int horizon, long count) {}

  RegisterTally {
    parts = List.copyOf(parts);
    pools = Set.copyOf(pools);
  }

  long total(RegisterFilter filter) {
    return parts.stream().filter(part -> matches(part, filter)).mapToLong(Part::count).sum();
  }

  <K> Map<K, Long> counts(RegisterFilter filter, Function<Part, K> key) {
    Map<K, Long> counts = new LinkedHashMap<>();
    parts.stream()
        .filter(part -> matches(part, filter))
        .forEach(part -> counts.merge(key.apply(part), part.count(), Long::sum));
    return counts;
  }

  private boolean matches(Part part, RegisterFilter filter) {
    String title = filter.title();
    String town = filter.town();
    Integer within = filter.within();
    State state = filter.wantedState();
    return (title == null ? !pools.contains(part.title) : title.equals(part.title))
        && (town == null || part.regionCode.startsWith(town))
        && (state == null || state == part.state)
        && (within == null || (part.horizon > 0 && part.horizon <= within));
  }
}
