package seedbed.report.company;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Comparison;
import seedbed.criteria.rule.Criterion;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Judging;
import seedbed.criteria.rule.Quantity;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.Figure;
import seedbed.figure.FigureSheet;
import seedbed.figure.Value;
import seedbed.web.Formats;
import seedbed.web.LineChart;

/// Revenue and the share of it spent on research over the years, with what the chosen title asks.
final class Charts {
  private static final String REVENUE = "revenue";
  private static final String RESEARCH = "rd_expense";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final FigureSheet sheet;
  private final List<Integer> years;

  private Charts(FigureSheet sheet, List<Integer> years) {
    this.sheet = sheet;
    this.years = years;
  }

  /// Only figures known for at least two years make a chart.
  static List<LineChart> of(FigureSheet sheet, List<Integer> years, @Nullable Verdict verdict) {
    var charts = new Charts(sheet, years);
    var made = new ArrayList<LineChart>();
    charts.revenue(verdict).ifPresent(made::add);
    charts.research(verdict).ifPresent(made::add);
    return List.copyOf(made);
  }

  private Optional<LineChart> revenue(@Nullable Verdict verdict) {
    var bound =
        bound(
            verdict,
            quantity ->
                quantity instanceof Quantity.Value(var cell)
                    && cell.indicator().code().equals(REVENUE)
                    && cell.back() == 0);
    var drawn =
        years.stream()
            .map(year -> number(REVENUE, year).map(sum -> sum.setScale(2, RoundingMode.HALF_UP)))
            .toList();
    return chart("营业收入总额（万元）", drawn, bound, " 万元");
  }

  private Optional<LineChart> research(@Nullable Verdict verdict) {
    var bound = bound(verdict, Charts::isResearchShare);
    return chart("研发费用占营业收入比重（%）", years.stream().map(this::share).toList(), bound, " %");
  }

  private static boolean isResearchShare(Quantity quantity) {
    return quantity instanceof Quantity.Ratio(var of, var to, _)
        && reads(of, RESEARCH)
        && reads(to, REVENUE);
  }

  private static boolean reads(Quantity quantity, String indicator) {
    return quantity.cells().stream().allMatch(cell -> cell.indicator().code().equals(indicator));
  }

  private Optional<LineChart> chart(
      String title, List<Optional<BigDecimal>> values, Optional<BigDecimal> bound, String unit) {
    if (values.stream().filter(Optional::isPresent).count() < 2) {
      return Optional.empty();
    }
    var points = new ArrayList<LineChart.Point>();
    for (var i = 0; i < years.size(); i++) {
      points.add(new LineChart.Point("" + years.get(i), values.get(i).orElse(null)));
    }
    var need = bound.map(each -> "要求 ≥ " + Formats.number(each) + unit).orElse(null);
    return Optional.of(LineChart.of(title, points, bound.orElse(null), need));
  }

  private Optional<BigDecimal> number(String indicator, int year) {
    return sheet
        .ofYear(indicator, year)
        .flatMap(Entry::decided)
        .map(Attested::figure)
        .map(Figure::value)
        .flatMap(value ->
            value instanceof Value.Decimal(var number) ? Optional.of(number) : Optional.empty());
  }

  private Optional<BigDecimal> share(int year) {
    return number(RESEARCH, year)
        .flatMap(spent ->
            number(REVENUE, year)
                .filter(revenue -> revenue.signum() > 0)
                .map(revenue -> spent.multiply(HUNDRED).divide(revenue, 2, RoundingMode.HALF_UP)));
  }

  private interface Wanted {
    boolean matches(Quantity quantity);
  }

  private static Optional<BigDecimal> bound(@Nullable Verdict verdict, Wanted wanted) {
    return verdict == null
        ? Optional.empty()
        : verdict.checklist().criteria().stream()
            .flatMap(criterion -> thresholds(criterion, verdict.facts()))
            .filter(threshold -> threshold.comparison() == Comparison.AT_LEAST)
            .filter(threshold -> wanted.matches(threshold.quantity()))
            .map(Criterion.Threshold::bound)
            .findFirst();
  }

  /// The thresholds that apply to this company: of branches only those it falls under.
  private static Stream<Criterion.Threshold> thresholds(Criterion criterion, Facts facts) {
    return switch (criterion) {
      case Criterion.Threshold threshold -> Stream.of(threshold);
      case Criterion.All all -> all.parts().stream().flatMap(part -> thresholds(part, facts));
      case Criterion.EveryYear every ->
          every.years().stream().flatMap(part -> thresholds(part, facts));
      case Criterion.Branches branches ->
          branches.branches().stream()
              .filter(branch -> Judging.judge(branch.when(), facts) == Truth.MET)
              .flatMap(branch -> thresholds(branch.then(), facts));
      // Of alternatives none is required by itself.
      case Criterion.Any _,
          Criterion.AtLeast _,
          Criterion.AnyYear _,
          Criterion.Readings _,
          Criterion.Choice _,
          Criterion.Declared _,
          Criterion.Holds _,
          Criterion.Lacks _,
          Criterion.Scored _,
          Criterion.Open _,
          Criterion.Waived _ ->
          Stream.of();
    };
  }
}
