package seedbed.report;

import java.util.List;
import seedbed.criteria.Indicators;
import seedbed.report.PoolCounts.Gap;
import seedbed.web.Address;
import seedbed.web.Bars;

/// The figures that most companies lack for a verdict.
record Gaps(Bars bars, List<Row> rows) {

  record Row(String label, long companies, Address to) {}

  static Gaps of(List<Gap> gaps, Indicators indicators) {
    var rows =
        gaps.stream()
            .map(gap ->
                new Row(
                    indicators
                        .entry(gap.indicator())
                        .map(Indicators.Entry::label)
                        .orElse(gap.indicator()),
                    gap.companies(),
                    Address.of("/companies").with("gap", gap.indicator())))
            .toList();
    return new Gaps(
        Bars.of(
            rows.stream()
                .map(row ->
                    Bars.Item.of(row.label, row.companies)
                        .saying(row.companies + " 家")
                        .leadingTo(row.to))
                .toList()),
        rows);
  }
}
