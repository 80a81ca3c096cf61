package seedbed.figure;

import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.access.Permission;
import seedbed.access.Reach;
import seedbed.criteria.Indicators;

/// Which indicators somebody who may confirm facts answers for.
@Singleton
class Ownership {

  private final Indicators indicators;

  Ownership(Indicators indicators) {
    this.indicators = indicators;
  }

  /// Those of the caller's unit; all of them where the permission is not bound to a unit.
  Set<String> of(Permission permission) {
    @Nullable String unit = permission.caller().unit();
    if (permission.reach() != Reach.UNIT) {
      return indicators.entries().stream()
          .map(Indicators.Entry::code)
          .collect(Collectors.toUnmodifiableSet());
    }
    return unit == null ? Set.of() : indicators.confirmedBy(unit);
  }
}
