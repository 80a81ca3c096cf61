package seedbed.meeting;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Origin;
import seedbed.web.Address;

/// Leads from minutes to their meeting.
@Singleton
class MinutesOrigin implements Origin {

  private final VisibleMeetings visible;
  private final Permissions permissions;

  MinutesOrigin(VisibleMeetings visible, Permissions permissions) {
    this.visible = visible;
    this.permissions = permissions;
  }

  @Override
  public String aboutKind() {
    return Papers.about(Paper.Kind.MINUTES);
  }

  @Override
  public String label() {
    return "联席会议";
  }

  @Override
  public Optional<Address> page(long aboutId, Permission permission) {
    return permissions.allow(permission.caller(), Act.SEE_MEETINGS)
        ? visible
            .find(aboutId, permission.caller())
            .map(meeting -> Address.of("/meetings/" + meeting.id()))
        : Optional.empty();
  }
}
