package seedbed.figure;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import seedbed.access.Scope;
import seedbed.company.Known;
import seedbed.company.VisibleCompanies;

/// Reads figures for somebody: those of a company that is out of scope, or was registered after the
/// day asked for, are absent.
@Singleton
public class VisibleFigures {

  private final VisibleCompanies companies;
  private final Figures figures;
  private final Clock clock;

  VisibleFigures(VisibleCompanies companies, Figures figures, Clock clock) {
    this.companies = companies;
    this.figures = figures;
    this.clock = clock;
  }

  public Optional<FigureSheet> find(long companyId, Scope scope, Moment moment) {
    return companies.contains(companyId, new Known(scope, moment.on()))
        ? Optional.of(figures.ofCompany(companyId, moment.known()))
        : Optional.empty();
  }

  /// Includes everything that was reported so far.
  public Optional<FigureSheet> latest(long companyId, Scope scope) {
    return find(companyId, scope, Moment.on(LocalDate.now(clock), clock));
  }
}
