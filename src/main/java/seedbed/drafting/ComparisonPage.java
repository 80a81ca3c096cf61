package seedbed.drafting;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ChangeTable;
import seedbed.web.Chips;

/// What a draft changes about its original.
///
/// @param revision the earlier revision that is shown; null for the newest
/// @param obstacle why nothing can be compared
@Introspected
record ComparisonPage(
    DraftPage.Head head,
    String original,
    String originalName,
    @Nullable Integer revision,
    @Nullable Chips lists,
    @Nullable ChangeTable changes,
    Touched.@Nullable Part impact,
    @Nullable String obstacle) {

  static ComparisonPage without(DraftPage.Head head, String obstacle) {
    return new ComparisonPage(head, "", "", null, null, null, null, obstacle);
  }

  public List<ChangeTable.Tally> tallies() {
    return changes == null ? List.of() : changes.tallies();
  }
}
