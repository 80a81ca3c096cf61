package seedbed.figure;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import seedbed.access.Scope;
import seedbed.company.VisibleCompanies;

/// Reads figures for somebody: those of a company that is out of scope are absent.
@Singleton
public class VisibleFigures {

  private final VisibleCompanies companies;
  private final Figures figures;

  VisibleFigures(VisibleCompanies companies, Figures figures) {
    this.companies = companies;
    this.figures = figures;
  }

  public Optional<FigureSheet> find(long companyId, Scope scope, Instant asKnown) {
    return companies.contains(companyId, scope)
        ? Optional.of(figures.ofCompany(companyId, asKnown))
        : Optional.empty();
  }

  /// Includes everything that was reported so far.
  public Optional<FigureSheet> latest(long companyId, Scope scope) {
    return find(companyId, scope, Figures.LATEST);
  }
}
