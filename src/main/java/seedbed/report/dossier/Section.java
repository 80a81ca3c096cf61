package seedbed.report.dossier;

import io.micronaut.core.order.Ordered;
import java.util.Optional;
import seedbed.access.Permission;
import seedbed.assessment.Assessment;
import seedbed.web.ChosenDay;

/// Writes one chapter of a dossier. Chapters stand in the order of their places.
interface Section extends Ordered {

  /// Whom a dossier is about, as of when, and for whom.
  record Subject(Assessment assessment, ChosenDay chosen, Permission permission) {

    long company() {
      return assessment.company().id();
    }
  }

  /// Empty for a reader who may not see it.
  Optional<Dossier.Chapter> chapter(Subject subject);
}
