package seedbed.recognition;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Truth;
import seedbed.web.Refusal;

/// What the watch is narrowed to, as the address says it.
///
/// @param outcome what the renewal edition says, or [#NONE]
/// @param within only what ends within so many months
@Introspected
record RenewalFilter(
    @Nullable @QueryValue String q,
    @Nullable @QueryValue String title,
    @Nullable @QueryValue String town,
    @Nullable @QueryValue String outcome,
    @Nullable @QueryValue Integer within) {

  /// No edition will be in force.
  static final String NONE = "none";

  RenewalFilter {
    q = blankToNull(q);
    title = blankToNull(title);
    town = blankToNull(town);
    outcome = blankToNull(outcome);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public boolean any() {
    return q != null || title != null || town != null || outcome != null || within != null;
  }

  boolean withoutEdition() {
    return NONE.equals(outcome);
  }

  @Nullable Truth truth() {
    return outcome == null || withoutEdition()
        ? null
        : Arrays.stream(Truth.values())
            .filter(each -> each.name().equals(outcome.toUpperCase(Locale.ROOT).replace('-', '_')))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("outcome", "没有“" + outcome + "”这种结论。"));
  }

  /// The same for the register.
  RegisterFilter register(int farthest) {
    return new RegisterFilter(q, title, null, town, null, within == null ? farthest : within, null);
  }
}
