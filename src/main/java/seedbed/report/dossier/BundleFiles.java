package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.time.Clock;
import seedbed.evidence.ContentUse;

/// Keeps the files of bundles from being swept as long as their makers may have them.
@Singleton
class BundleFiles implements ContentUse {

  private final Bundles bundles;
  private final Clock clock;

  BundleFiles(Bundles bundles, Clock clock) {
    this.bundles = bundles;
    this.clock = clock;
  }

  @Override
  public boolean refersTo(String hash) {
    return bundles.referring(hash, clock.instant()) > 0;
  }
}
