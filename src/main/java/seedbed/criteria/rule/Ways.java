package seedbed.criteria.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherer;

/// Sieves for streams of ways, cheapest first.
final class Ways {
  private Ways() {}

  /// Drops a way that asks for all that an earlier one asks for, and more. Of mere questions all
  /// stay: the shorter one may turn out to have no answer.
  static Gatherer<Way, ?, Way> minimal() {
    return Gatherer.<Way, List<Way>, Way>ofSequential(
        ArrayList::new,
        Gatherer.Integrator.ofGreedy((kept, way, downstream) -> {
          if (kept.stream().anyMatch(earlier -> earlier.replaces(way))) {
            return true;
          }
          kept.add(way);
          return downstream.push(way);
        }));
  }

  /// Drops a way that changes the same things as an earlier, cheaper one.
  static Gatherer<Way, ?, Way> distinct() {
    return Gatherer.<Way, Set<Set<Object>>, Way>ofSequential(
        HashSet::new,
        Gatherer.Integrator.ofGreedy((seen, way, downstream) -> {
          var targets = new HashSet<Object>();
          way.changes().forEach(change -> targets.add(change.target()));
          return !seen.add(targets) || downstream.push(way);
        }));
  }
}
