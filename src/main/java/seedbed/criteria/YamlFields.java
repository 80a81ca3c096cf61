package seedbed.criteria;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/// The keys and values of one mapping in a YAML file.
final class YamlFields {
  private final YamlValue owner;
  private final Map<String, YamlValue> values = new LinkedHashMap<>();
  private final Map<String, YamlValue> keys = new LinkedHashMap<>();

  YamlFields(YamlValue owner, MappingNode mapping) {
    this.owner = owner;
    for (var tuple : mapping.getValue()) {
      var key = owner.at(tuple.getKeyNode());
      var name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (values.putIfAbsent(name, owner.at(tuple.getValueNode())) != null) {
        key.complain("“" + name + "”写了两次", "请只保留一处");
      }
      keys.putIfAbsent(name, key);
    }
  }

  YamlValue owner() {
    return owner;
  }

  Set<String> names() {
    return keys.keySet();
  }

  /// Complains about every key outside the allowed ones.
  YamlFields only(Collection<String> allowed) {
    keys.forEach((name, key) -> {
      if (!allowed.contains(name)) {
        key.complain("不认识的键“" + name + "”", "请改正或删去；此处可用：" + String.join("、", allowed));
      }
    });
    return this;
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  YamlValue key(String name) {
    return keys.getOrDefault(name, owner);
  }

  @Nullable YamlValue optional(String name) {
    return values.get(name);
  }

  YamlValue required(String name) {
    var value = values.get(name);
    if (value == null) {
      throw owner.flaw("缺少“" + name + "”", "请补上这一项");
    }
    return value;
  }

  <T> @Nullable T optional(String name, Function<YamlValue, T> read) {
    var value = values.get(name);
    return value == null ? null : read.apply(value);
  }

  <T> T optional(String name, Function<YamlValue, T> read, T otherwise) {
    var value = values.get(name);
    return value == null ? otherwise : read.apply(value);
  }

  /// All entries by name, in the order of the file.
  Map<String, YamlValue> all() {
    return values;
  }
}
