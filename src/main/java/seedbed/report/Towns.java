package seedbed.report;

import java.util.List;
import java.util.stream.Stream;
import seedbed.report.PoolCounts.ByTown;
import seedbed.web.Address;
import seedbed.web.Bars;
import seedbed.web.SplitBar;

/// Towns by how many of their companies are in a pool, and how these stand towards one title.
record Towns(Bars bars, List<Row> rows) {

  private static final int SHOWN = 12;

  record Row(String name, long pooled, long held, SplitBar answers, Address to) {}

  static Towns of(List<ByTown> towns, String pool, String title) {
    var shown = towns.stream().filter(town -> town.pooled() > 0).toList();
    var rest = shown.stream().skip(SHOWN).mapToLong(ByTown::pooled).sum();
    var bars =
        shown.stream()
            .limit(SHOWN)
            .map(town ->
                Bars.Item.of(town.name(), town.pooled())
                    .leadingTo(companies(town).with("title", pool).with("outcome", "held")));
    var others =
        rest == 0
            ? Stream.<Bars.Item>of()
            : Stream.of(Bars.Item.of("其他 " + (shown.size() - SHOWN) + " 处", rest).asRest());
    return new Towns(
        Bars.of(Stream.concat(bars, others).toList()),
        towns.stream()
            .map(town ->
                new Row(
                    town.name(),
                    town.pooled(),
                    town.held(),
                    new SplitBar(town.met(), town.notMet(), town.unknown()),
                    companies(town).with("title", title)))
            .toList());
  }

  private static Address companies(ByTown town) {
    return Address.of("/companies").with("town", town.code());
  }
}
