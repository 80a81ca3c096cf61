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
    long stricter,
    long milder,
    List<Listed> lists,
    @Nullable Address comparison) {

  record Listed(Impact.Kind kind, long count, String styleClass, Address to) {}
}
