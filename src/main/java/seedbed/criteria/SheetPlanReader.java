package seedbed.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import seedbed.criteria.rule.Indicator;

/// Reads what a yearly sheet asks for. Every indicator is asked for once, or left out with a
/// reason, so that no criterion reads what nobody is asked.
final class SheetPlanReader {

  private static final List<String> KEYS =
      List.of("groups", "elsewhere", "checks", "not_above", "signs", "above_zero", "jumps", "days");

  private final Indicators indicators;
  private final Map<String, YamlValue> placed = new HashMap<>();

  SheetPlanReader(Indicators indicators) {
    this.indicators = indicators;
  }

  SheetPlan read(YamlValue root) {
    var fields = root.fields().only(KEYS);
    var groups = groups(fields.required("groups"));
    elsewhere(fields.required("elsewhere"));
    indicators.entries().stream()
        .filter(entry -> !placed.containsKey(entry.code()))
        .forEach(entry ->
            root.complain(
                "填报表没有指标“" + entry.code() + "”（" + entry.label() + "）",
                "请写进groups的一个部分；不向企业要的写进elsewhere并说明理由"));
    return new SheetPlan(
        groups,
        fields.required("checks").list(this::parts),
        fields.required("not_above").list(this::bound),
        asked(fields.required("signs")),
        asked(fields.required("above_zero")),
        jumps(fields.required("jumps").fields().only(List.of("unit", "remark", "indicators"))),
        days(fields.required("days").fields().only(List.of("earliest", "steady"))));
  }

  private Map<Indicators.Group, List<Indicators.Entry>> groups(YamlValue value) {
    Map<Indicators.Group, List<Indicators.Entry>> groups = new EnumMap<>(Indicators.Group.class);
    var fields = value.fields();
    for (var group : Indicators.Group.values()) {
      groups.put(group, fields.required(group.code()).some(this::place));
    }
    fields.only(groups.keySet().stream().map(Indicators.Group::code).toList());
    return groups;
  }

  private Indicators.Entry place(YamlValue value) {
    var entry = known(value, value.text());
    var before = placed.putIfAbsent(entry.code(), value);
    if (before != null) {
      throw value.flaw(
          "指标“" + entry.code() + "”已在第" + before.line() + "行写过", "一个指标只在填报表中出现一次，请删去一处");
    }
    return entry;
  }

  private void elsewhere(YamlValue value) {
    value
        .fields()
        .all()
        .forEach((code, reason) -> {
          known(value, code);
          reason.text();
          if (placed.putIfAbsent(code, reason) != null) {
            reason.complain("指标“" + code + "”既在groups又在elsewhere", "请删去一处");
          }
        });
  }

  private SheetPlan.PartsOfWhole parts(YamlValue value) {
    var fields = value.fields().only(List.of("parts", "whole", "level"));
    var whole = counted(fields.required("whole"));
    List<Indicator> parts = new ArrayList<>();
    for (var part : fields.required("parts").some()) {
      var indicator = comparable(part, whole);
      var least = indicator.range().least();
      if (least == null || least.signum() < 0) {
        throw part.flaw("“" + indicator.label() + "”可以是负数", "可为负数的指标不能作为部分；只需询问的请写进not_above");
      }
      parts.add(indicator);
    }
    return new SheetPlan.PartsOfWhole(parts, whole, level(fields.required("level")));
  }

  private SheetPlan.Bound bound(YamlValue value) {
    var fields = value.fields().only(List.of("value", "bound"));
    var bound = counted(fields.required("bound"));
    var asked = comparable(fields.required("value"), bound);
    if (asked.equals(bound)) {
      throw value.flaw("“" + bound.label() + "”和自己比较", "请写两个不同的指标");
    }
    return new SheetPlan.Bound(asked, bound);
  }

  private Indicator comparable(YamlValue value, Indicator other) {
    var indicator = counted(value);
    if (!indicator.unit().equals(other.unit()) || indicator.period() != other.period()) {
      throw value.flaw(
          "“" + indicator.label() + "”和“" + other.label() + "”的单位或期间不同", "只有同单位、同期间的指标才能比较");
    }
    return indicator;
  }

  private static SheetPlan.Level level(YamlValue value) {
    return switch (value.text()) {
      case "error" -> SheetPlan.Level.ERROR;
      case "notice" -> SheetPlan.Level.NOTICE;
      default -> throw value.flaw("没有“" + value.text() + "”这一级", "请写 error 或 notice");
    };
  }

  private SheetPlan.Jumps jumps(YamlFields fields) {
    var unit = times(fields.required("unit"));
    var remark = times(fields.required("remark"));
    if (remark.compareTo(unit) >= 0) {
      throw fields.required("remark").flaw("remark不小于unit", "remark是要求说明的倍数，应小于疑似单位填错的倍数unit");
    }
    return new SheetPlan.Jumps(unit, remark, asked(fields.required("indicators")));
  }

  private static BigDecimal times(YamlValue value) {
    var number = value.number();
    if (number.compareTo(BigDecimal.ONE) <= 0) {
      throw value.flaw("倍数应大于1", "请改为大于1的数");
    }
    return number;
  }

  private Set<String> asked(YamlValue value) {
    Set<String> codes = new LinkedHashSet<>();
    value.some(item -> codes.add(counted(item).code()));
    return codes;
  }

  private SheetPlan.Days days(YamlFields fields) {
    Set<String> steady = new LinkedHashSet<>();
    fields.required("steady").some(item -> steady.add(dated(item).code()));
    return new SheetPlan.Days(fields.required("earliest").date(), steady);
  }

  private Indicator dated(YamlValue value) {
    var indicator = known(value, value.text()).indicator();
    if (indicator.kind() != Indicator.Kind.DATE) {
      throw value.flaw("“" + indicator.label() + "”不是日期", "这里只能写日期");
    }
    return indicator;
  }

  // A check of something that is not asked for would never speak.
  private Indicator counted(YamlValue value) {
    var indicator = known(value, value.text()).indicator();
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK -> indicator;
      case CHOICE, FLAG, DATE ->
          throw value.flaw("“" + indicator.label() + "”不是数值", "这里只能写金额、数量、百分比或名次");
    };
  }

  private Indicators.Entry known(YamlValue value, String code) {
    return indicators
        .entry(code)
        .orElseThrow(() -> value.flaw("没有指标“" + code + "”", "请用indicators.yml中的代码"));
  }
}
