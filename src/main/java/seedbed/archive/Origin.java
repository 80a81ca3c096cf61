package seedbed.archive;

import java.util.Optional;
import seedbed.access.Permission;
import seedbed.web.Address;

/// Leads from a document to what it is about. The feature that a thing belongs to says where its
/// page is, and whether somebody may open it.
public interface Origin {

  /// As [Archiving.Paper#aboutKind()] has it.
  String aboutKind();

  /// What the page is called.
  String label();

  /// Empty for a reader who may not open it, or where it is gone.
  ///
  /// @param permission of the reader for some act; what he may do beside that is asked anew
  Optional<Address> page(long aboutId, Permission permission);
}
