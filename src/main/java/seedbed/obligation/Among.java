package seedbed.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.access.Scope;
import seedbed.company.Known;

/// What is asked about: companies, as a condition over the company `c`, and the regions whose own
/// matters belong to them.
///
/// @param regions patterns of LIKE; none where only companies are asked about
public record Among(Sql condition, List<String> regions) {

  public Among {
    regions = List.copyOf(regions);
  }

  /// What a permission reaches. A unit answers in its own region alone.
  public static Among of(Permission permission, Clock clock) {
    Known known = Known.today(permission.scope(), clock);
    return new Among(
        new Sql(known.condition("c"), known.parameters()),
        switch (permission.scope()) {
          case Scope.Region(var code) ->
              List.of(permission.reach() == Reach.UNIT ? code : code + "%");
          case Scope.Whole() -> List.of("%");
          case Scope.Portfolio _, Scope.Single _, Scope.Nothing _ -> List.of();
        });
  }

  /// @param companies not empty
  public static Among companies(List<Long> companies, LocalDate today) {
    return new Among(
        Sql.of("c.id IN ").and(Sql.list(companies)).and(" AND c.recorded_on <= ?", today),
        List.of());
  }

  /// Everything in these regions themselves, not below them.
  ///
  /// @param regions not empty
  public static Among regions(List<String> regions, LocalDate today) {
    return new Among(
        Sql.of("c.region_code IN ").and(Sql.list(regions)).and(" AND c.recorded_on <= ?", today),
        regions);
  }

  /// Everything in these regions and below them.
  ///
  /// @param regions not empty
  public static Among below(List<String> regions, LocalDate today) {
    List<String> patterns = regions.stream().map(region -> region + "%").toList();
    return new Among(
        any("c.region_code", patterns).and(" AND c.recorded_on <= ?", today), patterns);
  }

  /// The condition over the region that a [Regional] matter belongs to.
  ///
  /// @param column that says which
  public Sql place(String column) {
    return regions.isEmpty() ? Sql.of("FALSE") : any(column, regions);
  }

  private static Sql any(String column, List<String> patterns) {
    return patterns.stream()
        .map(pattern -> Sql.of(column + " LIKE ?", pattern))
        .reduce((a, b) -> a.and(" OR ").and(b))
        .map(sql -> Sql.of("(").and(sql).and(")"))
        .orElseThrow();
  }
}
