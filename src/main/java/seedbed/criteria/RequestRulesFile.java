package seedbed.criteria;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.RequestRules.Charge;
import seedbed.criteria.RequestRules.Kind;
import seedbed.criteria.RequestRules.Level;
import seedbed.startup.StartFailure;

/// Reads `requests.yml` of the config folder; a wrong one stops the start.
@Factory
final class RequestRulesFile {

  private static final String NAME = "requests.yml";
  private static final int MOST_DAYS = 365;
  private static final int MOST_TIMES = 9;
  private static final List<String> KEYS =
      List.of(
          "office-unit",
          "routing-days",
          "silence-days",
          "silence-notice-days",
          "reopen-days",
          "longest-days",
          "transfers",
          "extensions",
          "extension-days",
          "escalation",
          "units",
          "kinds");

  @Context
  RequestRules rules(@Property(name = "seedbed.config", defaultValue = "config") String folder) {
    try {
      return read(ConfigFolder.find(folder).resolve(NAME));
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private static RequestRules read(Path file) {
    var problems = new Problems();
    var text = problems.attempt(() -> YamlValue.text(file, NAME));
    problems.refuse();
    return read(text.orElseThrow());
  }

  static RequestRules read(String text) {
    var problems = new Problems();
    var rules = problems.attempt(() -> rules(YamlValue.of(text, NAME, problems).fields()));
    problems.refuse();
    return rules.orElseThrow();
  }

  private static RequestRules rules(YamlFields fields) {
    fields.only(KEYS);
    List<String> units =
        new ArrayList<>(
            fields.required("units").some(YamlValue::text).stream().distinct().toList());
    var office = fields.required("office-unit");
    requireKnown(office, units);
    return new RequestRules(
        office.text(),
        days(fields, "routing-days"),
        days(fields, "silence-days"),
        days(fields, "silence-notice-days"),
        days(fields, "reopen-days"),
        days(fields, "longest-days"),
        fields.required("transfers").whole(0, MOST_TIMES),
        fields.required("extensions").whole(0, MOST_TIMES),
        days(fields, "extension-days"),
        escalation(fields.required("escalation")),
        units,
        kinds(fields.required("kinds"), units));
  }

  private static int days(YamlFields fields, String name) {
    return fields.required(name).whole(1, MOST_DAYS);
  }

  private static void requireKnown(YamlValue unit, List<String> units) {
    if (!units.contains(unit.text())) {
      throw unit.flaw("单位“" + unit.text() + "”不在units中", "请改为其中一个，或在units中补上");
    }
  }

  // Each step comes later than the one before and reaches farther up.
  private static List<Level> escalation(YamlValue value) {
    List<Level> levels = new ArrayList<>();
    for (YamlValue item : value.some()) {
      var fields = item.fields().only(List.of("days", "to", "label"));
      Level level =
          new Level(
              days(fields, "days"), charge(fields.required("to")), fields.required("label").text());
      if (!levels.isEmpty()
          && (level.days() <= levels.getLast().days()
              || level.charge().compareTo(levels.getLast().charge()) <= 0)) {
        throw item.flaw("升级没有逐级递进", "每一级的days要大于前一级，to按department、office、leader的次序");
      }
      levels.add(level);
    }
    return levels;
  }

  private static Charge charge(YamlValue value) {
    return Stream.of(Charge.values())
        .filter(charge -> charge.name().toLowerCase(Locale.ROOT).equals(value.text()))
        .findFirst()
        .orElseThrow(() ->
            value.flaw(
                "不能升级到“" + value.text() + "”", "可用：department（部门）、office（培育办）、leader（挂钩领导）"));
  }

  private static Map<String, Kind> kinds(YamlValue value, List<String> units) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    Set<String> labels = new HashSet<>();
    var all = value.fields().all();
    if (all.isEmpty()) {
      throw value.flaw("没有写诉求类别", "请至少写一类");
    }
    all.forEach((code, kind) -> {
      if (!code.matches("[a-z][a-z-]{0,19}")) {
        throw kind.flaw("类别代码“" + code + "”不合规则", "请用小写字母和连字符，最多20个字符");
      }
      kinds.put(code, kind(kind, units, labels));
    });
    return kinds;
  }

  private static Kind kind(YamlValue value, List<String> units, Set<String> labels) {
    var fields = value.fields().only(List.of("label", "unit", "days", "direct", "words"));
    var label = fields.required("label");
    if (!labels.add(label.text())) {
      throw label.flaw("类别名称“" + label.text() + "”写了两次", "请改为各类不同的名称");
    }
    @Nullable YamlValue unit = fields.optional("unit");
    if (unit != null) {
      requireKnown(unit, units);
    }
    boolean direct = fields.optional("direct", YamlValue::truth, false);
    if (direct && unit == null) {
      throw value.flaw("直接办理的类别没有写单位", "请补上unit，或删去direct");
    }
    @Nullable YamlValue words = fields.optional("words");
    return new Kind(
        label.text(),
        unit == null ? null : unit.text(),
        days(fields, "days"),
        direct,
        words == null ? List.of() : words.some(YamlValue::text));
  }
}
