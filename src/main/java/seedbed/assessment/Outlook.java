package seedbed.assessment;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.company.Known;
import seedbed.company.TitleHoldings;
import seedbed.company.TitleRegister;
import seedbed.company.TitleYears;
import seedbed.company.VisibleCompanies;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;
import seedbed.figure.FigureSheet;
import seedbed.figure.Figures;

/// What one company can be judged by in years to come: read once and asked as often as is needed;
/// nothing is stored.
@Singleton
public final class Outlook {

  private final VisibleCompanies companies;
  private final TitleHoldings holdings;
  private final Figures figures;
  private final Editions editions;
  private final TitleYears years;
  private final Slots slots;
  private final KnownFacts knownFacts;
  private final Clock clock;

  Outlook(
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

  /// One company with all that is known of it now; empty when there is none in scope.
  public Optional<Course> of(long companyId, Scope scope) {
    return companies
        .find(companyId, Known.today(scope, clock))
        .map(company ->
            new Course(
                company,
                figures.ofCompany(company.id(), clock.instant()),
                TitleRegister.of(
                    company,
                    holdings.findByCompanyIdOrderByHeldFrom(company.id()),
                    LocalDate.now(clock),
                    years)));
  }

  /// What can be asked about one company.
  public final class Course {
    private final Company company;
    private final FigureSheet sheet;
    private final TitleRegister register;

    private Course(Company company, FigureSheet sheet, TitleRegister register) {
      this.company = company;
      this.sheet = sheet;
      this.register = register;
    }

    public Company company() {
      return company;
    }

    public FigureSheet sheet() {
      return sheet;
    }

    public Slots slots() {
      return slots;
    }

    /// What is known today of the years that a day to come looks back at.
    public Facts facts(LocalDate on) {
      return knownFacts.of(company, sheet, register, on);
    }

    /// The list for those who apply anew, as it will be in force; empty where none is.
    public Optional<Checklist> checklist(Title title, LocalDate on) {
      return editions.inForce(title.code(), company.track().code(), Applicant.NEW, on);
    }
  }
}
