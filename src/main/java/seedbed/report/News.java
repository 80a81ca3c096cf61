package seedbed.report;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.assessment.Impact;
import seedbed.web.Address;

/// An edition that came into force lately.
///
/// @param tightened what became stricter, in a phrase; empty where nothing did
/// @param lists what it means for the pool; empty while that is being found out
@Introspected
record News(
    String id,
    String name,
    String titleLabel,
    LocalDate from,
    String tightened,
    List<Changed> changes,
    List<Listed> lists,
    @Nullable Address comparison) {

  /// How many clauses changed in one way.
  record Changed(String label, long count, Address to) {}

  record Listed(Impact.Kind kind, long count, String styleClass, Address to) {}
}
