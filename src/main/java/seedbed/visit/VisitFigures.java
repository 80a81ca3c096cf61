package seedbed.visit;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import seedbed.access.Scope;
import seedbed.portfolio.Leaders;
import seedbed.visit.VisibleVisits.Query;
import seedbed.visit.VisibleVisits.Tally;

/// Visits of a period in numbers, for a bulletin.
@Singleton
public class VisitFigures {

  private final VisibleVisits visible;
  private final Leaders leaders;

  VisitFigures(VisibleVisits visible, Leaders leaders) {
    this.visible = visible;
    this.leaders = leaders;
  }

  /// @param companies how many different ones
  /// @param leaders who went, the most often first
  public record Period(long visits, long companies, List<ByLeader> leaders) {}

  public record ByLeader(String leader, long visits) {}

  /// Both days belong to the period.
  public Period between(LocalDate from, LocalDate to, Scope scope) {
    Query query = Query.between(from, to);
    Map<Long, Long> visits = new TreeMap<>();
    for (Tally tally : visible.tallies(query, scope)) {
      visits.merge(tally.leaderId(), tally.visits(), Long::sum);
    }
    Map<Long, String> names = leaders.names(Set.copyOf(visits.keySet()));
    return new Period(
        visible.count(query, scope),
        visible.countCompanies(query, scope),
        visits.entrySet().stream()
            .map(each -> new ByLeader(names.getOrDefault(each.getKey(), ""), each.getValue()))
            .sorted(Comparator.comparingLong(ByLeader::visits).reversed())
            .toList());
  }
}
