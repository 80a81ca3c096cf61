package seedbed.request;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.access.Scope;
import seedbed.company.Known;

/// Which requests somebody sees, as a condition of SQL: those of the companies in scope, and of
/// them a unit only what it has or had to handle.
///
/// @param unit null for whoever is not bound to one
record Sight(Known known, @Nullable String unit) {

  // A unit whose account names none sees nothing.
  static Sight of(Permission permission, LocalDate today) {
    return new Sight(
        new Known(permission.scope(), today),
        permission.reach() == Reach.UNIT
            ? Objects.requireNonNullElse(permission.caller().unit(), "")
            : null);
  }

  static Sight of(Scope scope, LocalDate today) {
    return new Sight(new Known(scope, today), null);
  }

  /// About `request q` and `company c`.
  String condition() {
    return unit == null
        ? known.condition("c")
        : known.condition("c")
            + """
             AND EXISTS (SELECT 1
                         FROM request_entry had
                         WHERE had.request_id = q.id
                           AND had.unit = ?)\
            """;
  }

  List<Object> parameters() {
    List<Object> parameters = new ArrayList<>(known.parameters());
    if (unit != null) {
      parameters.add(unit);
    }
    return parameters;
  }
}
