package seedbed.admission;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Origin;
import seedbed.web.Address;

/// Leads from notices and decisions to their application.
@Singleton
class ApplicationOrigin implements Origin {

  private final VisibleApplications visible;
  private final Permissions permissions;

  ApplicationOrigin(VisibleApplications visible, Permissions permissions) {
    this.visible = visible;
    this.permissions = permissions;
  }

  @Override
  public String aboutKind() {
    return "application";
  }

  @Override
  public String label() {
    return "入库申请";
  }

  @Override
  public Optional<Address> page(long aboutId, Permission permission) {
    return permissions
        .of(permission.caller(), Act.SEE_APPLICATIONS)
        .flatMap(may -> visible.find(aboutId, may))
        .map(application -> ApplicationPages.address(application.id()));
  }
}
