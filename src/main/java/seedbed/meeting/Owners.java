package seedbed.meeting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.criteria.Indicators;
import seedbed.criteria.RequestRules;
import seedbed.sql.Statements;

/// Who can be given a decision in a region: the office, its towns, the departments that have an
/// account there, and without one those that answer requests or confirm figures.
@Singleton
class Owners {

  private static final int TOWN_CODE = 9;

  /// Stands for towns among those who confirm figures.
  private static final String TOWNS = "镇";

  private final Regions regions;
  private final Indicators indicators;
  private final RequestRules requests;
  private final Statements statements;

  Owners(Regions regions, Indicators indicators, RequestRules requests, Statements statements) {
    this.regions = regions;
    this.indicators = indicators;
    this.requests = requests;
    this.statements = statements;
  }

  List<Owner> of(String regionCode) {
    List<Owner> owners = new ArrayList<>();
    owners.add(new Owner(Owner.Kind.OFFICE, regionCode, "培育办", true));
    List<String> reached = reached(regionCode);
    reached.forEach(unit -> owners.add(new Owner(Owner.Kind.UNIT, unit, unit, true)));
    others(reached).forEach(unit -> owners.add(new Owner(Owner.Kind.UNIT, unit, unit, false)));
    for (Region region : regions.subtree(regionCode)) {
      if (region.code().length() == TOWN_CODE) {
        owners.add(new Owner(Owner.Kind.TOWN, region.code(), region.name(), true));
      }
    }
    return owners;
  }

  Optional<Owner> find(String regionCode, String value) {
    return of(regionCode).stream().filter(owner -> owner.value().equals(value)).findFirst();
  }

  // Of exactly this region: those of the counties below read their own county's decisions.
  private List<String> reached(String regionCode) {
    return statements.rows(
        """
        SELECT DISTINCT unit
        FROM account
        WHERE role = 'DEPARTMENT'
          AND state = 'ACTIVE'
          AND unit IS NOT NULL
          AND region_code = ?
        ORDER BY unit
        """,
        List.of(regionCode),
        row -> row.getString(1));
  }

  private Set<String> others(List<String> reached) {
    Stream<String> confirming =
        indicators.entries().stream()
            .flatMap(entry -> entry.confirmedBy().stream())
            .filter(unit -> !unit.startsWith(TOWNS))
            .sorted();
    return Stream.concat(requests.units().stream(), confirming)
        .filter(unit -> !reached.contains(unit))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
