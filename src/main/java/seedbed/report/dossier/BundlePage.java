package seedbed.report.dossier;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.web.Progress;

/// A bundle as its maker sees it: how far it is, or where the file is and what has changed since.
///
/// @param progress while it is being made
/// @param past whether it was made of a day that was over, so that nothing of it changes
/// @param changed companies of which something was recorded since; the first of them
/// @param changes how many companies that are
/// @param others companies of the same selection today that are not in it, and such as are in it
///   and out of reach
@Introspected
record BundlePage(
    long id,
    String title,
    @Nullable String town,
    LocalDate asOf,
    Bundle.Format format,
    Bundle.State state,
    int companies,
    Instant askedAt,
    Instant keptUntil,
    @Nullable Instant knownAt,
    @Nullable String size,
    @Nullable String sentence,
    @Nullable Progress progress,
    boolean past,
    List<BundleChanges.Changed> changed,
    int changes,
    List<String> others) {

  public boolean made() {
    return state == Bundle.State.DONE;
  }

  /// Whether somebody should be making it.
  public boolean open() {
    return state.open();
  }
}
