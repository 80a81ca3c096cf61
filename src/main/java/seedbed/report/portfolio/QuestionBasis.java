package seedbed.report.portfolio;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.access.Scope;
import seedbed.assessment.Assessment;
import seedbed.assessment.NextStep;
import seedbed.assessment.Rung;
import seedbed.company.TitleHolding;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Finding;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.evidence.Evidence;
import seedbed.evidence.EvidenceSettings;
import seedbed.evidence.VisibleEvidence;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.Figure;
import seedbed.figure.FigureSheet;
import seedbed.figure.Value;
import seedbed.plan.OpenTasks;
import seedbed.report.Expiry;
import seedbed.report.portfolio.Questions.Basis;
import seedbed.report.portfolio.Questions.Ending;
import seedbed.report.portfolio.Questions.Fall;
import seedbed.report.portfolio.Questions.Gap;
import seedbed.report.portfolio.Questions.Late;
import seedbed.sheet.SheetAlarms;
import seedbed.verdict.Shown;
import seedbed.web.Formats;

/// Gathers what questions are made of.
@Singleton
class QuestionBasis {

  private static final int FEW = 3;

  /// What a leader asks about when it falls, in this order.
  private enum Watched {
    REVENUE("revenue", "营业收入"),
    RESEARCH("rd_expense", "研发费用");

    private final String indicator;
    private final String label;

    Watched(String indicator, String label) {
      this.indicator = indicator;
      this.label = label;
    }

    String indicator() {
      return indicator;
    }

    String label() {
      return label;
    }
  }

  private final NextStep nextStep;
  private final Titles titles;
  private final VisibleEvidence evidence;
  private final EvidenceSettings evidenceSettings;
  private final OpenTasks tasks;
  private final SheetAlarms alarms;
  private final Permissions permissions;
  private final Clock clock;

  QuestionBasis(
      NextStep nextStep,
      Titles titles,
      VisibleEvidence evidence,
      EvidenceSettings evidenceSettings,
      OpenTasks tasks,
      SheetAlarms alarms,
      Permissions permissions,
      Clock clock) {
    this.nextStep = nextStep;
    this.titles = titles;
    this.evidence = evidence;
    this.evidenceSettings = evidenceSettings;
    this.tasks = tasks;
    this.alarms = alarms;
    this.permissions = permissions;
    this.clock = clock;
  }

  Basis of(Assessment assessment, Caller caller) {
    long company = assessment.company().id();
    Optional<Rung> next = nextStep.of(assessment);
    Optional<Verdict> verdict = next.flatMap(Rung::verdict);
    return new Basis(
        next.map(rung -> titles.get(rung.title().code()).shortLabel()).orElse(null),
        verdict.filter(each -> each.truth() == Truth.MET).isPresent(),
        verdict.flatMap(QuestionBasis::nearest).orElse(null),
        verdict.map(QuestionBasis::missing).orElse(List.of()),
        alarms.warned(new Scope.Single(company), 1).stream().map(SheetAlarms.Alarm::words).toList(),
        falls(assessment),
        tasks.near(company, FEW).stream()
            .filter(task -> task.daysLate() > 0)
            .map(task -> new Late(task.name(), task.dueOn()))
            .toList(),
        ending(assessment),
        papers(company, caller));
  }

  /// The clause that is not met and can be met by the fewest changes; of equal ones the first.
  static Optional<Gap> nearest(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.truth() == Truth.NOT_MET)
        .flatMap(QuestionBasis::leaves)
        .filter(finding -> finding.truth() == Truth.NOT_MET)
        .min(Comparator.comparingInt(QuestionBasis::effort))
        .map(QuestionBasis::gap);
  }

  // Of a clause made of parts it is a part that is not met.
  private static Stream<Finding> leaves(Finding finding) {
    return finding.parts().isEmpty()
        ? Stream.of(finding)
        : finding.parts().stream().flatMap(QuestionBasis::leaves);
  }

  private static int effort(Finding finding) {
    return finding.remedies().isEmpty() ? Integer.MAX_VALUE : finding.remedies().size();
  }

  private static Gap gap(Finding finding) {
    Finding.Measure measure = finding.measure();
    return new Gap(
        finding.clause().text(),
        finding.clause().citation(),
        measure == null ? null : measured(measure.actual(), measure.unit()),
        measure == null ? null : measured(measure.required(), measure.unit()),
        measure == null ? null : measured(measure.shortfall(), measure.unit()));
  }

  private static @Nullable String measured(@Nullable String text, @Nullable String unit) {
    return text == null ? null : Shown.measured(text, unit);
  }

  private static List<String> missing(Verdict verdict) {
    return verdict.question().missing().stream()
        .map(cell -> Shown.name(cell, verdict.facts().on()))
        .distinct()
        .limit(FEW)
        .toList();
  }

  // The two newest years that are told; an older pair is no news.
  private static List<Fall> falls(Assessment assessment) {
    int year = assessment.moment().on().getYear() - 1;
    List<Fall> falls = new ArrayList<>();
    for (Watched watched : Watched.values()) {
      Optional<BigDecimal> now = number(assessment.figures(), watched.indicator(), year);
      Optional<BigDecimal> before = number(assessment.figures(), watched.indicator(), year - 1);
      if (now.isPresent() && before.isPresent() && now.get().compareTo(before.get()) < 0) {
        falls.add(
            new Fall(
                watched.label(),
                year,
                Formats.amount(before.get()) + " 万元",
                Formats.amount(now.get()) + " 万元"));
      }
    }
    return falls;
  }

  private static Optional<BigDecimal> number(FigureSheet sheet, String indicator, int year) {
    return sheet
        .ofYear(indicator, year)
        .flatMap(Entry::decided)
        .map(Attested::figure)
        .map(Figure::value)
        .flatMap(value ->
            value instanceof Value.Decimal(var number) ? Optional.of(number) : Optional.empty());
  }

  private List<Ending> ending(Assessment assessment) {
    LocalDate on = assessment.moment().on();
    Map<String, LocalDate> ends = new HashMap<>();
    for (TitleHolding holding : assessment.register().holdings()) {
      Titles.Rung title = titles.get(holding.title());
      LocalDate end = Expiry.of(title, holding.heldFrom(), holding.heldTo());
      if (assessment.register().proves(holding, on)) {
        ends.merge(
            title.shortLabel(),
            end == null ? LocalDate.MAX : end,
            (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    return ends.entrySet().stream()
        .filter(each -> !each.getValue().isAfter(on.plusMonths(Expiry.MONTHS_BEFORE)))
        .sorted(
            Map.Entry.<String, LocalDate>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(each -> new Ending(each.getKey() + "称号", each.getValue().minusDays(1)))
        .toList();
  }

  private List<Ending> papers(long company, Caller caller) {
    LocalDate until = LocalDate.now(clock).plusDays(evidenceSettings.warningDays());
    return permissions.of(caller, Act.SEE_EVIDENCE).stream()
        .flatMap(may -> evidence.ofCompany(company, may).stream())
        .filter(paper -> paper.withdrawnAt() == null)
        .flatMap(paper -> lastDay(paper).map(day -> new Ending(paper.name(), day)).stream())
        .filter(paper -> !paper.lastDay().isAfter(until))
        .sorted(Comparator.comparing(Ending::lastDay))
        .limit(FEW)
        .toList();
  }

  private static Optional<LocalDate> lastDay(Evidence paper) {
    return Optional.ofNullable(paper.current()).map(Evidence.Version::expiresOn);
  }
}
