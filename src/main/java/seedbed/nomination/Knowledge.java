package seedbed.nomination;

import java.time.LocalDate;
import java.util.Optional;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Truth;

/// What is known about companies, as far as the check of their ladders asks.
interface Knowledge {

  /// The checklist for new applicants on a day.
  Optional<Checklist> checklist(long company, String title, LocalDate on);

  Facts facts(long company, LocalDate on);

  Truth holds(long company, String title, LocalDate on);
}
