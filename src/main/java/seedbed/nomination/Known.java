package seedbed.nomination;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import seedbed.assessment.Candidacies.Candidacy;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Truth;

/// What is on record about the companies of a plan.
record Known(Map<Long, Candidacy> companies) implements Knowledge {

  @Override
  public Optional<Checklist> checklist(long company, String title, LocalDate on) {
    return of(company).checklist(title, on);
  }

  @Override
  public Facts facts(long company, LocalDate on) {
    return of(company).facts(on);
  }

  @Override
  public Truth holds(long company, String title, LocalDate on) {
    return of(company).holds(title, on);
  }

  Candidacy of(long company) {
    Candidacy known = companies.get(company);
    if (known == null) {
      throw new IllegalArgumentException("company " + company + " was not read");
    }
    return known;
  }
}
