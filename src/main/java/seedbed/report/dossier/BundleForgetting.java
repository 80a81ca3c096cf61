package seedbed.report.dossier;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import seedbed.schedule.Chore;

/// Deletes bundles every night that are no longer kept; their files go with the next sweep of the
/// store.
@Singleton
final class BundleForgetting implements Chore {

  private final Bundles bundles;
  private final Clock clock;

  BundleForgetting(Bundles bundles, Clock clock) {
    this.bundles = bundles;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "overdue-bundles";
  }

  @Override
  public String label() {
    return "删除超过保留时间的一企一册合订本";
  }

  @Override
  public void run(LocalDate today) {
    bundles.forget(clock.instant());
  }
}
