package seedbed.audit;

import jakarta.inject.Singleton;
import java.time.Clock;
import seedbed.web.Formats;
import seedbed.web.Imprint;

/// Puts the head of the chain on papers, where nobody can change it any more.
@Singleton
final class TrailImprint implements Imprint {

  private final Sealer sealer;
  private final Clock clock;

  TrailImprint(Sealer sealer, Clock clock) {
    this.sealer = sealer;
    this.clock = clock;
  }

  @Override
  public String line() {
    return "审计链 " + sealer.current().shortForm() + "，" + Formats.time(clock.instant());
  }
}
