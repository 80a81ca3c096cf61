package seedbed.admission;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Permission;
import seedbed.archive.Origin;
import seedbed.web.Address;

/// Leads from a public notice to its application.
@Singleton
class NoticeOrigin implements Origin {

  private final ApplicationOrigin applications;

  NoticeOrigin(ApplicationOrigin applications) {
    this.applications = applications;
  }

  @Override
  public String aboutKind() {
    return NoticeRecord.KIND;
  }

  @Override
  public String label() {
    return applications.label();
  }

  @Override
  public Optional<Address> page(long aboutId, Permission permission) {
    return applications.page(aboutId, permission);
  }
}
