package seedbed.nomination;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import seedbed.web.Refusal;

/// What was typed into forms about plans.
final class Words {

  static final int LONGEST_REASON = 400;

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

  static String text(@Nullable String typed, String field, int longest, String otherwise) {
    String text = text(typed, field, longest);
    if (text == null) {
      throw new Refusal.Invalid(field, otherwise);
    }
    return text;
  }

  static int year(@Nullable String typed, String field) {
    String text = typed == null ? "" : typed.strip().replaceFirst("年$", "");
    if (!text.matches("20[0-9]{2}")) {
      throw new Refusal.Invalid(field, "请填写四位数的年度，例如2026。");
    }
    return Integer.parseInt(text);
  }

  static LocalDate day(@Nullable String typed, String field, LocalDate latest) {
    try {
      LocalDate day = LocalDate.parse(typed == null ? "" : typed.strip());
      if (day.isAfter(latest)) {
        throw new Refusal.Invalid(field, "日期不能晚于今天（" + latest + "）。");
      }
      return day;
    } catch (DateTimeParseException _) {
      throw new Refusal.Invalid(field, "请按“年-月-日”填写日期，例如 " + latest + "。");
    }
  }
}
