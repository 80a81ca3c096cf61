package seedbed.plan;

import jakarta.inject.Singleton;
import java.util.List;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.evidence.Evidence;
import seedbed.evidence.VisibleEvidence;

/// Finds the papers that a plan or a report about its tasks can name.
@Singleton
class PlanPapers {

  private final VisibleEvidence evidence;
  private final Permissions permissions;

  PlanPapers(VisibleEvidence evidence, Permissions permissions) {
    this.evidence = evidence;
    this.permissions = permissions;
  }

  /// The company's papers that can be shown to somebody.
  List<Evidence> shown(Plan plan, Permission permission) {
    return permissions
        .of(permission.caller(), Act.SEE_EVIDENCE)
        .map(may -> evidence.ofCompany(plan.companyId(), may))
        .orElse(List.of())
        .stream()
        .filter(paper -> paper.withdrawnAt() == null && paper.current() != null)
        .toList();
  }
}
