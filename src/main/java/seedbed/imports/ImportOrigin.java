package seedbed.imports;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.archive.Origin;
import seedbed.web.Address;

/// Leads from the document of a list that admitted companies to its import.
@Singleton
class ImportOrigin implements Origin {

  static final String KIND = "import";

  private final Importing importing;
  private final Permissions permissions;

  ImportOrigin(Importing importing, Permissions permissions) {
    this.importing = importing;
    this.permissions = permissions;
  }

  @Override
  public String aboutKind() {
    return KIND;
  }

  @Override
  public String label() {
    return "成批入库名单";
  }

  @Override
  public Optional<Address> page(long aboutId, Permission permission) {
    return permissions
        .of(permission.caller(), Act.IMPORT)
        .flatMap(may -> importing.find(aboutId, may.scope()))
        .map(ImportPages::address);
  }
}
