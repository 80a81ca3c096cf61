package seedbed.criteria.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Criterion.Reading;
import seedbed.criteria.rule.Finding.Draft;
import seedbed.criteria.rule.Finding.Measure;
import seedbed.criteria.rule.ScoreSheet.Item;
import seedbed.criteria.rule.ScoreSheet.ScoreClass;
import seedbed.criteria.rule.ScoreSheet.Tier;

/// Judges like [Judging] and says why.
public final class Explaining {
  private Explaining() {}

  /// The findings for all criteria, in the order of the checklist.
  public static List<Finding> explain(List<Criterion> criteria, Facts facts) {
    return criteria.stream().map(criterion -> explain(criterion, facts)).toList();
  }

  public static Finding explain(Criterion criterion, Facts facts) {
    var draft = new Draft(criterion.clause(), Judging.judge(criterion, facts));
    return switch (criterion) {
      case Criterion.Threshold threshold -> threshold(draft, threshold, facts);
      case Criterion.Choice choice ->
          fact(draft, choice.cell(), choice.required(), Reason.NOT_REPORTED, facts);
      case Criterion.Declared declared -> declared(draft, declared, facts);
      case Criterion.Holds holds -> titles(draft, holds.titles(), held(holds.titles()), facts);
      case Criterion.Lacks lacks -> titles(draft, lacks.titles(), lacked(lacks.titles()), facts);
      case Criterion.All all -> draft.parts(explain(all.parts(), facts)).done();
      case Criterion.Any any -> draft.parts(explain(any.parts(), facts)).done();
      case Criterion.AtLeast some -> some(draft, some, facts);
      case Criterion.Branches branches -> draft.parts(branches(branches, facts)).done();
      case Criterion.EveryYear every -> draft.parts(explain(every.years(), facts)).done();
      case Criterion.AnyYear any -> draft.parts(explain(any.years(), facts)).done();
      case Criterion.Readings readings -> readings(draft, readings, facts);
      case Criterion.Scored scored -> score(draft, scored.sheet(), facts);
      case Criterion.Open open -> draft.because(open.reason()).done();
      case Criterion.Waived waived -> explain(waived.criterion(), facts).waivedBy(waived.clause());
    };
  }

  private static Finding threshold(Draft draft, Criterion.Threshold threshold, Facts facts) {
    var quantity = threshold.quantity();
    var cells = quantity.cells();
    var value = quantity.measure(facts);
    var failed = draft.truth() == Truth.NOT_MET;
    var measure =
        new Measure(
            value == null ? null : shown(value, threshold),
            required(threshold),
            threshold.unit(),
            failed && value != null && !isDate(threshold) ? shortfall(value, threshold) : null,
            Showing.period(cells, facts.on()));
    return draft
        .because(reason(quantity, facts))
        .measured(measure)
        .used(Showing.used(cells, facts))
        .remedies(failed ? Remedies.of(threshold, facts) : List.of())
        .done();
  }

  private static String shown(Fraction value, Criterion.Threshold threshold) {
    return isDate(threshold) ? day(value.dividend()) : value.shownAgainst(threshold.bound());
  }

  private static String required(Criterion.Threshold threshold) {
    var bound = threshold.bound();
    return threshold.comparison().sign()
        + " "
        + (isDate(threshold) ? day(bound) : Fraction.plain(bound));
  }

  private static String shortfall(Fraction value, Criterion.Threshold threshold) {
    var gap = value.minus(threshold.bound());
    return (gap.signum() < 0 ? gap.negate() : gap).shownAgainst(BigDecimal.ZERO);
  }

  private static String day(BigDecimal epochDay) {
    return LocalDate.ofEpochDay(epochDay.longValueExact()).toString();
  }

  private static boolean isDate(Criterion.Threshold threshold) {
    return threshold.quantity() instanceof Quantity.Value(var cell)
        && cell.indicator().kind() == Indicator.Kind.DATE;
  }

  private static Reason reason(Quantity quantity, Facts facts) {
    var missing = quantity.missing(facts);
    return missing.isEmpty() ? Reason.NOT_COMPUTABLE : facts.gap(missing.getFirst());
  }

  private static Finding fact(
      Draft draft, Cell cell, String required, Reason whenMissing, Facts facts) {
    var used = Showing.used(List.of(cell), facts);
    var gap = facts.gap(cell);
    var period = Showing.period(List.of(cell), facts.on());
    return draft
        .because(gap == Reason.NOT_REPORTED ? whenMissing : gap)
        .measured(new Measure(used.getFirst().value(), required, null, null, period))
        .used(used)
        .done();
  }

  private static Finding declared(Draft draft, Criterion.Declared declared, Facts facts) {
    return switch (declared.basis()) {
      case EVIDENCE -> fact(draft, declared.cell(), "是", Reason.NOT_REPORTED, facts);
      case JUDGEMENT -> fact(draft, declared.cell(), "认定", Reason.NEEDS_JUDGEMENT, facts);
    };
  }

