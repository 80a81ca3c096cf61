package seedbed.review;

import org.jspecify.annotations.Nullable;
import seedbed.web.Field;
import seedbed.web.Refusal;

/// What was typed into the forms of rounds.
final class Words {

  static final int LONGEST_REASON = 500;
  static final int LONGEST_DOCUMENT = 200;

  private Words() {}

  static Decision decision(@Nullable String typed, String field, String otherwise) {
    return Decision.of(typed == null ? "" : typed)
        .orElseThrow(() -> new Refusal.Invalid(field, otherwise));
  }

  /// What is decided; only what the decision asks for is taken from the form.
  static Ruling.Decided verdict(
      Decision decision, @Nullable String upward, @Nullable String until, @Nullable String reason) {
    String why = Field.of("reason", reason).text(LONGEST_REASON);
    return new Ruling.Decided(
        decision,
        decision == Decision.RECOMMEND && upward != null && !upward.isBlank() ? upward : null,
        decision == Decision.RECTIFY ? Field.of("rectifyUntil", until).day() : null,
        why == null ? "" : why);
  }
}
