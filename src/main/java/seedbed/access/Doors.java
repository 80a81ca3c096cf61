package seedbed.access;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Which pages are open to a role, for navigation that shows no closed doors.
@Singleton
public final class Doors {

  private final RouteTable routes;
  private final AccessTable table;

  Doors(RouteTable routes, AccessTable table) {
    this.routes = routes;
    this.table = table;
  }

  /// Where somebody begins: the page that says what is due, what is wrong, what is closest.
  public String first(Caller caller) {
    return switch (caller.role()) {
      case OFFICE, TOWNSHIP -> "/overview";
      case LEADER -> "/portfolio";
      case COMPANY -> "/companies/" + caller.companyId();
      case DEPARTMENT -> "/confirmations";
      case INSPECTOR -> "/lookups";
      case ADMIN -> "/accounts";
      case AUDITOR -> "/trail";
    };
  }

  /// Whether the role may open the page of a route without variables.
  public boolean open(Role role, String route) {
    return routes
        .ofRoute("GET", route)
        .filter(line -> line.open() || reaches(role, line.act()))
        .isPresent();
  }

  private boolean reaches(Role role, @Nullable Act act) {
    return act != null && table.allows(role, act);
  }
}
