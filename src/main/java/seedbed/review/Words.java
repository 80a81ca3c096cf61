package seedbed.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import seedbed.web.Refusal;

/// What was typed into the forms of rounds.
final class Words {

  static final int LONGEST_REASON = 500;
  static final int LONGEST_DOCUMENT = 200;

  private Words() {}

  /// @return null where nothing was typed
  static @Nullable String text(@Nullable String typed, String field, int longest) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String text = typed.strip();
    if (text.length() > longest) {
      throw new Refusal.Invalid(field, "最多 " + longest + " 字，现有 " + text.length() + " 字，请精简。");
    }
    return text;
  }

  static LocalDate day(@Nullable String typed, String field, String otherwise) {
    LocalDate day = day(typed, field);
    if (day == null) {
      throw new Refusal.Invalid(field, otherwise);
    }
    return day;
  }

  /// @return null where nothing was typed
  static @Nullable LocalDate day(@Nullable String typed, String field) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException _) {
      throw new Refusal.Invalid(field, "“" + typed.strip() + "”不是有效日期，请按“年-月-日”填写。");
    }
  }

  static Decision decision(@Nullable String typed, String field, String otherwise) {
    return Decision.of(typed == null ? "" : typed)
        .orElseThrow(() -> new Refusal.Invalid(field, otherwise));
  }

  /// What is decided; only what the decision asks for is taken from the form.
  static Ruling.Decided verdict(
      Decision decision, @Nullable String upward, @Nullable String until, @Nullable String reason) {
    String why = text(reason, "reason", LONGEST_REASON);
    return new Ruling.Decided(
        decision,
        decision == Decision.RECOMMEND && upward != null && !upward.isBlank() ? upward : null,
        decision == Decision.RECTIFY ? day(until, "rectifyUntil") : null,
        why == null ? "" : why);
  }
}
