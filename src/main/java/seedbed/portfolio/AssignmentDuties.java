package seedbed.portfolio;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import seedbed.access.Scope;
import seedbed.portfolio.VisibleAssignments.Query;
import seedbed.portfolio.VisibleAssignments.Show;

/// Who of the pools has nobody to look after them, for the first pages of those who arrange it.
@Singleton
public class AssignmentDuties {

  private final VisibleAssignments visible;

  AssignmentDuties(VisibleAssignments visible) {
    this.visible = visible;
  }

  /// How many companies of the pools lack a link of each kind.
  @Introspected
  public record Waiting(long leader, long town, long department) {}

  public Waiting waiting(Scope scope) {
    return new Waiting(
        count(Show.NO_LEADER, scope), count(Show.NO_TOWN, scope), count(Show.NO_DEPARTMENT, scope));
  }

  private long count(Show show, Scope scope) {
    return visible.count(new Query(show, null, null, null, null), scope);
  }
}
