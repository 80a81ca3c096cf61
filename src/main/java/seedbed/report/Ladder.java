package seedbed.report;

import java.util.List;
import seedbed.criteria.Titles;
import seedbed.report.PoolCounts.ByTitle;
import seedbed.web.Address;
import seedbed.web.Bars;

/// How the companies stand on the ladder of titles: holders as bars, and behind them a table that
/// counts every company once for each title.
record Ladder(Bars bars, List<Row> rows) {

  record Row(String label, List<Cell> cells) {}

  /// @param label what the number counts
  record Cell(String label, long count, Address to) {}

  static Ladder of(List<ByTitle> counts, Titles titles) {
    var steps =
        titles.ladder().stream()
            .flatMap(rung ->
                counts.stream()
                    .filter(count -> count.title().equals(rung.code()))
                    .map(count -> new Step(rung, count)))
            .toList();
    return new Ladder(
        Bars.of(steps.stream().map(Step::bar).toList()), steps.stream().map(Step::row).toList());
  }

  static Address companies(String title, String outcome) {
    return Address.of("/companies").with("title", title).with("outcome", outcome);
  }

  private record Step(Titles.Rung rung, ByTitle count) {

    Bars.Item bar() {
      return Bars.Item.of(rung.shortLabel(), count.held())
          .saying(count.held() + " 家")
          .leadingTo(companies(rung.code(), "held"));
    }

    Row row() {
      return new Row(
          rung.label(),
          List.of(
              cell("已获", count.held(), "held"),
              cell("可报", count.ready(), "ready"),
              cell("只差一项", count.oneShort(), "one-short"),
              cell("其他不满足", count.shortOf(), "short"),
              cell("待定", count.unknown(), "unknown")));
    }

    private Cell cell(String label, long count, String outcome) {
      return new Cell(label, count, companies(rung.code(), outcome));
    }
  }
}
