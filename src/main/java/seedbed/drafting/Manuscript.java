package seedbed.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Edition;
import seedbed.drafting.Tree.Path;

/// What a draft says, and everything that keeps it from being an edition.
///
/// @param edition as the reader of checklists understood it; null where it could not
/// @param revision what it was read from
record Manuscript(
    Draft draft,
    Revision revision,
    Tree.Group document,
    Tree.Group cases,
    @Nullable Edition edition,
    List<Flaw> flaws) {

  Manuscript {
    flaws = List.copyOf(flaws);
  }

  /// Something wrong, and where.
  record Flaw(Path path, String message) {}

  boolean sound() {
    return edition != null && flaws.isEmpty();
  }

  List<Flaw> flawsWithin(Path part) {
    return flaws.stream().filter(flaw -> flaw.path().within(part)).toList();
  }
}
