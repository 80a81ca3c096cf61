package seedbed.access;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/// Turns a caller and an act into a permission, by the table.
@Singleton
public final class Permissions {

  private final AccessTable table;
  private final Clock clock;

  Permissions(AccessTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  /// The permission for an act, if the caller has it. A page that shows more than its own act asks
  /// here for the other one.
  public Optional<Permission> of(Caller caller, Act act) {
    Reach reach = table.reach(caller.role(), act);
    return reach == Reach.NONE
        ? Optional.empty()
        : Optional.of(new Permission(caller, act, reach, scope(caller, reach)));
  }

  /// Whether a page may show the way to an act.
  public boolean allow(Caller caller, Act act) {
    return table.allows(caller.role(), act);
  }

  private Scope scope(Caller caller, Reach reach) {
    Long company = caller.companyId();
    return switch (reach) {
      case REGION, UNIT -> new Scope.Region(caller.regionCode());
      case PORTFOLIO -> new Scope.Portfolio(caller.account(), LocalDate.now(clock));
      case COMPANY -> company == null ? new Scope.Nothing() : new Scope.Single(company);
      // What has no owner shows nobody's companies either.
      case ALL, NONE -> new Scope.Nothing();
    };
  }
}
