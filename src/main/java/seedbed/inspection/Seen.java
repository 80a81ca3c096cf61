package seedbed.inspection;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.web.Field;

/// What was pointed out on the page from which a filing is handed in. A figure in a sentence that
/// has changed since makes it another one.
record Seen(String marks) {

  static Seen of(List<Stored.Pointed> pointed) {
    return new Seen(pointed.stream().map(Stored.Pointed::mark).collect(Collectors.joining(" ")));
  }

  static Seen in(Map<String, @Nullable Object> form) {
    return new Seen(Field.in(form, "seen").typed());
  }

  /// What of it was not there.
  List<Stored.Pointed> fresh(List<Stored.Pointed> pointed) {
    Set<String> known = Set.copyOf(List.of(marks.split(" ", -1)));
    return pointed.stream().filter(each -> !known.contains(each.mark())).toList();
  }
}
