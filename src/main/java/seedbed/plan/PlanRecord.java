package seedbed.plan;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import seedbed.archive.Archiving;
import seedbed.archive.KeptRecord;

/// What an approved version says, hashed once more: its fields lie in tables that can be changed,
/// its number and digest in the archive, which cannot.
@Singleton
class PlanRecord implements KeptRecord {

  static final String KIND = "plan-version";

  private final Plans plans;
  private final PlanVersions versions;
  private final ContentRows rows;
  private final Archiving archiving;

  PlanRecord(Plans plans, PlanVersions versions, ContentRows rows, Archiving archiving) {
    this.plans = plans;
    this.versions = versions;
    this.rows = rows;
    this.archiving = archiving;
  }

  @Override
  public String aboutKind() {
    return KIND;
  }

  @Override
  public List<String> digests(long version) {
    return digest(version).stream().toList();
  }

  private Optional<String> digest(long version) {
    return versions
        .findById(version)
        .filter(approved -> approved.companyName() != null)
        .flatMap(approved -> plans.findById(approved.planId()).map(plan -> digest(plan, approved)));
  }

  private String digest(Plan plan, Version approved) {
    return PlanDigest.of(
        String.valueOf(approved.companyName()), plan, approved.ordinal(), rows.of(approved.id()));
  }

  /// Whether an approved version still says what the archive has under its number.
  boolean sound(Version approved) {
    Optional<String> now = digest(approved.id());
    return archiving.about(KIND, approved.id()).stream()
        .anyMatch(held ->
            held.number().equals(approved.archiveNumber())
                && now.filter(held.digest()::equals).isPresent());
  }
}
