package seedbed.report.portfolio;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.views.View;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.assessment.Assessing;
import seedbed.assessment.Assessment;
import seedbed.assessment.NextStep;
import seedbed.assessment.Rung;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.Regions;
import seedbed.company.TitleRegister.Standing;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.portfolio.Contacts;
import seedbed.portfolio.Leaders;
import seedbed.verdict.Missing;
import seedbed.web.Address;
import seedbed.web.Refusal;

/// 去企业前看一眼: one linked company on one screen.
@Hidden
@Controller("/portfolio")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class GlancePages {

  private final Assessing assessing;
  private final NextStep nextStep;
  private final Titles titles;
  private final Regions regions;
  private final QuestionBasis basis;
  private final List<Glimpse> glimpses;
  private final Leaders leaders;
  private final Contacts contacts;
  private final Clock clock;

  GlancePages(
      Assessing assessing,
      NextStep nextStep,
      Titles titles,
      Regions regions,
      QuestionBasis basis,
      List<Glimpse> glimpses,
      Leaders leaders,
      Contacts contacts,
      Clock clock) {
    this.assessing = assessing;
    this.nextStep = nextStep;
    this.titles = titles;
    this.regions = regions;
    this.basis = basis;
    this.glimpses = List.copyOf(glimpses);
    this.leaders = leaders;
    this.contacts = contacts;
    this.clock = clock;
  }

  @Get("/{id}")
  @View("portfolio/glance")
  GlancePage show(long id, Permission permission) {
    return assessing
        .assess(id, permission.scope(), LocalDate.now(clock))
        .map(assessment -> page(assessment, permission))
        .orElseThrow(() -> new Refusal.Absent("您的挂钩企业里没有编号为 " + id + " 的企业。"));
  }

  private GlancePage page(Assessment assessment, Permission permission) {
    Company company = assessment.company();
    Optional<Rung> next = nextStep.of(assessment);
    Optional<Verdict> verdict = next.flatMap(Rung::verdict);
    return new GlancePage(
        company.id(),
        company.name(),
        company.demo(),
        makes(company),
        assessment.ladder().stream()
            .filter(rung -> rung.standing() == Standing.HELD)
            .map(rung -> titles.get(rung.title().code()).shortLabel())
            .toList(),
        next.map(rung -> titles.get(rung.title().code()).shortLabel())
            .flatMap(title -> verdict.map(each -> title + " " + Distance.of(each)))
            .orElse(null),
        verdict.map(GlancePages::styleClass).orElse(""),
        verdict.map(GlancePages::shortest).orElse(null),
        next.map(
                rung -> Address.of("/companies/" + company.id()).with("title", rung.title().code()))
            .orElse(Address.of("/companies/" + company.id())),
        Questions.of(basis.of(assessment, permission.caller())),
        glimpses.stream()
            .flatMap(glimpse -> glimpse.of(company.id(), permission.caller()).stream())
            .toList(),
        leaders.described(company.id(), LocalDate.now(clock)),
        contacts.of(company.id()));
  }

  private String makes(Company company) {
    return Stream.of(
            company.mainProduct(),
            company.industryName(),
            regions.findByCode(company.regionCode()).map(Region::name).orElse(null),
            company.foundedOn() == null ? null : company.foundedOn().getYear() + " 年成立")
        .filter(GlancePages::given)
        .collect(Collectors.joining(" · "));
  }

  private static boolean given(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  private static String shortest(Verdict verdict) {
    return verdict.truth() == Truth.MET ? "条件全部满足，可以申报。" : Missing.words(verdict) + "。";
  }

  private static String styleClass(Verdict verdict) {
    return switch (verdict.truth()) {
      case MET -> "met";
      case NOT_MET -> "not";
      case UNKNOWN -> "unknown";
    };
  }
}
