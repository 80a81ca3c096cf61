package seedbed.assessment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Slices;
import seedbed.company.TitleHolding;
import seedbed.company.TitleHoldings;
import seedbed.company.TitleRegister;
import seedbed.company.TitleYears;
import seedbed.criteria.Editions;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Truth;
import seedbed.figure.FigureSheet;
import seedbed.figure.Figures;
import seedbed.figure.Moment;

/// Companies that are to apply for titles on days of several years, past and to come, each with all
/// that is known of it on a day. Who may see them has been asked before.
@Singleton
public final class Candidacies {
  private static final int COMPANIES_AT_ONCE = 200;

  private final Companies companies;
  private final TitleHoldings holdings;
  private final Figures figures;
  private final Editions editions;
  private final TitleYears years;
  private final KnownFacts knownFacts;

  Candidacies(
      Companies companies,
      TitleHoldings holdings,
      Figures figures,
      Editions editions,
      TitleYears years,
      Slots slots) {
    this.companies = companies;
    this.holdings = holdings;
    this.figures = figures;
    this.editions = editions;
    this.years = years;
    knownFacts = new KnownFacts(slots);
  }

  /// By the number of the company.
  public Map<Long, Candidacy> of(List<Long> ids, LocalDate today) {
    return of(ids, new Moment(today, Figures.LATEST));
  }

  /// The same by what was known at a moment.
  public Map<Long, Candidacy> of(List<Long> ids, Moment moment) {
    Map<Long, Candidacy> all = new HashMap<>();
    for (var slice : Slices.of(ids, COMPANIES_AT_ONCE)) {
      Map<Long, List<TitleHolding>> held = new HashMap<>();
      holdings
          .findByCompanyIdInOrderByCompanyId(slice)
          .forEach(holding ->
              held.computeIfAbsent(holding.companyId(), _ -> new ArrayList<>()).add(holding));
      Map<Long, FigureSheet> sheets = new HashMap<>();
      figures
          .valuesOf(slice, moment.known())
          .forEach(sheet -> sheets.put(sheet.companyId(), sheet));
      for (var company : companies.findByIdIn(slice)) {
        var register =
            TitleRegister.of(
                company, held.getOrDefault(company.id(), List.of()), moment.on(), years);
        var sheet = sheets.getOrDefault(company.id(), new FigureSheet(company.id(), List.of()));
        all.put(company.id(), new Candidacy(company, register, sheet));
      }
    }
    return all;
  }

  /// One of them.
  public final class Candidacy {
    private final Company company;
    private final TitleRegister register;
    private final FigureSheet sheet;

    private Candidacy(Company company, TitleRegister register, FigureSheet sheet) {
      this.company = company;
      this.register = register;
      this.sheet = sheet;
    }

    public TitleRegister register() {
      return register;
    }

    /// What a new applicant for the title is judged by on the day.
    public Optional<Checklist> checklist(String title, LocalDate on) {
      return editions.inForce(title, company.track().code(), Applicant.NEW, on);
    }

    /// Figures as they are known on that day, titles as they stand on the day.
    public Facts facts(LocalDate on) {
      var facts = knownFacts.of(company, sheet, register, on).but();
      for (var title : knownFacts.titles()) {
        facts.held(title, holds(title.code(), on));
      }
      return facts.build();
    }

    /// Whether the title is held on a day. For planning ahead, a recognition of which no document
    /// names the end is taken to last for its term: that it was proved once is no reason to ask.
    public Truth holds(String title, LocalDate on) {
      return switch (register.on(title, on)) {
        case HELD -> Truth.MET;
        case NOT_HELD -> Truth.NOT_MET;
        case UNKNOWN -> withinTerm(title, on) ? Truth.MET : Truth.UNKNOWN;
      };
    }

    private boolean withinTerm(String title, LocalDate on) {
      return register.holdings().stream()
          .anyMatch(holding ->
              holding.title().equals(title)
                  && holding.covers(on)
                  && !years.over(title, holding.heldFrom(), on));
    }
  }
}
