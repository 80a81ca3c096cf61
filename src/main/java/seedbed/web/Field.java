package seedbed.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One field of a form that was sent: read, or refused with what is wrong with it. A form that
/// tells everything that is wrong at once collects [FieldError]s instead.
///
/// @param name the name that the form gives it; its sentence is shown there
/// @param typed without blanks around it; empty where nothing was typed
public record Field(String name, String typed) {

  /// @param value as it came with the form; null where the field was not sent
  public static Field of(String name, @Nullable Object value) {
    return new Field(name, value == null ? "" : value.toString().strip().replace("\r\n", "\n"));
  }

  public static Field in(Map<String, @Nullable Object> form, String name) {
    return of(name, form.get(name));
  }

  /// @return null where nothing was typed
  /// @throws Refusal.Invalid when it is longer than its place; nothing is ever cut
  public @Nullable String text(int longest) {
    int length = typed.codePointCount(0, typed.length());
    if (length > longest) {
      throw wrong("最多 " + longest + " 字，现有 " + length + " 字，请精简。");
    }
    return typed.isEmpty() ? null : typed;
  }

  /// @param otherwise the sentence for a field that was left empty
  public String text(int longest, String otherwise) {
    String text = text(longest);
    if (text == null) {
      throw wrong(otherwise);
    }
    return text;
  }

  /// @return null where nothing was typed
  public @Nullable LocalDate day() {
    if (typed.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException _) {
      throw wrong("“" + typed + "”不是有效日期，请按“年-月-日”填写。");
    }
  }

  /// @param otherwise the day that an empty field means
  public LocalDate day(LocalDate otherwise) {
    LocalDate day = day();
    return day == null ? otherwise : day;
  }

  /// @param otherwise the sentence for a field that was left empty
  public LocalDate day(String otherwise) {
    LocalDate day = day();
    if (day == null) {
      throw wrong(otherwise);
    }
    return day;
  }

  /// The version of a thing that the page was made of; a page without it was not one of ours.
  public long version() {
    if (!typed.matches("[0-9]{1,18}")) {
      throw wrong("页面不完整，请刷新后再填。");
    }
    return Long.parseLong(typed);
  }

  private Refusal.Invalid wrong(String sentence) {
    return new Refusal.Invalid(name, sentence);
  }
}
