package seedbed.archive;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ArchivePlan.Retention;
import seedbed.web.Refusal;

/// What the register is narrowed to, as the address says it.
///
/// @param q words that are each part of a number, a subject, a reference, a correspondent or the
///   name of a company
/// @param within `text` to look into what the files say as well
/// @param unit the region whose office answers for them
/// @param standing `valid`, `voided` or `replaced`
@Introspected
record RegisterFilter(
    @Nullable @QueryValue String q,
    @Nullable @QueryValue String within,
    @Nullable @QueryValue String year,
    @Nullable @QueryValue String series,
    @Nullable @QueryValue String keep,
    @Nullable @QueryValue String standing,
    @Nullable @QueryValue String unit,
    @Nullable @QueryValue String company) {

  static final String TEXT = "text";
  private static final int MOST_WORDS = 6;
  private static final int LONGEST = 100;

  RegisterFilter {
    q = blankToNull(q);
    within = blankToNull(within);
    year = blankToNull(year);
    series = blankToNull(series);
    keep = blankToNull(keep);
    standing = blankToNull(standing);
    unit = blankToNull(unit);
    company = blankToNull(company);
  }

  /// What standing a document may be asked for by.
  enum Standing {
    VALID("有效", "e.id IS NULL"),
    VOIDED("作废", "e.kind = 'VOIDED'"),
    REPLACED("已被替代", "e.kind = 'REPLACED'");

    private final String label;
    private final String condition;

    Standing(String label, String condition) {
      this.label = label;
      this.condition = condition;
    }

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    String label() {
      return label;
    }

    String condition() {
      return condition;
    }
  }

  static RegisterFilter all() {
    return new RegisterFilter(null, null, null, null, null, null, null, null);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  public boolean any() {
    return q != null
        || year != null
        || series != null
        || keep != null
        || standing != null
        || unit != null
        || company != null;
  }

  public boolean text() {
    return TEXT.equals(within);
  }

  List<String> words() {
    if (q == null) {
      return List.of();
    }
    if (q.length() > LONGEST) {
      throw new Refusal.Invalid("q", "查找的文字最多 " + LONGEST + " 字。");
    }
    return Arrays.stream(q.split("\\s+", -1)).limit(MOST_WORDS).toList();
  }

  @Nullable Integer wantedYear() {
    if (year == null) {
      return null;
    }
    if (!year.matches("[0-9]{4}")) {
      throw new Refusal.Invalid("year", "年度应为四位数字。");
    }
    return Integer.valueOf(year);
  }

  @Nullable Series wantedSeries() {
    return series == null
        ? null
        : Series.of(series)
            .orElseThrow(() -> new Refusal.Invalid("series", "没有“" + series + "”这一类。"));
  }

  @Nullable Retention wantedKeep() {
    return keep == null
        ? null
        : Retention.of(keep)
            .orElseThrow(() -> new Refusal.Invalid("keep", "没有“" + keep + "”这种保管期限。"));
  }

  @Nullable Standing wantedStanding() {
    return standing == null
        ? null
        : Arrays.stream(Standing.values())
            .filter(each -> each.code().equals(standing))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("standing", "没有“" + standing + "”这种状态。"));
  }

  @Nullable Long wantedCompany() {
    if (company == null) {
      return null;
    }
    if (!company.matches("[0-9]{1,18}")) {
      throw new Refusal.Invalid("company", "企业编号应为数字。");
    }
    return Long.valueOf(company);
  }

  RegisterFilter withoutSeries() {
    return new RegisterFilter(q, within, year, null, keep, standing, unit, company);
  }
}
