package seedbed.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import seedbed.drafting.Tree.Path;

/// Writes a draft as the YAML of the config folder: every part on a line of its own, so that what
/// the reader of checklists says of a line can be said of a field.
final class TreeWriter {
  /// What YAML reads as the same words without quotes, also within brackets.
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{IsHan}\\p{L}\\p{N}（〔《“][^\\s:#,\\[\\]{}\"'`|>&*!?@%]*");

  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_./-]*");
  private static final Pattern NOTHING = Pattern.compile("(?i)null|~");
  private static final Pattern UNWRITABLE =
      Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]");

  private final StringBuilder text = new StringBuilder();
  private final List<Path> lines = new ArrayList<>();

  private TreeWriter() {}

  /// @param lines what stands on each line, from the first one on
  record Written(String text, List<Path> lines) {
    Written {
      lines = List.copyOf(lines);
    }

    /// @param number counted from 1
    Path line(int number) {
      return number < 1 || number > lines.size() ? Path.root() : lines.get(number - 1);
    }
  }

  static Written write(Tree.Group document) {
    var writer = new TreeWriter();
    writer.fields(document, Path.root(), 0, "");
    return new Written(writer.text.toString(), writer.lines);
  }

  private void fields(Tree.Group group, Path path, int depth, String lead) {
    var first = lead;
    for (var field : group.fields().entrySet()) {
      var here = path.to(field.getKey());
      text.append(first.isEmpty() ? "  ".repeat(depth) : first);
      first = "";
      text.append(key(field.getKey())).append(':');
      value(field.getValue(), here, depth);
    }
  }

  private void value(Tree tree, Path path, int depth) {
    switch (tree) {
      case Tree.Leaf leaf -> line(" " + word(leaf), path);
      case Tree.Items(var list) when list.stream().allMatch(Tree.Leaf.class::isInstance) ->
          line(" " + inline(list), path);
      case Tree.Items(var list) -> {
        line("", path);
        items(list, path, depth + 1);
      }
      case Tree.Group group when group.fields().isEmpty() -> line(" {}", path);
      case Tree.Group group -> {
        line("", path);
        fields(group, path, depth + 1, "");
      }
    }
  }

  private void items(List<Tree> list, Path path, int depth) {
    for (var place = 0; place < list.size(); place++) {
      var here = path.to(place);
      var lead = "  ".repeat(depth) + "- ";
      switch (list.get(place)) {
        case Tree.Leaf leaf -> line(lead + word(leaf), here);
        case Tree.Items(var inner) when inner.stream().allMatch(Tree.Leaf.class::isInstance) ->
            line(lead + inline(inner), here);
        case Tree.Items(var inner) -> {
          line(lead.stripTrailing(), here);
          items(inner, here, depth + 1);
        }
        case Tree.Group group when group.fields().isEmpty() -> line(lead + "{}", here);
        case Tree.Group group -> fields(group, here, depth + 1, lead);
      }
    }
  }

  private static String inline(List<Tree> leaves) {
    var words = leaves.stream().map(Tree.Leaf.class::cast).map(TreeWriter::word).toList();
    return "[" + String.join(", ", words) + "]";
  }

  private void line(String rest, Path path) {
    text.append(rest).append('\n');
    lines.add(path);
  }

  private static String key(String key) {
    return KEY.matcher(key).matches() ? key : quoted(key);
  }

  private static String word(Tree.Leaf leaf) {
    var word = leaf.text();
    if (word == null) {
      return "null";
    }
    return PLAIN.matcher(word).matches() && !NOTHING.matcher(word).matches() ? word : quoted(word);
  }

  private static String quoted(String word) {
    if (!UNWRITABLE.matcher(word).find()) {
      return "'" + word.replace("'", "''") + "'";
    }
    var text = new StringBuilder("\"");
    word.codePoints()
        .forEach(point -> {
          if (point == '"' || point == '\\') {
            text.append('\\').appendCodePoint(point);
          } else if (Character.isISOControl(point) || point == 0x2028 || point == 0x2029) {
            text.append("\\u%04x".formatted(point));
          } else {
            text.appendCodePoint(point);
          }
        });
    return text.append('"').toString();
  }
}
