package seedbed.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import seedbed.report.PoolCounts.ByTown;
import seedbed.web.Address;
import seedbed.web.Bars;

/// Towns by how many of their companies are in a pool, and how these stand towards one title.
///
/// A region with towns below it counts theirs too, as the list it leads to does; companies whose
/// town no source tells are in its numbers alone.
record Towns(Bars bars, List<Row> rows) {

  private static final int SHOWN = 16;

  /// @param whole whether the numbers include those of other rows
  record Row(String name, boolean whole, List<Ladder.Cell> cells) {}

  static Towns of(List<ByTown> counted, String pool, String title) {
    var towns = counted.stream().filter(town -> !whole(town, counted)).toList();
    return new Towns(
        bars(towns, pool),
        Stream.concat(
                towns.stream().map(town -> row(town, false, pool, title)),
                counted.stream()
                    .filter(region -> whole(region, counted))
                    .map(region -> row(sum(region, counted), true, pool, title)))
            .toList());
  }

  private static boolean whole(ByTown region, List<ByTown> all) {
    return all.stream().anyMatch(other -> below(other, region) && !other.equals(region));
  }

  private static boolean below(ByTown town, ByTown region) {
    return town.code().startsWith(region.code());
  }

  private static ByTown sum(ByTown region, List<ByTown> all) {
    return all.stream()
        .filter(town -> below(town, region))
        .reduce(
            new ByTown(region.code(), region.name(), 0, 0, 0, 0, 0, 0),
            (sum, town) ->
                new ByTown(
                    sum.code(),
                    sum.name(),
                    sum.pooled() + town.pooled(),
                    sum.held() + town.held(),
                    sum.ready() + town.ready(),
                    sum.oneShort() + town.oneShort(),
                    sum.shortOf() + town.shortOf(),
                    sum.unknown() + town.unknown()));
  }

  private static Bars bars(List<ByTown> towns, String pool) {
    var pooled = towns.stream().filter(town -> town.pooled() > 0).toList();
    List<Bars.Item> items = new ArrayList<>();
    pooled.stream()
        .limit(SHOWN)
        .map(town ->
            Bars.Item.of(town.name(), town.pooled()).leadingTo(companies(town, pool, "held")))
        .forEach(items::add);
    if (pooled.size() > SHOWN) {
      var rest = pooled.stream().skip(SHOWN).mapToLong(ByTown::pooled).sum();
      items.add(Bars.Item.of("其他 " + (pooled.size() - SHOWN) + " 处", rest).asRest());
    }
    return Bars.of(items);
  }

  private static Row row(ByTown town, boolean whole, String pool, String title) {
    return new Row(
        town.name(),
        whole,
        List.of(
            new Ladder.Cell("在库", town.pooled(), companies(town, pool, "held")),
            new Ladder.Cell("已获", town.held(), companies(town, title, "held")),
            new Ladder.Cell("可报", town.ready(), companies(town, title, "ready")),
            new Ladder.Cell("只差一项", town.oneShort(), companies(town, title, "one-short")),
            new Ladder.Cell("其他不满足", town.shortOf(), companies(town, title, "short")),
            new Ladder.Cell("待定", town.unknown(), companies(town, title, "unknown"))));
  }

  private static Address companies(ByTown town, String title, String outcome) {
    return Ladder.companies(title, outcome).with("town", town.code());
  }
}
