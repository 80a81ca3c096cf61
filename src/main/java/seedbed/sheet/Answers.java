package seedbed.sheet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a company typed on a sheet and has not handed in yet, and what it explains, both by
/// indicator and as typed.
///
/// @param typed an empty text where a value on record was cleared
record Answers(Map<String, String> typed, Map<String, String> remarks) {

  static final Answers NONE = new Answers(Map.of(), Map.of());

  private static final String REMARK = "remark-";
  private static final int LONGEST_ANSWER = 200;
  private static final int LONGEST_REMARK = 300;

  /// These with what a form says instead. What the form does not hold stays: nothing is lost.
  Answers with(Map<String, @Nullable Object> form) {
    Map<String, String> said = new LinkedHashMap<>(typed);
    Map<String, String> explained = new LinkedHashMap<>(remarks);
    form.forEach((name, value) -> {
      String text = value == null ? "" : value.toString().strip();
      if (name.startsWith(REMARK)) {
        explained.put(name.substring(REMARK.length()), cut(text, LONGEST_REMARK));
      } else {
        said.put(name, cut(text, LONGEST_ANSWER));
      }
    });
    return new Answers(said, explained);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }

  /// The name of the field in which an indicator's value is explained.
  static String remarkField(String code) {
    return REMARK + code;
  }
}
