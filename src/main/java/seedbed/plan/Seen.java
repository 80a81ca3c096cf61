package seedbed.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import seedbed.archive.Archiving;

/// What a writer had in front of him, as his page sends it back: of each field that said something
/// the beginning of a hash, which tells whether he changed it and is far shorter than what it said.
///
/// @param marks by field
record Seen(Map<String, String> marks) {

  private static final Pattern MARK = Pattern.compile("([a-z0-9_-]+)=([0-9a-f]+)");
  private static final int DIGITS = 10;

  Seen {
    marks = Map.copyOf(marks);
  }

  static Seen of(Content content) {
    return new Seen(
        content.fields().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, field -> mark(field.getValue()))));
  }

  /// As [#written()] gave it.
  static Seen read(String written) {
    Map<String, String> marks = new HashMap<>();
    Matcher mark = MARK.matcher(written);
    while (mark.find()) {
      marks.put(mark.group(1), mark.group(2));
    }
    return new Seen(marks);
  }

  String written() {
    return marks.entrySet().stream()
        .map(mark -> mark.getKey() + "=" + mark.getValue())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  /// Whether a field said just this.
  boolean said(String field, String value) {
    return marks.getOrDefault(field, "").equals(value.isEmpty() ? "" : mark(value));
  }

  private static String mark(String value) {
    return Archiving.digest(value).substring(0, DIGITS);
  }
}
