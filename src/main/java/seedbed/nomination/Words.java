package seedbed.nomination;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import seedbed.web.Field;
import seedbed.web.Refusal;

/// What was typed into forms about plans.
final class Words {

  static final int LONGEST_REASON = 400;

  private Words() {}

  /// What is typed in a form, or in a list.
  static int year(@Nullable String typed, String field) {
    return year(typed, field, "请填写四位数的年度，例如2026。");
  }

  /// What is chosen from a list of years.
  static int chosenYear(@Nullable String typed, String field) {
    return year(typed, field, "请选择年度。");
  }

  private static int year(@Nullable String typed, String field, String otherwise) {
    String text = typed == null ? "" : typed.strip().replaceFirst("年$", "");
    if (!text.matches("20[0-9]{2}")) {
      throw new Refusal.Invalid(field, otherwise);
    }
    return Integer.parseInt(text);
  }

  static LocalDate day(@Nullable String typed, String field, LocalDate latest) {
    LocalDate day = Field.of(field, typed).day("请按“年-月-日”填写日期，例如 " + latest + "。");
    if (day.isAfter(latest)) {
      throw new Refusal.Invalid(field, "日期不能晚于今天（" + latest + "）。");
    }
    return day;
  }
}
