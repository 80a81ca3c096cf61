package seedbed.nomination;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Origin;
import seedbed.web.Address;

/// Leads from an application that was recommended to the entry that planned it.
@Singleton
class NominationOrigin implements Origin {

  private final VisiblePlans visible;
  private final Permissions permissions;

  NominationOrigin(VisiblePlans visible, Permissions permissions) {
    this.visible = visible;
    this.permissions = permissions;
  }

  @Override
  public String aboutKind() {
    return Nominating.KIND;
  }

  @Override
  public String label() {
    return "申报计划";
  }

  @Override
  public Optional<Address> page(long aboutId, Permission permission) {
    return permissions
        .of(permission.caller(), Act.SEE_NOMINATIONS)
        .flatMap(may -> visible.find(aboutId, may.scope()))
        .map(line -> Address.of("/nominations/" + line.entry().id()));
  }
}
