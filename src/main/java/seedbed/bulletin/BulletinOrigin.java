package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Origin;
import seedbed.web.Address;

/// Leads from a paper to its bulletin.
@Singleton
class BulletinOrigin implements Origin {

  private final VisibleBulletins visible;
  private final Permissions permissions;

  BulletinOrigin(VisibleBulletins visible, Permissions permissions) {
    this.visible = visible;
    this.permissions = permissions;
  }

  @Override
  public String aboutKind() {
    return Issuing.KIND;
  }

  @Override
  public String label() {
    return "信息通报";
  }

  @Override
  public Optional<Address> page(long aboutId, Permission permission) {
    return permissions.allow(permission.caller(), Act.SEE_BULLETINS)
        ? visible
            .find(aboutId, permission.caller())
            .map(bulletin -> Address.of("/bulletins/" + bulletin.id()))
        : Optional.empty();
  }
}
