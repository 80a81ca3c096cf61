package seedbed.recognition;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Origin;
import seedbed.company.Known;
import seedbed.web.Address;

/// Leads from a removal to the place in the pool that it ended.
@Singleton
class HoldingOrigin implements Origin {

  private final VisibleTitles visible;
  private final Permissions permissions;
  private final Clock clock;

  HoldingOrigin(VisibleTitles visible, Permissions permissions, Clock clock) {
    this.visible = visible;
    this.permissions = permissions;
    this.clock = clock;
  }

  @Override
  public String aboutKind() {
    return "holding";
  }

  @Override
  public String label() {
    return "称号登记";
  }

  @Override
  public Optional<Address> page(long aboutId, Permission permission) {
    return permissions
        .of(permission.caller(), Act.SEE_TITLES)
        .flatMap(may -> visible.find(aboutId, Known.today(may.scope(), clock)))
        .map(found -> Address.of("/titles/" + found.holding().id()));
  }
}
