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
    @Nullable @QueryValue String year,
    @Nullable @QueryValue String item,
    @Nullable @QueryValue String town,
    @Nullable @QueryValue String state,
    @Nullable @QueryValue String q,
    @Nullable @QueryValue String company) {

  RewardFilter {
    year = blankToNull(year);
    company = blankToNull(company);
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

  @Nullable Integer wantedYear() {
    if (year != null && !year.matches("[0-9]{4}")) {
      throw new Refusal.Invalid("year", "年度“" + year + "”不是四位数字。");
    }
    return year == null ? null : Integer.valueOf(year);
  }

  @Nullable Long wantedCompany() {
    if (company != null && !company.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("company", "没有编号为“" + company + "”的企业。");
    }
    return company == null ? null : Long.valueOf(company);
  }

  @Nullable Standing wantedStanding() {
    return state == null
        ? null
        : Standing.of(state)
            .orElseThrow(() -> new Refusal.Invalid("state", "没有“" + state + "”这种状态。"));
  }

  /// @throws Refusal.Invalid naming the one that cannot be read
  VisibleRewards.Query query() {
    if (town != null && !town.matches("[0-9]{2,12}")) {
      throw new Refusal.Invalid("town", "没有代码为“" + town + "”的地区。");
    }
    return new VisibleRewards.Query(wantedYear(), item, town, wantedStanding(), q, wantedCompany());
  }
}
