package seedbed.drafting;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/// Reads the YAML of a stranger: event by event, so that nothing is built before it was looked at.
final class TreeReader {
  static final int LARGEST = 300_000;
  private static final int DEEPEST = 40;
  private static final int MOST_PARTS = 20_000;
  private static final int LONGEST_WORD = 4_000;

  private final Iterator<Event> events;
  private int parts;
  private int deep;

  private TreeReader(Iterator<Event> events) {
    this.events = events;
  }

  /// Why a text is refused, in Chinese.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String sentence) {
      super(sentence, null, false, false);
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }

  /// @throws Refused with a sentence for the one who sent it
  static Tree.Group read(String text) {
    if (text.length() > LARGEST) {
      throw new Refused("文件超过 30 万字，标准文件没有这么长，请核对后再传。");
    }
    var options = new LoaderOptions();
    options.setCodePointLimit(LARGEST);
    options.setNestingDepthLimit(DEEPEST);
    options.setProcessComments(false);
    try {
      var events = new Yaml(options).parse(new StringReader(text)).iterator();
      return new TreeReader(events).document();
    } catch (MarkedYAMLException e) {
      var mark = e.getProblemMark();
      throw new Refused(
          "第 %d 行不是有效的 YAML，请检查缩进、引号、冒号后的空格和括号是否配对。"
              .formatted(mark == null ? 1 : mark.getLine() + 1));
    } catch (YAMLException _) {
      throw new Refused("文件不是有效的 YAML，或者层次过多，请检查文件内容和编码。");
    }
  }

  private Tree.Group document() {
    if (!(events.next() instanceof StreamStartEvent)
        || !(events.next() instanceof DocumentStartEvent)) {
      throw new Refused("文件是空的，请选择标准文件。");
    }
    var tree = tree(events.next());
    if (!(events.next() instanceof DocumentEndEvent)
        || events.next() instanceof DocumentStartEvent) {
      throw new Refused("一个文件里只能有一份标准，请删去“---”以后的内容。");
    }
    if (!(tree instanceof Tree.Group group)) {
      throw new Refused("文件开头应为“键: 值”，例如“id: rg-2021”。");
    }
    return group;
  }

  private Tree tree(Event event) {
    if (deep > DEEPEST) {
      throw new Refused("第 " + line(event) + " 行层次过深，标准文件没有这么多层。");
    }
    if (++parts > MOST_PARTS) {
      throw new Refused("文件的条目过多，标准文件没有这么多内容，请核对后再传。");
    }
    plain(event);
    deep++;
    var tree =
        switch (event) {
          case ScalarEvent scalar -> leaf(scalar);
          case SequenceStartEvent _ -> items();
          case MappingStartEvent _ -> group();
          default -> throw new Refused("第 " + line(event) + " 行不能作为标准的内容。");
        };
    deep--;
    return tree;
  }

  /// Anchors, references and tags have no place in a checklist, and are how files are made to blow
  /// up or to name classes.
  private static void plain(Event event) {
    var tagged =
        switch (event) {
          case ScalarEvent scalar -> scalar.getTag() != null;
          case SequenceStartEvent list -> list.getTag() != null;
          case MappingStartEvent group -> group.getTag() != null;
          default -> false;
        };
    if (tagged) {
      throw new Refused("第 " + line(event) + " 行带有“!”标记，标准文件里不能使用，请删去。");
    }
    if (event instanceof AliasEvent
        || (event instanceof NodeEvent node && node.getAnchor() != null)) {
      throw new Refused("第 " + line(event) + " 行用了“&”或“*”引用，请把内容直接写出来。");
    }
  }

  private static Tree leaf(ScalarEvent scalar) {
    var text = scalar.getValue();
    if (text.length() > LONGEST_WORD) {
      throw new Refused("第 " + line(scalar) + " 行超过 4000 字，请精简。");
    }
    var nothing =
        scalar.getScalarStyle() == ScalarStyle.PLAIN
            && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
    return new Tree.Leaf(nothing ? null : text);
  }

  private Tree items() {
    List<Tree> items = new ArrayList<>();
    for (var next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
      items.add(tree(next));
    }
    return new Tree.Items(items);
  }

  private Tree group() {
    Map<String, Tree> fields = new LinkedHashMap<>();
    for (var next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
      plain(next);
      if (!(next instanceof ScalarEvent key)) {
        throw new Refused("第 " + line(next) + " 行的键不是文字。");
      }
      if (fields.containsKey(key.getValue())) {
        throw new Refused("第 " + line(key) + " 行的“" + key.getValue() + "”写了两次，请只保留一处。");
      }
      fields.put(key.getValue(), tree(events.next()));
    }
    return new Tree.Group(fields);
  }

  private static int line(Event event) {
    return event.getStartMark().getLine() + 1;
  }
}
