package seedbed.criteria;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import seedbed.criteria.rule.Digest;

/// Hashes what a file means. Comments, layout, the order of keys and the writing of numbers do not
/// count; nor do remarks and how well something is verified, which may become known later, nor the
/// last day of an edition, which its successor brings.
final class Meaning {
  private static final Set<String> MARKS = Set.of("proof", "unverified", "notes", "proved_until");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private Meaning() {}

  static String hash(YamlValue root) {
    var text = new StringBuilder();
    write(root.node(), text, true);
    return Digest.sha256(text.toString());
  }

  private static void write(Node node, StringBuilder text, boolean root) {
    switch (node) {
      case MappingNode mapping -> {
        text.append('{');
        sorted(mapping, root)
            .forEach((key, value) -> {
              scalar(key, text);
              text.append(':');
              write(value, text, false);
            });
        text.append('}');
      }
      case SequenceNode sequence -> {
        text.append('[');
        sequence.getValue().forEach(value -> write(value, text, false));
        text.append(']');
      }
      case ScalarNode scalar -> scalar(plain(scalar.getValue()), text);
      default -> throw new IllegalStateException("a node that compose never makes: " + node);
    }
  }

  private static Map<String, Node> sorted(MappingNode mapping, boolean root) {
    var sorted = new TreeMap<String, Node>();
    for (var tuple : mapping.getValue()) {
      var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!MARKS.contains(key) && !(root && key.equals("to"))) {
        sorted.putIfAbsent(key, tuple.getValueNode());
      }
    }
    return sorted;
  }

  private static String plain(String value) {
    return NUMBER.matcher(value).matches()
        ? new BigDecimal(value).stripTrailingZeros().toPlainString()
        : value.strip();
  }

  private static void scalar(String value, StringBuilder text) {
    text.append(value.length()).append('"').append(value).append('"');
  }
}
