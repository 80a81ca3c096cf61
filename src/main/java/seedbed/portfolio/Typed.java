package seedbed.portfolio;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import seedbed.web.Refusal;

/// Reads what was typed into the forms about links.
final class Typed {

  private static final int LONGEST = 200;

  private Typed() {}

  /// @param otherwise what an empty field means
  static LocalDate day(String field, @Nullable String typed, LocalDate otherwise) {
    if (typed == null || typed.isBlank()) {
      return otherwise;
    }
    try {
      return LocalDate.parse(typed.strip());
    } catch (DateTimeParseException _) {
      throw new Refusal.Invalid(field, "“" + typed.strip() + "”不是日期，请按“年-月-日”填写。");
    }
  }

  static @Nullable String text(String field, @Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    String text = typed.strip();
    if (text.length() > LONGEST) {
      throw new Refusal.Invalid(field, "最多 " + LONGEST + " 字，现有 " + text.length() + " 字，请精简。");
    }
    return text;
  }

  static String required(String field, @Nullable String typed, String sentence) {
    String text = text(field, typed);
    if (text == null) {
      throw new Refusal.Invalid(field, sentence);
    }
    return text;
  }
}
