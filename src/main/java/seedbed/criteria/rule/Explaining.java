package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Criterion.Reading;
import seedbed.criteria.rule.Finding.Measure;
import seedbed.criteria.rule.ScoreSheet.Item;
import seedbed.criteria.rule.ScoreSheet.Points;
import seedbed.criteria.rule.ScoreSheet.ScoreClass;

/// Judges like [Judging] and says why.
public final class Explaining {
  private Explaining() {}

  /// The findings for all criteria, in the order of the checklist.
  public static List<Finding> explain(List<Criterion> criteria, Facts facts) {
    return criteria.stream().map(criterion -> explain(criterion, facts)).toList();
  }

  public static Finding explain(Criterion criterion, Facts facts) {
    var finding = Finding.of(criterion.clause(), Judging.judge(criterion, facts));
    return switch (criterion) {
      case Criterion.Threshold threshold -> threshold(finding, threshold, facts);
      case Criterion.Choice choice ->
          fact(finding, choice.cell(), choice.required(), Reason.NOT_REPORTED, facts);
      case Criterion.Declared declared -> declared(finding, declared, facts);
      case Criterion.Holds holds -> titles(finding, holds.titles(), "持有", facts);
      case Criterion.Lacks lacks -> titles(finding, lacks.titles(), "未持有", facts);
      case Criterion.All all -> finding.with(explain(all.parts(), facts));
      case Criterion.Any any -> finding.with(explain(any.parts(), facts));
      case Criterion.AtLeast some -> some(finding, some, facts);
      case Criterion.Branches branches -> branches(finding, branches, facts);
      case Criterion.EveryYear every -> finding.with(explain(every.years(), facts));
      case Criterion.AnyYear any -> finding.with(explain(any.years(), facts));
      case Criterion.Readings readings -> readings(finding, readings, facts);
      case Criterion.Scored scored -> score(finding, scored.sheet(), facts);
      case Criterion.Open open -> finding.because(open.reason());
      case Criterion.Waived waived -> explain(waived.criterion(), facts).waivedBy(waived.clause());
    };
  }

  private static Finding threshold(Finding finding, Criterion.Threshold threshold, Facts facts) {
    var quantity = threshold.quantity();
    var cells = quantity.cells();
    var value = quantity.measure(facts);
    var measure =
        new Measure(
            value == null ? null : shown(value, threshold),
            threshold.comparison().sign() + " " + shown(Fraction.of(threshold.bound()), threshold),
            threshold.unit(),
            finding.truth() == Truth.NOT_MET && value != null ? shortfall(value, threshold) : null,
            Showing.period(cells, facts.on()));
    var remedies =
        finding.truth() == Truth.NOT_MET ? Remedies.of(threshold, facts) : List.<Change>of();
    return finding
        .because(reason(quantity.missing(facts), facts))
        .measured(measure, Showing.used(cells, facts))
        .remediedBy(remedies);
  }

  private static String shown(Fraction value, Criterion.Threshold threshold) {
    return isDate(threshold)
        ? LocalDate.ofEpochDay(value.dividend().longValueExact()).toString()
        : value.shown();
  }

  private static String shortfall(Fraction value, Criterion.Threshold threshold) {
    var gap = value.minus(threshold.bound());
    return (gap.signum() < 0 ? gap.negate() : gap).shown();
  }

  private static boolean isDate(Criterion.Threshold threshold) {
    return threshold.quantity() instanceof Quantity.Value(var cell)
        && cell.indicator().kind() == Indicator.Kind.DATE;
  }

  private static Reason reason(List<Cell> missing, Facts facts) {
    return missing.isEmpty() ? Reason.NOT_COMPUTABLE : facts.gap(missing.getFirst());
  }

  private static Finding fact(
      Finding finding, Cell cell, String required, Reason whenMissing, Facts facts) {
    var used = Showing.used(List.of(cell), facts);
    var gap = facts.gap(cell);
    var measure =
        new Measure(
            used.getFirst().value(),
            required,
            null,
            null,
            Showing.period(List.of(cell), facts.on()));
    return finding.because(gap == Reason.NOT_REPORTED ? whenMissing : gap).measured(measure, used);
  }

  private static Finding declared(Finding finding, Criterion.Declared declared, Facts facts) {
    return switch (declared.basis()) {
      case EVIDENCE -> fact(finding, declared.cell(), "是", Reason.NOT_REPORTED, facts);
      case JUDGEMENT -> fact(finding, declared.cell(), "认定", Reason.NEEDS_JUDGEMENT, facts);
    };
  }

  private static Finding titles(Finding finding, List<Title> titles, String verb, Facts facts) {
    var held = labels(titles, title -> facts.holds(title) == Truth.MET);
    var unknown = titles.stream().anyMatch(title -> facts.holds(title) == Truth.UNKNOWN);
    var actual = !held.isEmpty() ? "持有" + held : unknown ? null : "未持有";
    var required = verb + labels(titles, _ -> true);
    return finding
        .because(Reason.NOT_REPORTED)
        .measured(new Measure(actual, required, null, null, facts.on().toString()), List.of());
  }

