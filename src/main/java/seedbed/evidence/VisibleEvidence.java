package seedbed.evidence;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.criteria.Indicators;

/// Finds evidence for somebody: of the companies in scope, and for a department only what proves
/// the facts that it answers for.
@Singleton
public class VisibleEvidence {

  private final EvidenceRows rows;
  private final Indicators indicators;

  VisibleEvidence(EvidenceRows rows, Indicators indicators) {
    this.rows = rows;
    this.indicators = indicators;
  }

  public List<Evidence> ofCompany(long company, Permission permission) {
    return rows.ofCompany(company, permission.scope()).stream()
        .filter(evidence -> own(evidence, permission))
        .toList();
  }

  /// What there was at a moment, in the versions of then. What the scanner has found since counts:
  /// it is about the same bytes.
  public List<Evidence> ofCompany(long company, Instant moment, Permission permission) {
    return ofCompany(company, permission).stream()
        .flatMap(evidence -> evidence.knownAt(moment).stream())
        .toList();
  }

  public Optional<Evidence> find(long id, Permission permission) {
    return rows.find(id, permission.scope()).filter(evidence -> own(evidence, permission));
  }

  private boolean own(Evidence evidence, Permission permission) {
    if (permission.reach() != Reach.UNIT) {
      return true;
    }
    Set<String> owned =
        indicators.confirmedBy(Objects.requireNonNullElse(permission.caller().unit(), ""));
    return evidence.indicator() != null && owned.contains(evidence.indicator());
  }
}
