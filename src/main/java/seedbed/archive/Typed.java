package seedbed.archive;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import seedbed.web.Refusal;

/// Reads what was typed into a field, or says what is wrong with it.
final class Typed {

  private static final int LARGEST = 100_000;

  private Typed() {}

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

  static String required(@Nullable String typed, String field, int longest, String sentence) {
    String text = text(typed, field, longest);
    if (text == null) {
      throw new Refusal.Invalid(field, sentence);
    }
    return text;
  }

  static @Nullable Integer count(@Nullable String typed, String field) {
    String text = text(typed, field, LARGEST);
    if (text == null) {
      return null;
    }
    if (!text.matches("[1-9][0-9]{0,4}")) {
      throw new Refusal.Invalid(field, "请填 1 到 99999 之间的整数。");
    }
    return Integer.valueOf(text);
  }

  static LocalDate day(@Nullable String typed, String field, LocalDate otherwise) {
    if (typed == null || typed.isBlank()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException _) {
      throw new Refusal.Invalid(field, "“" + typed.strip() + "”不是日期，请按“年-月-日”填写。");
    }
  }
}
