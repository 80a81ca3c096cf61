package seedbed.reward;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import seedbed.web.Refusal;

/// What the register is narrowed to, as the address says it.
///
/// @param town a region's code, everything below it is meant
@Introspected
record RewardFilter(
    @Nullable @QueryValue Integer year,
    @Nullable @QueryValue String item,
    @Nullable @QueryValue String town,
    @Nullable @QueryValue String state,
    @Nullable @QueryValue String q,
    @Nullable @QueryValue Long company) {

  RewardFilter {
    item = blankToNull(item);
    town = blankToNull(town);
    state = blankToNull(state);
    q = blankToNull(q);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public boolean any() {
    return year != null
        || item != null
        || town != null
        || state != null
        || q != null
        || company != null;
  }

  VisibleRewards.Query query() {
    if (town != null && !town.matches("[0-9]{2,12}")) {
      throw new Refusal.Invalid("town", "没有代码为“" + town + "”的地区。");
    }
    Standing standing =
        state == null
            ? null
            : Standing.of(state)
                .orElseThrow(() -> new Refusal.Invalid("state", "没有“" + state + "”这种状态。"));
    return new VisibleRewards.Query(year, item, town, standing, q, company);
  }
}
