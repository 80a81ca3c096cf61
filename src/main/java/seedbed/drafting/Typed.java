package seedbed.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.web.Field;

/// What was typed into a form, by field.
record Typed(Map<String, @Nullable Object> form) {

  /// Without blanks around it; empty where nothing was typed.
  String text(String name) {
    var value = form.get(name);
    var first = value instanceof List<?> list && !list.isEmpty() ? list.getFirst() : value;
    return first == null ? "" : first.toString().strip();
  }

  boolean has(String name) {
    return form.containsKey(name);
  }

  /// Whether the form was one for this kind of part, so that it holds the fields of the kind.
  boolean shows(String kind) {
    var shape = text("shape");
    return shape.equals(kind) || shape.startsWith(kind + " ");
  }

  /// Everything that was ticked.
  List<String> all(String name) {
    List<String> all = new ArrayList<>();
    switch (form.get(name)) {
      case null -> {}
      case List<?> list -> list.forEach(each -> all.add(String.valueOf(each).strip()));
      case Object one -> all.add(one.toString().strip());
    }
    all.removeIf(String::isEmpty);
    return all;
  }

  /// Everything that was ticked, what was there before in the order it had.
  List<String> all(String name, List<String> before) {
    var ticked = all(name);
    List<String> all = new ArrayList<>(before);
    all.retainAll(ticked);
    ticked.stream().filter(each -> !before.contains(each)).forEach(all::add);
    return all;
  }

  /// Everything that was sent, to be sent again with another version.
  List<PartPage.Kept> kept() {
    return form.keySet().stream()
        .filter(name -> !name.equals("csrfToken") && !name.equals("version"))
        .flatMap(name -> all(name).stream().map(value -> new PartPage.Kept(name, value)))
        .toList();
  }

  /// What the writer had in front of him.
  long version() {
    return Field.of("version", text("version")).version();
  }
}
