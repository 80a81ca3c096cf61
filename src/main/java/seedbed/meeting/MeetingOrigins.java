package seedbed.meeting;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Origin;
import seedbed.web.Address;

/// Leads from agendas and minutes to their meeting.
@Factory
class MeetingOrigins {

  private final VisibleMeetings visible;
  private final Permissions permissions;

  MeetingOrigins(VisibleMeetings visible, Permissions permissions) {
    this.visible = visible;
    this.permissions = permissions;
  }

  @Singleton
  Origin agenda() {
    return of(Paper.Kind.AGENDA);
  }

  @Singleton
  Origin minutes() {
    return of(Paper.Kind.MINUTES);
  }

  private Origin of(Paper.Kind kind) {
    return new Origin() {
      @Override
      public String aboutKind() {
        return Papers.about(kind);
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
    };
  }
}
