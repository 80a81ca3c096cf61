package seedbed.portfolio;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import seedbed.access.Belongings;

/// The companies linked to somebody, which a successor takes over.
@Singleton
class LinkedCompanies implements Belongings {

  private final Linking linking;
  private final Assignments assignments;
  private final Clock clock;

  LinkedCompanies(Linking linking, Assignments assignments, Clock clock) {
    this.linking = linking;
    this.assignments = assignments;
    this.clock = clock;
  }

  @Override
  public String label() {
    return "挂钩企业";
  }

  @Override
  public long count(long account) {
    return assignments.countHeld(account, LocalDate.now(clock));
  }

  @Override
  public long handOver(long from, Keeper to) {
    return switch (linking.handOver(from, to.account(), null, LocalDate.now(clock), null, null)) {
      case Linking.HandedOver.Done(var count) -> count;
      case Linking.HandedOver.Overtaken(var seen) ->
          throw new IllegalStateException("links changed while they were held: " + seen);
    };
  }
}
