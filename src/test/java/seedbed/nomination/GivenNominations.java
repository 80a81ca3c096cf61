package seedbed.nomination;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Entries that are there already, for tests about other things than plans.
@Singleton
public final class GivenNominations {

  private static final String BY = "试验";

  private final NominationCasework casework;
  private final Clock clock;
  private final Map<String, Long> plans = new HashMap<>();

  GivenNominations(NominationCasework casework, Clock clock) {
    this.casework = casework;
    this.clock = clock;
  }

  /// That the company is to apply this year, by a plan of the county.
  public long of(String county, long company) {
    LocalDate today = LocalDate.now(clock);
    long plan =
        plans.computeIfAbsent(
            county,
            region ->
                casework.open(
                    new NominationCasework.Wanted(
                        region,
                        "试验计划" + System.nanoTime(),
                        today.getYear(),
                        today.getYear() + 2,
                        null),
                    today,
                    BY));
    return casework
        .enter(
            plan,
            List.of(new NominationCasework.Wish(today.getYear(), "specialised-sme", company, null)),
            today,
            BY)
        .getFirst();
  }
}
