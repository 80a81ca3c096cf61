package seedbed.plan;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.rule.Indicator;
import seedbed.web.Formats;

/// Compares what two versions of a plan say, field by field, in the order of the outline.
@Singleton
class Differences {

  private static final Pattern TEXT = Pattern.compile("text-([a-z-]+)");
  private static final Pattern TARGET = Pattern.compile("target-([a-z0-9_]+)-([0-9]{4})");
  private static final Pattern TASK = Pattern.compile("task-([0-9]+)-([a-z]+)");
  private static final Pattern ITEM = Pattern.compile("item-([a-z]+)-([0-9]+)-([a-z]+)");

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");

  private static final Map<String, String> COLUMNS =
      Map.of(
          "name", "内容",
          "detail", "主要措施",
          "owner", "责任人",
          "from", "开始时间",
          "due", "完成时间",
          "when", "时间",
          "amount", "投入（万元）",
          "partner", "合作方或责任人");

  private final PlanOutline outline;

  Differences(PlanOutline outline) {
    this.outline = outline;
  }

  /// Of two writers: what both of them changed, as it is kept and as it was typed.
  Difference ofWriters(String company, Plan plan, Content typed, String reason, Merged merged) {
    List<Difference.Same> settled =
        merged.content().fields().entrySet().stream()
            .filter(field -> !merged.contested().contains(field.getKey()))
            .map(field -> new Difference.Same(field.getKey(), field.getValue()))
            .toList();
    return new Difference(
        plan.id(),
        company,
        plan.span(),
        Seen.of(merged.kept()).written(),
        reason,
        "已保存",
        "您填写的",
        lines(merged.contested(), merged.kept(), typed),
        settled,
        settled.size());
  }

  /// Of two versions.
  Difference ofVersions(
      String company, Plan plan, Version before, Content old, Version after, Content now) {
    TreeSet<String> names = new TreeSet<>(old.fields().keySet());
    names.addAll(now.fields().keySet());
    names.remove(Content.NOTE);
    List<String> changed =
        names.stream().filter(name -> !old.field(name).equals(now.field(name))).toList();
    return new Difference(
        plan.id(),
        company,
        plan.span(),
        "",
        "",
        named(before),
        named(after),
        lines(changed, old, now).stream().map(this::measured).toList(),
        List.of(),
        names.size() - changed.size());
  }

  private static String named(Version version) {
    return "第 " + version.ordinal() + " 稿（" + version.stage().label() + "）";
  }

  /// What a field is called, with the passage in which it stands.
  String label(String field) {
    Difference.Line named = labelled(line(field, "", ""));
    return named.group().equals(named.label())
        ? named.label()
        : named.group() + "：" + named.label();
  }

  private List<Difference.Line> lines(Collection<String> fields, Content old, Content now) {
    List<String> order = List.copyOf(Places.all().keySet());
    return fields.stream()
        .map(field -> line(field, old.field(field), now.field(field)))
        .sorted(Comparator.comparingInt(line -> order.indexOf(line.group())))
        .map(Differences::labelled)
        .toList();
  }

  private static Difference.Line labelled(Difference.Line line) {
    return new Difference.Line(
        heading(line), line.field(), line.label(), line.before(), line.after(), line.change());
  }

  private static String heading(Difference.Line line) {
    if (line.field().equals(Content.NOTE)) {
      return line.label();
    }
    return line.group().isEmpty() ? "封面和附件" : Places.label(line.group());
  }

  private Difference.Line line(String name, String was, String is) {
    String change = was.isEmpty() ? "新增" : is.isEmpty() ? "删去" : "改动";
    String group = "";
    String label =
        switch (name) {
          case Content.PREPARED -> "编制时间";
          case Content.NOTE -> "给镇（街道）的说明";
          default -> "附件";
        };
    Matcher text = TEXT.matcher(name);
    Matcher target = TARGET.matcher(name);
    Matcher task = TASK.matcher(name);
    Matcher item = ITEM.matcher(name);
    if (text.matches()) {
      group = text.group(1);
      label = Passage.of(group).map(Passage::label).orElse(group);
    } else if (target.matches()) {
      group = part(target.group(1));
      label = indicator(target.group(1)) + " " + target.group(2) + " 年";
    } else if (task.matches()) {
      group = Places.TASKS;
      label = "任务 " + task.group(1) + " · " + COLUMNS.get(task.group(2));
    } else if (item.matches()) {
      group = ItemKind.of(item.group(1)).map(Places::of).orElse("");
      label = "第 " + item.group(2) + " 项 · " + COLUMNS.get(item.group(3));
    }
    return new Difference.Line(group, name, label, was, is, change);
  }

  /// With thousands set apart and the unit, where it is a number.
  private Difference.Line measured(Difference.Line line) {
    Matcher target = TARGET.matcher(line.field());
    return target.matches()
        ? new Difference.Line(
            line.group(),
            line.field(),
            line.label(),
            measured(line.before(), target.group(1)),
            measured(line.after(), target.group(1)),
            line.change())
        : line;
  }

  private String measured(String typed, String code) {
    return outline
        .indicators()
        .filter(each -> each.code().equals(code) && NUMBER.matcher(typed).matches())
        .map(each -> Formats.number(new BigDecimal(typed)) + " " + each.unit())
        .findFirst()
        .orElse(typed);
  }

  private String part(String indicator) {
    return outline.targets().entrySet().stream()
        .filter(part -> part.getValue().stream().anyMatch(each -> each.code().equals(indicator)))
        .map(part -> Places.of(part.getKey()))
        .findFirst()
        .orElse("");
  }

  // One that the outline no longer asks for keeps its code.
  private String indicator(String code) {
    return outline
        .indicators()
        .filter(each -> each.code().equals(code))
        .map(Indicator::label)
        .findFirst()
        .orElse(code);
  }
}
