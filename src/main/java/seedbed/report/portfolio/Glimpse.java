package seedbed.report.portfolio;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.core.order.Ordered;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.Address;

/// One part of what is worth knowing on the way to a company. Parts stand in the order of their
/// places; one more part is one more class.
interface Glimpse extends Ordered {

  /// Empty for a reader who may not see it.
  Optional<Part> of(long company, Caller caller);

  /// @param nothing what is said where there are no lines
  /// @param all where everything of the kind is; null where there is no such page
  @Introspected
  record Part(String heading, List<Line> lines, String nothing, @Nullable Address all) {}

  /// @param to where it leads; null where there is nothing more to see
  @Introspected
  record Line(String words, String detail, boolean bad, @Nullable Address to) {}
}
