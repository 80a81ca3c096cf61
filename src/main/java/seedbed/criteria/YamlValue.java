package seedbed.criteria;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A value in a YAML file that knows its place, so that every complaint names file and line.
final class YamlValue {
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final String file;
  private final Node node;
  private final Problems problems;

  private YamlValue(String file, Node node, Problems problems) {
    this.file = file;
    this.node = node;
    this.problems = problems;
  }

  /// @param name the file as it is called in a complaint
  static YamlValue of(Path path, String name, Problems problems) {
    return of(text(path, name), name, problems);
  }

  static String text(Path path, String name) {
    try {
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new Problems.Flaw(new Problem(name, 1, "文件不是UTF-8编码", "请另存为UTF-8编码后重试"));
    } catch (IOException e) {
      throw new Problems.Flaw(new Problem(name, 1, "读不出这个文件", "请检查文件是否存在、服务账户是否有读取权限"));
    }
  }

  static YamlValue of(String text, String name, Problems problems) {
    var options = new LoaderOptions();
    options.setAllowDuplicateKeys(true);
    try {
      var root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        throw new Problems.Flaw(new Problem(name, 1, "文件是空的", "请补充内容或删除这个文件"));
      }
      return new YamlValue(name, root, problems);
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw new Problems.Flaw(
          new Problem(
              name,
              mark == null ? 1 : mark.getLine() + 1,
              "不是有效的YAML（" + Objects.requireNonNullElse(e.getProblem(), "无法解析") + "）",
              "请检查缩进、引号、冒号后的空格和括号是否配对"));
    } catch (YAMLException e) {
      throw new Problems.Flaw(new Problem(name, 1, "不是有效的YAML", "请检查文件内容和编码"));
    }
  }

  YamlValue at(Node other) {
    return new YamlValue(file, other, problems);
  }

  String file() {
    return file;
  }

  int line() {
    return node.getStartMark().getLine() + 1;
  }

  Node node() {
    return node;
  }

  Problems problems() {
    return problems;
  }

  Problems.Flaw flaw(String what, String remedy) {
    return new Problems.Flaw(new Problem(file, line(), what, remedy));
  }

  void complain(String what, String remedy) {
    problems.add(new Problem(file, line(), what, remedy));
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isNull() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  YamlFields fields() {
    if (node instanceof MappingNode mapping) {
      return new YamlFields(this, mapping);
    }
    throw flaw("此处应为“键: 值”的一组", "请按格式说明改写");
  }

  /// The items of a list; items with a flaw are noted and left out.
  <T> List<T> list(Function<YamlValue, @Nullable T> read) {
    return each(items(), read);
  }

  /// The same for a list that may not be empty.
  <T> List<T> some(Function<YamlValue, @Nullable T> read) {
    return each(some(), read);
  }

  private <T> List<T> each(List<YamlValue> items, Function<YamlValue, @Nullable T> read) {
    return items.stream()
        .flatMap(item -> problems.attempt(() -> read.apply(item)).stream())
        .toList();
  }

  List<YamlValue> items() {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::at).toList();
    }
    throw flaw("此处应为列表", "请写成 [甲, 乙] 或每行一个“- ”");
  }

  /// The items of a list that may not be empty.
  List<YamlValue> some() {
    var items = items();
    if (items.isEmpty()) {
      throw flaw("列表是空的", "请至少写一项");
    }
    return items;
  }

  /// A list, or one value standing for a list of one.
  List<YamlValue> oneOrMore() {
    return isList() ? some() : List.of(this);
  }

  String text() {
    if (node instanceof ScalarNode scalar && !isNull() && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw flaw("此处应为文字", "请填写内容");
  }

  BigDecimal number() {
    if (node instanceof ScalarNode scalar && NUMBER.matcher(scalar.getValue()).matches()) {
      return new BigDecimal(scalar.getValue());
    }
    throw flaw("此处应为数字", "请填写不带单位和千分位的数字，单位写在unit");
  }

  BigDecimal notNegative() {
    var number = number();
    if (number.signum() < 0) {
      throw flaw("此处不能是负数", "请改为0或正数");
    }
    return number;
  }

  int whole(int from, int to) {
    var number = number();
    if (number.stripTrailingZeros().scale() > 0
        || number.compareTo(BigDecimal.valueOf(from)) < 0
        || number.compareTo(BigDecimal.valueOf(to)) > 0) {
      throw flaw("此处应为" + from + "至" + to + "的整数", "请改为范围内的整数");
    }
    return number.intValueExact();
  }

  LocalDate date() {
    var text = text();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw flaw("“" + text + "”不是有效日期", "请写成 2022-08-01 的形式，并确认有这一天");
    }
  }

  boolean truth() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw flaw("此处应为 true 或 false", "请改为 true 或 false");
    };
  }
}
