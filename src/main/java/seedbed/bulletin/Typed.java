package seedbed.bulletin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.web.Field;
import seedbed.web.FieldError;
import seedbed.web.FormErrors;

/// What was typed into the form of a bulletin, wrong answers too.
///
/// @param adopted the suggestions that were ticked
record Typed(long lock, Contents.Written written, List<String> adopted, FormErrors errors) {

  static final int MOST_HIGHLIGHTS = 12;
  static final int LONGEST_HEADLINE = 120;

  private static final int LONGEST_WORDS = 4_000;
  private static final int LONGEST_TOLD = 2_000;
  private static final String PART = "words-";

  static Typed of(Map<String, @Nullable Object> form) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, String> words = new LinkedHashMap<>();
    form.forEach((name, value) -> {
      if (name.startsWith(PART)) {
        String text = text(value);
        words.put(name.substring(PART.length()), text);
        FieldError.tooLong(name, "需要说明的情况", text, LONGEST_WORDS).ifPresent(errors::add);
      }
    });
    List<Content.Highlight> highlights = new ArrayList<>();
    for (int place = 1; place <= MOST_HIGHLIGHTS; place++) {
      String headline = text(form.get("headline-" + place));
      String told = text(form.get("told-" + place));
      if (!headline.isEmpty() || !told.isEmpty()) {
        highlights.add(new Content.Highlight(headline, told));
        // Those that are empty are left out, and the form is shown again without them.
        check(errors, highlights.size(), highlights.getLast());
      }
    }
    return new Typed(
        lock(form),
        new Contents.Written(words, highlights),
        adopted(form.get("adopt")),
        FormErrors.of(errors));
  }

  private static void check(List<FieldError> errors, int place, Content.Highlight told) {
    String called = "第 " + place + " 条亮点";
    if (told.headline().isEmpty()) {
      errors.add(new FieldError("headline-" + place, called + "没有标题。"));
    }
    if (told.words().isEmpty()) {
      errors.add(new FieldError("told-" + place, called + "没有内容。"));
    }
    FieldError.tooLong("headline-" + place, called + "的标题", told.headline(), LONGEST_HEADLINE)
        .ifPresent(errors::add);
    FieldError.tooLong("told-" + place, called + "的内容", told.words(), LONGEST_TOLD)
        .ifPresent(errors::add);
  }

  /// The version that a form was made of.
  static long lock(Map<String, @Nullable Object> form) {
    return Field.in(form, "lock").version();
  }

  private static List<String> adopted(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case List<?> many -> many.stream().map(String::valueOf).toList();
      default -> List.of(value.toString());
    };
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString().strip().replace("\r\n", "\n");
  }
}
