package seedbed.report.company;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Matters;
import seedbed.assessment.Assessment;
import seedbed.assessment.Rung;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Editions;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Verdict;
import seedbed.evidence.LapsedPapers;
import seedbed.figure.Remarks;
import seedbed.inspection.InspectionDuties;
import seedbed.plan.PlanDuties;
import seedbed.recognition.Bans;
import seedbed.recognition.State;
import seedbed.recognition.TitleStates;
import seedbed.request.RequestDuties;
import seedbed.review.ReviewDuties;
import seedbed.sheet.SheetDuties;
import seedbed.verdict.Sources;
import seedbed.verdict.VerdictPanel;
import seedbed.web.ChosenDay;

/// Puts an assessment into the words of the page.
@Singleton
final class CompanySheets {
  private final Editions editions;
  private final Titles titles;
  private final Regions regions;
  private final ChosenRung chosenRung;
  private final FigureTables tables;
  private final Remarks remarks;
  private final TitleStates states;
  private final Bans bans;
  private final SheetDuties duties;
  private final ReviewDuties reviews;
  private final PlanDuties plans;
  private final RequestDuties requests;
  private final InspectionDuties inspections;
  private final LapsedPapers lapsed;

  CompanySheets(
      Editions editions,
      Titles titles,
      Regions regions,
      ChosenRung chosenRung,
      FigureTables tables,
      Remarks remarks,
      TitleStates states,
      Bans bans,
      SheetDuties duties,
      ReviewDuties reviews,
      PlanDuties plans,
      RequestDuties requests,
      InspectionDuties inspections,
      LapsedPapers lapsed) {
    this.editions = editions;
    this.titles = titles;
    this.regions = regions;
    this.chosenRung = chosenRung;
    this.tables = tables;
    this.remarks = remarks;
    this.states = states;
    this.bans = bans;
    this.duties = duties;
    this.reviews = reviews;
    this.plans = plans;
    this.requests = requests;
    this.inspections = inspections;
    this.lapsed = lapsed;
  }

  CompanySheet of(
      Assessment assessment,
      ChosenDay chosen,
      @Nullable String title,
      boolean open,
      List<Matters.Matter> matters,
      Caller caller,
      CompanySheet.Doors doors) {
    var rung = chosenRung.of(assessment, title);
    var code = rung.map(each -> each.title().code()).orElse("");
    var verdict = rung.flatMap(Rung::verdict);
    var figures = tables.of(assessment.figures(), assessment.moment().on(), wanted(verdict));
    return new CompanySheet(
        assessment.company(),
        head(assessment),
        doors.own() ? agenda(assessment, chosen) : null,
        matters,
        chosen,
        LadderStep.of(assessment, editions, code),
        code,
        verdict.map(each -> panel(rung.orElseThrow(), each, assessment, open, caller)).orElse(null),
        rung.filter(each -> each.verdict().isEmpty())
            .map(each -> each.title().label())
            .orElse(null),
        figures,
        Charts.of(assessment.figures(), figures.years(), verdict.orElse(null)),
        TitleLine.of(assessment, titles, states(assessment)),
        assessment.register().complete(),
        bans(assessment),
        remarks.findByCompanyIdOrderById(assessment.company().id()),
        doors);
  }

  private Map<Long, State> states(Assessment assessment) {
    return states.of(
        assessment.company(), assessment.register().holdings(), assessment.moment().on());
  }

  private List<String> bans(Assessment assessment) {
    return bans.of(assessment.company().id(), assessment.moment().on()).stream()
        .map(ban -> titles.get(ban.title()).label() + "：" + ban.sentence() + "。")
        .toList();
  }

  /// The figures a title asks for have a row also while they are missing.
  private Agenda agenda(Assessment assessment, ChosenDay chosen) {
    var agenda = Agenda.of(assessment, chosenRung.of(assessment, null), titles);
    if (chosen.past()) {
      return agenda;
    }
    var reporting = duties.of(assessment.company().id()).map(agenda::and).orElse(agenda);
    var planned = plans.of(assessment.company().id()).map(reporting::and).orElse(reporting);
    var asked = planned.and(requests.of(assessment.company().id()));
    var reviewed = reviews.of(assessment.company().id()).map(asked::and).orElse(asked);
    return inspections.unreceived(assessment.company().id()).map(reviewed::and).orElse(reviewed);
  }

  private static Set<String> wanted(Optional<Verdict> verdict) {
    return verdict.stream()
        .flatMap(each -> Cells.of(each.checklist().criteria()).stream())
        .map(cell -> cell.indicator().code())
        .collect(Collectors.toSet());
  }

  private VerdictPanel panel(
      Rung rung, Verdict verdict, Assessment assessment, boolean open, Caller caller) {
    var warnings = lapsed.of(assessment.company().id(), assessment.moment(), caller);
    return VerdictPanel.of(
        assessment.company(),
        rung.title(),
        verdict,
        editions,
        Sources.of(assessment, warnings),
        open);
  }

  private CompanySheet.Head head(Assessment assessment) {
    var company = assessment.company();
    return new CompanySheet.Head(
        regions.findByCode(company.regionCode()).map(Region::name).orElse(company.regionCode()),
        company.regionCode(),
        facts(company),
        held(assessment));
  }

  private List<String> held(Assessment assessment) {
    return assessment.ladder().stream()
        .filter(rung -> rung.standing() == Standing.HELD)
        .map(rung -> titles.get(rung.title().code()).shortLabel())
        .toList();
  }

  private static List<CompanySheet.Fact> facts(Company company) {
    var facts = new ArrayList<CompanySheet.Fact>();
    add(facts, "信用代码", company.creditCode());
    add(facts, "行业", industry(company));
    add(facts, "类别", company.track().label());
    add(facts, "主导产品", company.mainProduct());
    add(facts, "成立日期", company.foundedOn());
    return List.copyOf(facts);
  }

  private static @Nullable String industry(Company company) {
    if (company.industryName() == null) {
      return null;
    }
    return company.industryCode() == null
        ? company.industryName()
        : company.industryCode() + " " + company.industryName();
  }

  private static void add(List<CompanySheet.Fact> facts, String name, @Nullable Object value) {
    if (value != null) {
      facts.add(new CompanySheet.Fact(name, value.toString()));
    }
  }
}
