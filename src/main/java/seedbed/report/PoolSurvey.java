package seedbed.report;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.assessment.Run;
import seedbed.company.Known;
import seedbed.criteria.Editions;
import seedbed.criteria.Indicators;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.report.PoolCounts.ByTitle;
import seedbed.report.PoolCounts.Totals;
import seedbed.web.Address;
import seedbed.web.Chips;
import seedbed.web.Refusal;

/// Sums the outcomes of a run up for the dashboard, with a fixed number of questions to the
/// database.
@Singleton
final class PoolSurvey {

  private static final String USUAL_TITLE = "little-giant";
  private static final int GAPS = 8;

  private final PoolCounts counts;
  private final Closest closest;
  private final Titles titles;
  private final Indicators indicators;
  private final Editions editions;

  PoolSurvey(
      PoolCounts counts, Closest closest, Titles titles, Indicators indicators, Editions editions) {
    this.counts = counts;
    this.closest = closest;
    this.titles = titles;
    this.indicators = indicators;
    this.editions = editions;
  }

  /// The title asked for, or the usual one.
  Titles.Rung title(@Nullable String code) {
    var wanted = code == null || code.isEmpty() ? USUAL_TITLE : code;
    return titles
        .find(wanted)
        .orElseThrow(() -> new Refusal.Invalid("title", "没有“" + wanted + "”这一称号，请从页面上的称号中选择。"));
  }

  Overview.Findings of(Run run, Titles.Rung title, Scope scope) {
    var day = run.judgedOn();
    var known = new Known(scope, day);
    var totals = counts.totals(run.id(), known);
    var byTitle = counts.byTitle(run.id(), known);
    return new Overview.Findings(
        totals,
        cards(totals, byTitle),
        Ladder.of(byTitle, titles),
        chips(byTitle, title),
        counted(),
        title.label(),
        editions
            .inForce(title.code(), "manufacturing", Applicant.NEW, day)
            .flatMap(checklist -> editions.find(checklist.edition()))
            .map(edition -> edition.from().getYear() + " 版")
            .orElse(null),
        closest.of(run, known, title.code()),
        Towns.of(
            counts.byTown(run.id(), known, pool().code(), title.code()),
            pool().code(),
            title.code()),
        Gaps.of(counts.gaps(run.id(), known, GAPS), indicators));
  }

  /// The pool this deployment cultivates: the lowest rung of the ladder.
  private Titles.Rung pool() {
    return titles.ladder().getFirst();
  }

  private Chips chips(List<ByTitle> counted, Titles.Rung chosen) {
    return new Chips(
        "称号",
        "title",
        titles.ladder().stream()
            .filter(rung ->
                rung.equals(chosen)
                    || counted.stream().anyMatch(each -> each.title().equals(rung.code())))
            .map(rung -> new Chips.Chip(rung.shortLabel(), rung.code(), null, rung.equals(chosen)))
            .toList());
  }

  private List<Overview.Card> cards(Totals totals, List<ByTitle> byTitle) {
    return List.of(
        new Overview.Card(
            "在库企业", held(pool(), byTitle), counted(), Ladder.companies(pool().code(), "held")),
        new Overview.Card("可报上一级", totals.ready(), "满足上一级称号的全部条件", outcome("ready")),
        new Overview.Card("只差一项", totals.oneShort(), "补上一项条件即可申报上一级", outcome("one-short")),
        new Overview.Card("缺数据无法判断", totals.unknown(), "补齐数据或认定后可判", outcome("unknown")));
  }

  /// What the number of companies in the pool counts; plans and sheets count every pool.
  private String counted() {
    String others =
        titles.ladder().stream()
            .filter(rung -> rung.kind() == Titles.Kind.POOL && !rung.equals(pool()))
            .map(Titles.Rung::shortLabel)
            .collect(Collectors.joining("、"));
    return "列入" + pool().shortLabel() + "的" + (others.isEmpty() ? "" : "，只在" + others + "的不计");
  }

  private static long held(Titles.Rung rung, List<ByTitle> byTitle) {
    return byTitle.stream()
        .filter(count -> count.title().equals(rung.code()))
        .mapToLong(ByTitle::held)
        .sum();
  }

  private static Address outcome(String outcome) {
    return Address.of("/companies").with("outcome", outcome);
  }
}
