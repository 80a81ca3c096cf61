package seedbed.archive;

import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.access.Act;
import seedbed.access.Permission;
import seedbed.access.Permissions;
import seedbed.web.Address;

/// Lets other registers cite documents of the archive by their numbers.
@Singleton
public class Citing {

  private final Documents documents;
  private final VisibleDocuments visible;
  private final Permissions permissions;

  Citing(Documents documents, VisibleDocuments visible, Permissions permissions) {
    this.documents = documents;
    this.visible = visible;
    this.permissions = permissions;
  }

  /// The document that a unit has under a number, as long as it stands.
  ///
  /// @param regionCode of the unit, which counts its numbers for itself
  public Optional<Long> find(String number, String regionCode) {
    return documents.standing(written(number), regionCode);
  }

  /// Where it is shown; empty for a reader who may not see it.
  public Optional<Address> page(long document, Permission permission) {
    return permissions
        .of(permission.caller(), Act.SEE_ARCHIVE)
        .flatMap(may -> visible.find(document, may.scope()))
        .map(found -> Address.of("/archive/" + found.id()));
  }

  // Keyboards have other brackets than archives.
  private static String written(String number) {
    return number.replaceAll("\\s", "").replaceAll("[\\[【（(]", "〔").replaceAll("[\\]】）)]", "〕");
  }
}
