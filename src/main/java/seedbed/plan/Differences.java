package seedbed.plan;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.rule.Indicator;

/// Compares what two versions of a plan say, field by field, in the order of the outline.
@Singleton
class Differences {

  private static final Pattern TEXT = Pattern.compile("text-([a-z-]+)");
  private static final Pattern TARGET = Pattern.compile("target-([a-z0-9_]+)-([0-9]{4})");
  private static final Pattern TASK = Pattern.compile("task-([0-9]+)-([a-z]+)");
  private static final Pattern ITEM = Pattern.compile("item-([a-z]+)-([0-9]+)-([a-z]+)");

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

  /// Of two writers: what is kept, and what was typed.
  Difference ofWriters(String company, Plan plan, Version version, Content kept, Content mine) {
    return of(company, plan, version.version(), "已保存", kept, "您填写的", mine);
  }

  /// Of two versions.
  Difference ofVersions(
      String company, Plan plan, Version before, Content old, Version after, Content now) {
    return of(company, plan, 0, named(before), old, named(after), now);
  }

  private static String named(Version version) {
    return "第 " + version.ordinal() + " 稿（" + version.stage().label() + "）";
  }

  private Difference of(
      String company, Plan plan, long lock, String before, Content old, String after, Content now) {
    TreeSet<String> names = new TreeSet<>(old.fields().keySet());
    names.addAll(now.fields().keySet());
    List<Difference.Line> lines = new ArrayList<>();
    List<Difference.Same> same = new ArrayList<>();
    for (String name : names) {
      if (old.field(name).equals(now.field(name))) {
        same.add(new Difference.Same(name, old.field(name)));
      } else {
        lines.add(line(name, old.field(name), now.field(name)));
      }
    }
    List<String> order = List.copyOf(Places.all().keySet());
    lines.sort(Comparator.comparingInt(line -> order.indexOf(line.group())));
    return new Difference(
        plan.id(),
        company,
        plan.span(),
        lock,
        before,
        after,
        lines.stream().map(Differences::labelled).toList(),
        same,
        same.size());
  }

  private static Difference.Line labelled(Difference.Line line) {
    return new Difference.Line(
        line.group().isEmpty() ? "封面和附件" : Places.label(line.group()),
        line.field(),
        line.label(),
        line.before(),
        line.after(),
        line.change());
  }

  private Difference.Line line(String name, String was, String is) {
    String change = was.isEmpty() ? "新增" : is.isEmpty() ? "删去" : "改动";
    String group = "";
    String label = name.equals("prepared") ? "编制时间" : "附件";
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
