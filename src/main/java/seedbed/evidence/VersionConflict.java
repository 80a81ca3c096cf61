package seedbed.evidence;

import io.micronaut.core.annotation.Introspected;
import org.jspecify.annotations.Nullable;
import seedbed.company.Company;

/// Two people replaced the same paper, or one of them withdrew it: the second is told who was
/// quicker and chooses. His file was not kept; what he typed beside it is.
///
/// @param between the newest version; of a withdrawn paper the last one
/// @param expiresOn as the second one typed it
@Introspected
record VersionConflict(
    long company,
    String companyName,
    boolean demo,
    Evidence evidence,
    Evidence.Version between,
    String fileName,
    String size,
    boolean same,
    String expiresOn) {

  static VersionConflict of(Company company, Keeping.Overtaken overtaken, String expiresOn) {
    Evidence now = overtaken.now();
    return new VersionConflict(
        company.id(),
        company.name(),
        company.demo(),
        now,
        now.versions().getFirst(),
        overtaken.fileName(),
        Evidence.size(overtaken.bytes()),
        overtaken.same(),
        expiresOn);
  }

  public boolean isWithdrawn() {
    return evidence.withdrawnAt() != null;
  }

  /// Where the same is uploaded as something new.
  public String getAnew() {
    String indicator = evidence.indicator();
    return "/companies/"
        + company
        + "/evidence?kind="
        + evidence.kind().name()
        + given("indicator", indicator)
        + given("title", evidence.title())
        + given("clause", evidence.clause())
        + given("year", evidence.yearly() ? evidence.about().replace("年", "") : null)
        + "#upload";
  }

  private static String given(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + value;
  }
}
