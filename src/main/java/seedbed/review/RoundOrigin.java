package seedbed.review;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Origin;
import seedbed.web.Address;

/// Leads from decisions to their round.
@Singleton
class RoundOrigin implements Origin {

  private final VisibleRounds visible;
  private final Permissions permissions;

  RoundOrigin(VisibleRounds visible, Permissions permissions) {
    this.visible = visible;
    this.permissions = permissions;
  }

  @Override
  public String aboutKind() {
    return "review";
  }

  @Override
  public String label() {
    return "动态管理";
  }

  @Override
  public Optional<Address> page(long aboutId, Permission permission) {
    return permissions
        .of(permission.caller(), Act.SEE_REVIEWS)
        .flatMap(may -> visible.find(aboutId, may))
        .map(round -> RoundPages.address(round.id()));
  }
}
