package seedbed.plan;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Origin;
import seedbed.web.Address;

/// Leads from a paper to the version of the plan that it prints.
@Singleton
class PlanOrigin implements Origin {

  private final PlanVersions versions;
  private final VisiblePlans visible;
  private final Permissions permissions;

  PlanOrigin(PlanVersions versions, VisiblePlans visible, Permissions permissions) {
    this.versions = versions;
    this.visible = visible;
    this.permissions = permissions;
  }

  @Override
  public String aboutKind() {
    return PlanRecord.KIND;
  }

  @Override
  public String label() {
    return "培育发展方案";
  }

  @Override
  public Optional<Address> page(long aboutId, Permission permission) {
    return permissions
        .of(permission.caller(), Act.SEE_PLANS)
        .flatMap(may ->
            versions
                .findById(aboutId)
                .filter(version -> visible.find(version.planId(), may.scope()).isPresent()))
        .map(version -> PlanPages.address(version.planId()).with("version", version.ordinal()));
  }
}
