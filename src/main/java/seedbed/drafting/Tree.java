package seedbed.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The document of a draft as its YAML has it: groups, lists and words. It is also kept while it is
/// not a valid edition yet; whether it is one, the reader of checklists says.
sealed interface Tree {

  /// @param text null stands for YAML's null
  record Leaf(@Nullable String text) implements Tree {}

  record Items(List<Tree> list) implements Tree {
    public Items {
      list = List.copyOf(list);
    }
  }

  /// In the order in which it is written.
  record Group(Map<String, Tree> fields) implements Tree {
    public Group {
      fields = new LinkedHashMap<>(fields);
    }

    static Group empty() {
      return new Group(Map.of());
    }

    Optional<Tree> get(String key) {
      return Optional.ofNullable(fields.get(key));
    }

    /// The words under a key; empty where there are none.
    String text(String key) {
      return fields.get(key) instanceof Leaf(var text) && text != null ? text : "";
    }

    boolean has(String key) {
      return fields.containsKey(key);
    }

    Group with(String key, @Nullable Tree value) {
      var changed = new LinkedHashMap<>(fields);
      if (value == null) {
        changed.remove(key);
      } else {
        changed.put(key, value);
      }
      return new Group(changed);
    }

    /// Words under a key; blank takes the key away.
    Group with(String key, @Nullable String text) {
      return with(key, text == null || text.isBlank() ? null : new Leaf(text.strip()));
    }
  }

  static Leaf leaf(String text) {
    return new Leaf(text);
  }

  static Items words(List<String> words) {
    return new Items(words.stream().<Tree>map(Leaf::new).toList());
  }

  /// The words of a list, or of one word standing for a list of one.
  static List<String> words(@Nullable Tree tree) {
    return switch (tree) {
      case null -> List.of();
      case Leaf(var text) -> text == null ? List.of() : List.of(text);
      case Items(var list) -> list.stream().flatMap(each -> words(each).stream()).toList();
      case Group _ -> List.of();
    };
  }

  static List<Tree> items(@Nullable Tree tree) {
    return tree instanceof Items(var list) ? list : List.of();
  }

  static Group group(@Nullable Tree tree) {
    return tree instanceof Group group ? group : Group.empty();
  }

  /// What stands at a path; empty where nothing does.
  default Optional<Tree> at(Path path) {
    Tree here = this;
    for (var step : path.steps()) {
      var next =
          switch (here) {
            case Leaf _ -> null;
            case Items(var list) -> item(list, step);
            case Group group -> group.fields().get(step);
          };
      if (next == null) {
        return Optional.empty();
      }
      here = next;
    }
    return Optional.of(here);
  }

  private static @Nullable Tree item(List<Tree> list, String step) {
    var place = Path.place(step);
    return place >= 0 && place < list.size() ? list.get(place) : null;
  }

  /// The same with something else at a path whose owner exists; null takes it away.
  default Tree put(Path path, @Nullable Tree value) {
    if (path.steps().isEmpty()) {
      return value == null ? Group.empty() : value;
    }
    var step = path.steps().getFirst();
    var rest = new Path(path.steps().subList(1, path.steps().size()));
    return switch (this) {
      case Leaf leaf -> leaf;
      case Group group -> {
        var inner = group.fields().get(step);
        yield rest.steps().isEmpty()
            ? group.with(step, value)
            : group.with(step, (inner == null ? Group.empty() : inner).put(rest, value));
      }
      case Items(var list) -> new Items(put(list, Path.place(step), rest, value));
    };
  }

  private static List<Tree> put(List<Tree> list, int place, Path rest, @Nullable Tree value) {
    var changed = new ArrayList<>(list);
    if (place < 0 || place > list.size()) {
      return changed;
    }
    if (!rest.steps().isEmpty()) {
      if (place < list.size()) {
        changed.set(place, list.get(place).put(rest, value));
      }
    } else if (place == list.size()) {
      if (value != null) {
        changed.add(value);
      }
    } else if (value == null) {
      changed.remove(place);
    } else {
      changed.set(place, value);
    }
    return changed;
  }

  /// The way from the root to a part: keys, and places in lists from 0, joined by dots.
  record Path(List<String> steps) {
    private static final int DEEPEST = 40;

    public Path {
      steps = List.copyOf(steps);
    }

    static Path root() {
      return new Path(List.of());
    }

    static Optional<Path> of(String text) {
      if (!text.matches("[a-z_0-9]+(\\.[a-z_0-9]+)*")) {
        return Optional.empty();
      }
      var steps = List.of(text.split("\\."));
      return steps.size() > DEEPEST ? Optional.empty() : Optional.of(new Path(steps));
    }

    Path to(String step) {
      var longer = new ArrayList<>(steps);
      longer.add(step);
      return new Path(longer);
    }

    Path to(int place) {
      return to(Integer.toString(place));
    }

    Path owner() {
      return steps.isEmpty() ? this : new Path(steps.subList(0, steps.size() - 1));
    }

    String last() {
      return steps.isEmpty() ? "" : steps.getLast();
    }

    boolean within(Path other) {
      return steps.size() >= other.steps.size()
          && steps.subList(0, other.steps.size()).equals(other.steps);
    }

    /// What follows another path that this one is within.
    Path after(Path other) {
      return new Path(steps.subList(other.steps.size(), steps.size()));
    }

    static int place(String step) {
      return step.matches("[0-9]{1,4}") ? Integer.parseInt(step) : -1;
    }

    @Override
    public String toString() {
      return String.join(".", steps);
    }
  }
}