  private static String labels(List<Title> titles, Function<Title, Boolean> wanted) {
    return titles.stream().filter(wanted::apply).map(Title::label).collect(Collectors.joining("、"));
  }

  private static Finding some(Finding finding, Criterion.AtLeast some, Facts facts) {
    var parts = explain(some.parts(), facts);
    var met = parts.stream().filter(part -> part.truth() == Truth.MET).count();
    var measure =
        new Measure(
            "" + met,
            "≥ " + some.n(),
            "项",
            finding.truth() == Truth.NOT_MET ? "" + (some.n() - met) : null,
            facts.on().toString());
    return finding.measured(measure, List.of()).with(parts);
  }

  /// Shows the branch that applies; while that is open, the condition and all that may apply.
  private static Finding branches(Finding finding, Criterion.Branches branches, Facts facts) {
    var parts =
        branches.branches().stream()
            .filter(branch -> Judging.judge(branch.when(), facts) != Truth.NOT_MET)
            .flatMap(branch ->
                List.of(explain(branch.when(), facts), explain(branch.then(), facts)).stream())
            .toList();
    return finding.with(parts);
  }

  private static Finding readings(Finding finding, Criterion.Readings readings, Facts facts) {
    var parts = readings.readings().stream().map(each -> reading(each, facts)).toList();
    var differ =
        parts.stream().anyMatch(part -> part.truth() == Truth.MET)
            && parts.stream().anyMatch(part -> part.truth() == Truth.NOT_MET);
    return differ
        ? finding.because(Reason.WORDING_UNSETTLED).asSensitive().with(parts)
        : finding.with(parts);
  }

  private static Finding reading(Reading reading, Facts facts) {
    var finding = explain(reading.criterion(), facts);
    var clause = finding.clause();
    var named =
        new Clause(
            clause.id(),
            clause.citation(),
            clause.text() + "（" + reading.name() + "）",
            clause.proof(),
            clause.unverified());
    return new Finding(
        named,
        finding.truth(),
        finding.reason(),
        finding.sensitive(),
        finding.measure(),
        finding.remedies(),
        finding.used(),
        finding.parts(),
        finding.score(),
        finding.waiver());
  }

  private static Finding score(Finding finding, ScoreSheet sheet, Facts facts) {
    var total =
        sheet.classes().stream()
            .map(each -> Scoring.points(each, facts))
            .reduce(Points.NONE, Points::plus);
    var classes = sheet.classes().stream().map(each -> scoreClass(each, facts)).toList();
    var shortfall = finding.truth() == Truth.NOT_MET ? gap(total.high(), sheet.pass()) : null;
    var cells = Cells.of(sheet);
    var measure =
        new Measure(
            total.shown(),
            "≥ " + Fraction.plain(sheet.pass()),
            "分",
            shortfall,
            Showing.period(cells, facts.on()));
    var score = new Finding.Score(total.shown(), Fraction.plain(sheet.pass()), classes);
    var missing = cells.stream().filter(cell -> facts.value(cell) == null).toList();
    var scored =
        finding
            .because(unknownPoints(sheet, missing, facts))
            .measured(measure, List.of())
            .scored(score, Showing.used(cells, facts));
    return finding.truth() == Truth.UNKNOWN && hangsOnWording(sheet, facts)
        ? scored.asSensitive()
        : scored;
  }

  private static Reason unknownPoints(ScoreSheet sheet, List<Cell> missing, Facts facts) {
    return missing.isEmpty() && hangsOnWording(sheet, facts)
        ? Reason.WORDING_UNSETTLED
        : reason(missing, facts);
  }

  private static boolean hangsOnWording(ScoreSheet sheet, Facts facts) {
    return sheet.classes().stream()
        .flatMap(each -> each.items().stream())
        .anyMatch(item -> hangsOnWording(item, facts));
  }

  private static boolean hangsOnWording(Item item, Facts facts) {
    return switch (item) {
      case Item.Tiered tiered ->
          tiered.tiers().stream().anyMatch(tier -> explain(tier.when(), facts).sensitive());
      case Item.Cumulative sum ->
          sum.tiers().stream().anyMatch(tier -> explain(tier.when(), facts).sensitive());
      case Item.Best best -> best.items().stream().anyMatch(each -> hangsOnWording(each, facts));
      case Item.Stepped _, Item.Entered _ -> false;
    };
  }

  private static @Nullable String gap(BigDecimal points, BigDecimal bound) {
    return points.compareTo(bound) < 0 ? Fraction.plain(bound.subtract(points)) : null;
  }

  private static Finding.ClassScore scoreClass(ScoreClass each, Facts facts) {
    var points = Scoring.points(each, facts);
    return new Finding.ClassScore(
        each.id(),
        each.name(),
        points.shown(),
        Fraction.plain(each.max()),
        each.floor() == null ? null : Fraction.plain(each.floor()),
        Scoring.floor(each, points),
        each.items().stream().map(item -> line(item, facts)).toList());
  }

  private static Finding.LineScore line(Item item, Facts facts) {
    return new Finding.LineScore(
        item.line().id(),
        item.line().text(),
        Scoring.points(item, facts).shown(),
        Fraction.plain(item.line().max()),
        Showing.used(Cells.of(item), facts));
  }
}