  private static Finding titles(Draft draft, List<Title> titles, String required, Facts facts) {
    var held = labels(titles, title -> facts.holds(title) == Truth.MET);
    var unknown = titles.stream().anyMatch(title -> facts.holds(title) == Truth.UNKNOWN);
    var actual = !held.isEmpty() ? "持有" + held : unknown ? null : "未持有";
    return draft
        .because(Reason.NOT_REPORTED)
        .measured(new Measure(actual, required, null, null, facts.on().toString()))
        .done();
  }

  private static String held(List<Title> titles) {
    return "持有" + labels(titles, _ -> true) + (titles.size() > 1 ? "之一" : "");
  }

  private static String lacked(List<Title> titles) {
    return "未持有" + labels(titles, _ -> true);
  }

  private static String labels(List<Title> titles, Predicate<Title> wanted) {
    return titles.stream().filter(wanted).map(Title::label).collect(Collectors.joining("、"));
  }

  private static Finding some(Draft draft, Criterion.AtLeast some, Facts facts) {
    var parts = explain(some.parts(), facts);
    var met = parts.stream().filter(part -> part.truth() == Truth.MET).count();
    var shortfall = draft.truth() == Truth.NOT_MET ? "" + (some.n() - met) : null;
    var measure = new Measure("" + met, "≥ " + some.n(), "项", shortfall, facts.on().toString());
    return draft.measured(measure).parts(parts).done();
  }

  /// The branch that applies under its condition; while that is open, all that may apply.
  private static List<Finding> branches(Criterion.Branches branches, Facts facts) {
    var parts = new ArrayList<Finding>();
    var last = branches.branches().size() - 1;
    for (var i = 0; i <= last; i++) {
      var branch = branches.branches().get(i);
      var when = explain(branch.when(), facts);
      if (when.truth() != Truth.NOT_MET || i == last) {
        parts.add(when);
        parts.add(explain(branch.then(), facts));
      }
      if (when.truth() == Truth.MET) {
        break;
      }
    }
    return parts;
  }

  private static Finding readings(Draft draft, Criterion.Readings readings, Facts facts) {
    var parts = readings.readings().stream().map(each -> reading(each, facts)).toList();
    var answers = parts.stream().map(Finding::truth).toList();
    return answers.contains(Truth.MET) && answers.contains(Truth.NOT_MET)
        ? draft.sensitive().parts(parts).done()
        : draft.parts(parts).done();
  }

  private static Finding reading(Reading reading, Facts facts) {
    var finding = explain(reading.criterion(), facts);
    return finding.readAs(finding.clause().readAs(reading.name()));
  }

  private static Finding score(Draft draft, ScoreSheet sheet, Facts facts) {
    var total = Scoring.total(sheet, facts);
    var pass = Fraction.plain(sheet.pass());
    var cells = Cells.of(sheet);
    var failed = draft.truth() == Truth.NOT_MET;
    var measure =
        new Measure(
            total.shown(),
            "≥ " + pass,
            "分",
            failed ? gap(total.high(), sheet.pass()) : null,
            Showing.period(cells, facts.on()));
    var classes = sheet.classes().stream().map(each -> scoreClass(each, facts)).toList();
    var scored =
        draft
            .measured(measure)
            .used(Showing.used(cells, facts))
            .scored(new Finding.Score(total.shown(), pass, classes));
    return draft.truth() == Truth.UNKNOWN ? doubtful(scored, sheet, facts).done() : scored.done();
  }

  private static @Nullable String gap(BigDecimal points, BigDecimal bound) {
    return points.compareTo(bound) < 0 ? Fraction.plain(bound.subtract(points)) : null;
  }

  private static Draft doubtful(Draft draft, ScoreSheet sheet, Facts facts) {
    var doubts =
        sheet.classes().stream()
            .flatMap(each -> each.items().stream())
            .flatMap(item -> doubts(item, facts))
            .toList();
    var reason = Finding.firstReason(doubts);
    return doubts.stream().anyMatch(Finding::sensitive)
        ? draft.sensitive().because(reason)
        : draft.because(reason);
  }

  /// Why the points of a line are not known yet.
  private static Stream<Finding> doubts(Item item, Facts facts) {
    if (Scoring.points(item, facts).known()) {
      return Stream.of();
    }
    return switch (item) {
      case Item.Tiered tiered -> doubts(tiered.tiers(), facts);
      case Item.Cumulative sum -> doubts(sum.tiers(), facts);
      case Item.Best best -> best.items().stream().flatMap(each -> doubts(each, facts));
      case Item.Stepped stepped -> doubt(stepped, reason(stepped.quantity(), facts));
      case Item.Entered entered -> doubt(entered, facts.gap(entered.cell()));
    };
  }

  private static Stream<Finding> doubts(List<Tier> tiers, Facts facts) {
    return tiers.stream()
        .map(tier -> explain(tier.when(), facts))
        .filter(finding -> finding.truth() == Truth.UNKNOWN);
  }

  private static Stream<Finding> doubt(Item item, Reason reason) {
    return Stream.of(new Draft(item.line().clause(), Truth.UNKNOWN).because(reason).done());
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
