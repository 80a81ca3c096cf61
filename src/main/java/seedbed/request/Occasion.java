package seedbed.request;

import io.micronaut.core.annotation.Introspected;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Caller;
import seedbed.web.Address;

/// What led to a request, told by a feature that knows requests; none of them is known here.
public interface Occasion {

  /// Empty when the request did not come from there.
  Optional<Told> of(long request, Caller caller);

  /// @param words such as “2026-05-10 张三的走访”
  /// @param to its page; null for whoever may not see it
  @Introspected
  record Told(String words, @Nullable Address to) {}
}
