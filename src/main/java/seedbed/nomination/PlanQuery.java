package seedbed.nomination;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import seedbed.nomination.Concern.Kind;
import seedbed.web.Refusal;

/// Which entries of a plan are wanted.
///
/// @param kind null for all that have a concern or, with `all`, simply all
record PlanQuery(boolean all, @Nullable Kind kind, @Nullable Integer year, @Nullable String title) {

  static final String ALL = "all";

  /// Kinds that an entry can have; the others are about years.
  static final List<Kind> OF_ENTRIES =
      List.of(Kind.MISSING_PREREQUISITE, Kind.UNKNOWN, Kind.TWICE, Kind.SAME_YEAR, Kind.CLEAN);

  static PlanQuery of(@Nullable String show, @Nullable String year, @Nullable String title) {
    String wanted = show == null ? "" : show;
    return new PlanQuery(
        wanted.equals(ALL),
        wanted.isEmpty() || wanted.equals(ALL) ? null : kind(wanted),
        year == null || year.isEmpty() ? null : year(year),
        title == null || title.isEmpty() ? null : title);
  }

  private static Kind kind(String code) {
    return Arrays.stream(Kind.values())
        .filter(kind -> OF_ENTRIES.contains(kind) && kind.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal.Invalid("show", "没有“" + code + "”这一类核对结果，请从页面上选择。"));
  }

  private static int year(String typed) {
    if (!typed.matches("[0-9]{4}")) {
      throw new Refusal.Invalid("year", "年度应为四位数，收到的是“" + typed + "”。");
    }
    return Integer.parseInt(typed);
  }

  boolean takes(Survey.Surveyed entry) {
    return entry.stands()
        && (all || kinds(entry))
        && (year == null || entry.entry().aboutYear() == year)
        && (title == null || entry.entry().title().equals(title));
  }

  private boolean kinds(Survey.Surveyed entry) {
    return kind == null
        ? entry.gravest().kind() != Kind.CLEAN
        : entry.concerns().stream().anyMatch(concern -> concern.kind() == kind);
  }

  boolean narrow() {
    return all || kind != null || year != null || title != null;
  }
}
