package seedbed.assessment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;
import seedbed.company.TitleRegister;
import seedbed.company.TitleRegister.Standing;
import seedbed.company.TitleYears;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Verdict;
import seedbed.figure.Figures;
import seedbed.figure.Moment;

/// Applies the editions in force on a day to one company, for somebody who may see it.
@Singleton
public class Assessing {
  private final VisibleCompanies companies;
  private final TitleHoldings holdings;
  private final Figures figures;
  private final Editions editions;
  private final TitleYears years;
  private final Slots slots;
  private final KnownFacts knownFacts;
  private final Clock clock;

  Assessing(
      VisibleCompanies companies,
      TitleHoldings holdings,
      Figures figures,
      Editions editions,
      TitleYears years,
      Slots slots,
      Clock clock) {
    this.companies = companies;
    this.holdings = holdings;
    this.figures = figures;
    this.editions = editions;
    this.years = years;
    this.slots = slots;
    this.clock = clock;
    knownFacts = new KnownFacts(slots);
  }

  /// The whole ladder of a company on a day; empty when no such company in scope was known by then.
  public Optional<Assessment> assess(long companyId, Scope scope, LocalDate on) {
    return assess(companyId, scope, on, facts -> facts);
  }

  /// The same with some facts supposed to be different. Nothing is stored.
  public Optional<Assessment> assess(
      long companyId, Scope scope, LocalDate on, UnaryOperator<Facts> supposition) {
    return companies
        .find(companyId, new Known(scope, on))
        .map(company -> assess(company, Moment.on(on, clock), supposition, _ -> true));
  }

  /// The same for a day by what was known at another moment, such as now.
  public Optional<Assessment> assess(
      long companyId, Scope scope, Moment moment, UnaryOperator<Facts> supposition) {
    return companies
        .find(companyId, new Known(scope, moment.on()))
        .map(company -> assess(company, moment, supposition, _ -> true));
  }

  /// The same as if only some titles had been registered.
  public Optional<Assessment> assess(
      long companyId,
      Scope scope,
      Moment moment,
      Predicate<TitleHolding> held,
      UnaryOperator<Facts> supposition) {
    return companies
        .find(companyId, new Known(scope, moment.on()))
        .map(company ->
            assess(
                company,
                moment,
                holdings(company).stream().filter(held).toList(),
                supposition,
                _ -> true));
  }

  /// The same for one rung only, for those who show many companies at once; empty when there is no
  /// such company in scope, or no such title.
  public Optional<Rung> assess(long companyId, Scope scope, String title, LocalDate on) {
    return companies
        .find(companyId, new Known(scope, on))
        .flatMap(company ->
            assess(company, Moment.on(on, clock), facts -> facts, each -> each.code().equals(title))
                .rung(title));
  }

  private List<TitleHolding> holdings(Company company) {
    return holdings.findByCompanyIdOrderByHeldFrom(company.id());
  }

  private Assessment assess(
      Company company, Moment moment, UnaryOperator<Facts> supposition, Predicate<Title> wanted) {
    return assess(company, moment, holdings(company), supposition, wanted);
  }

  private Assessment assess(
      Company company,
      Moment moment,
      List<TitleHolding> held,
      UnaryOperator<Facts> supposition,
      Predicate<Title> wanted) {
    var on = moment.on();
    var sheet = figures.ofCompany(company.id(), moment.known());
    var register = TitleRegister.of(company, held, on, years);
    var facts = supposition.apply(knownFacts.of(company, sheet, register, on));
    var ladder =
        slots.titles().stream()
            .filter(wanted)
            .map(title -> rung(title, company, register, facts, moment))
            .toList();
    return new Assessment(company, moment, sheet, register, facts, ladder);
  }

  private Rung rung(
      Title title, Company company, TitleRegister register, Facts facts, Moment moment) {
    var standing = register.on(title.code(), facts.on());
    var verdict =
        checklist(title, company, standing, moment).map(checklist -> Verdict.of(checklist, facts));
    return new Rung(title, standing, covering(title, register, facts.on()), verdict);
  }

  private Optional<Checklist> checklist(
      Title title, Company company, Standing standing, Moment moment) {
    return editions
        .publishedBy(moment.published())
        .inForce(title.code(), company.track().code(), applicant(standing), moment.on());
  }

  /// Whoever holds the title is judged again for it; everybody else applies anew.
  static Applicant applicant(Standing standing) {
    return standing == Standing.HELD ? Applicant.RENEWAL : Applicant.NEW;
  }

  private static @Nullable TitleHolding covering(
      Title title, TitleRegister register, LocalDate on) {
    return register.holdings().stream()
        .filter(holding -> holding.title().equals(title.code()) && holding.covers(on))
        .reduce((_, newer) -> newer)
        .orElse(null);
  }
}
