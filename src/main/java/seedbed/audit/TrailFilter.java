package seedbed.audit;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.web.Refusal;

/// What the trail is narrowed to, as the address says it.
///
/// @param from the first day
/// @param to the last day, included
/// @param account a name to sign in with, or an account's number
/// @param object a kind, or a kind and a number: `company`, `company:12`
/// @param before only entries of smaller numbers, for the next page
@Introspected
record TrailFilter(
    @Nullable @QueryValue String from,
    @Nullable @QueryValue String to,
    @Nullable @QueryValue String account,
    @Nullable @QueryValue String act,
    @Nullable @QueryValue String object,
    @Nullable @QueryValue String result,
    @Nullable @QueryValue String before) {

  TrailFilter {
    from = blankToNull(from);
    to = blankToNull(to);
    account = blankToNull(account);
    act = blankToNull(act);
    object = blankToNull(object);
    result = blankToNull(result);
    before = blankToNull(before);
  }

  /// Whether anything narrows the trail.
  public boolean any() {
    return from != null
        || to != null
        || account != null
        || act != null
        || object != null
        || result != null;
  }

  @Nullable LocalDate firstDay() {
    return day("from", from);
  }

  @Nullable LocalDate lastDay() {
    return day("to", to);
  }

  @Nullable Act wantedAct() {
    return act == null
        ? null
        : Arrays.stream(Act.values())
            .filter(each -> each.code().equals(act))
            .findFirst()
            .orElseThrow(() -> new Refusal.Invalid("act", "没有“" + act + "”这个事项。"));
  }

  Optional<Outcome> wantedOutcome() {
    return result == null
        ? Optional.empty()
        : Optional.of(
            Outcome.of(result)
                .orElseThrow(() -> new Refusal.Invalid("result", "没有“" + result + "”这种结果。")));
  }

  @Nullable Long firstBefore() {
    if (before == null) {
      return null;
    }
    // Numbers of entries have 19 digits.
    if (!before.matches("[0-9]{1,19}")) {
      throw new Refusal.Invalid("before", "序号应为正整数。");
    }
    return Long.parseUnsignedLong(before);
  }

  private static @Nullable LocalDate day(String field, @Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException _) {
      throw new Refusal.Invalid(field, "日期应写成 2026-05-10 这样，现在是“" + text + "”。");
    }
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
