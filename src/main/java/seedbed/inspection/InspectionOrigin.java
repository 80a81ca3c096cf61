package seedbed.inspection;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Origin;
import seedbed.web.Address;

/// Leads from filings and conclusions to their inspection.
@Singleton
class InspectionOrigin implements Origin {

  private final VisibleInspections visible;
  private final Permissions permissions;

  InspectionOrigin(VisibleInspections visible, Permissions permissions) {
    this.visible = visible;
    this.permissions = permissions;
  }

  @Override
  public String aboutKind() {
    return "inspection";
  }

  @Override
  public String label() {
    return "检查报备";
  }

  @Override
  public Optional<Address> page(long aboutId, Permission permission) {
    return permissions
        .of(permission.caller(), Act.SEE_INSPECTIONS)
        .flatMap(may -> visible.find(aboutId, VisibleInspections.Reader.of(may)))
        .map(inspection -> InspectionPages.address(inspection.id()));
  }
}
