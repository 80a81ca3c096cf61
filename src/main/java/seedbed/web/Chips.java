package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values one filter of a list may have, each a link with its count; for `views/parts/chips`.
@Introspected
public record Chips(String label, String parameter, List<Chip> chips) {

  /// An empty value stands for all.
  @Introspected
  public record Chip(String label, String value, @Nullable Long count, boolean current) {}
}
