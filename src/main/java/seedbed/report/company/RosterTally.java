package seedbed.report.company;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import seedbed.company.Origin;
import seedbed.company.Track;
import seedbed.report.company.RosterFilter.Outcome;

/// How many companies stand how, by everything the list is filtered by at once: each filter is
/// counted among what the others leave, from one reading of the database.
record RosterTally(List<Part> parts) {

  /// Companies that are alike in all that is filtered by.
  ///
  /// @param outcome null where nothing is known for the title the list is about
  record Part(@Nullable Outcome outcome, String region, Track track, Origin origin, long count) {
    boolean within(RosterFilter filter) {
      var outcomeWanted = filter.wantedOutcome();
      var trackWanted = filter.wantedTrack();
      var originWanted = filter.wantedOrigin();
      return (outcomeWanted == null || outcomeWanted == outcome)
          && (trackWanted == null || trackWanted == track)
          && (originWanted == null || originWanted == origin)
          && filter.covers(region);
    }
  }

  RosterTally {
    parts = List.copyOf(parts);
  }

  long total(RosterFilter filter) {
    return parts.stream().filter(part -> part.within(filter)).mapToLong(Part::count).sum();
  }

  /// @param filter what narrows the list, without the filter that is counted
  /// @param by what it is counted by
  <K> Map<K, Long> counts(RosterFilter filter, Function<Part, @Nullable K> by) {
    Map<K, Long> counts = new HashMap<>();
    for (var part : parts) {
      var key = by.apply(part);
      if (key != null && part.within(filter)) {
        counts.merge(key, part.count(), Long::sum);
      }
    }
    return counts;
  }
}
