package seedbed.bulletin;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.access.Role;

/// Bulletins for tests of other packages.
@Singleton
public final class GivenBulletins {

  private final BulletinCasework casework;
  private final Bulletins bulletins;
  private final Clock clock;

  GivenBulletins(BulletinCasework casework, Bulletins bulletins, Clock clock) {
    this.casework = casework;
    this.bulletins = bulletins;
    this.clock = clock;
  }

  /// The one of the last quarter, made now where there is none.
  public long issued(String region) {
    LocalDate today = LocalDate.now(clock);
    Period period = Period.lastQuarter(today);
    Caller office = new Caller(0, 0, "试验", Role.OFFICE, region, null, null);
    @Nullable Bulletin there =
        bulletins
            .findByRegionCodeAndAboutYearAndQuarter(region, period.year(), period.quarter())
            .orElse(null);
    long id =
        there == null
            ? casework.open(region, period.year(), period.quarter(), today, office)
            : there.id();
    if (there == null || !there.issued()) {
      casework.write(id, Map.of(), List.of(), office);
      casework.issue(id, today, office);
    }
    return id;
  }
}
