package seedbed.criteria;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Indicators.Group;
import seedbed.criteria.Titles.Rung;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Indicator.Kind;
import seedbed.criteria.rule.Indicator.Option;
import seedbed.criteria.rule.Indicator.Period;
import seedbed.criteria.rule.Indicator.Range;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;

/// The words that checklists may use: indicators and titles, with the places of their facts.
record Dictionary(Indicators indicators, Titles titles, Slots slots) {
  private static final List<String> INDICATOR_KEYS =
      List.of(
          "label",
          "kind",
          "period",
          "unit",
          "group",
          "confirmed_by",
          "hint",
          "evidence",
          "options",
          "ordered",
          "least",
          "most");
  private static final List<String> PAPER_KEYS = List.of("kind", "name");
  private static final List<String> TITLE_KEYS =
      List.of("label", "short", "level", "kind", "ladder", "requires", "years");
  private static final Map<Kind, String> UNITS =
      Map.of(Kind.AMOUNT, "万元", Kind.PERCENT, "%", Kind.FLAG, "是否", Kind.DATE, "日期");
  private static final String NO_BOUND = "none";
  private static final int MOST_YEARS = 50;

  static Dictionary read(YamlValue indicatorFile, YamlValue titleFile) {
    var indicators = new Indicators(indicators(indicatorFile));
    var titles = new Titles(titles(titleFile));
    var slots = new Slots(indicators.all(), titles.ladder().stream().map(Rung::title).toList());
    return new Dictionary(indicators, titles, slots);
  }

  private static List<Indicators.Entry> indicators(YamlValue file) {
    var entries = new ArrayList<Indicators.Entry>();
    file.fields()
        .all()
        .forEach((code, value) ->
            file.problems().attempt(() -> indicator(code, value)).ifPresent(entries::add));
    return entries;
  }

  private static Indicators.Entry indicator(String code, YamlValue value) {
    var fields = value.fields().only(INDICATOR_KEYS);
    var kind = constant(fields.required("kind"), Kind.class);
    var period = constant(fields.required("period"), Period.class);
    var options = fields.optional("options", Dictionary::options, List.<Option>of());
    if ((kind == Kind.CHOICE) == options.isEmpty() || options.size() > Long.SIZE) {
      throw value.flaw("选项不对：choice须有1至64个options，其他kind不能有", "请改正kind或options");
    }
    var unit = fields.optional("unit", YamlValue::text);
    var fixed = UNITS.get(kind);
    if (fixed != null && !fixed.equals(unit)) {
      throw fields.key("unit").flaw("这类指标的单位应为“" + fixed + "”", "请改正unit");
    }
    if (unit == null && kind != Kind.CHOICE) {
      throw value.flaw("缺少“unit”", "请补上单位");
    }
    var indicator =
        new Indicator(
            code,
            fields.required("label").text(),
            kind,
            period,
            unit == null ? "" : unit,
            options,
            fields.optional("ordered", YamlValue::truth, false),
            range(fields, kind));
    var group = fields.required("group");
    return new Indicators.Entry(
        indicator,
        Group.of(group.text())
            .orElseThrow(() -> group.flaw("没有“" + group.text() + "”这个分组", "请改为已有的分组")),
        fields.required("confirmed_by").list(YamlValue::text),
        fields.optional("hint", YamlValue::text, ""),
        fields.optional("evidence", Dictionary::paper));
  }

  private static Indicators.Paper paper(YamlValue value) {
    var fields = value.fields().only(PAPER_KEYS);
    return new Indicators.Paper(
        constant(fields.required("kind"), EvidenceKind.class), fields.required("name").text());
  }

  /// `least: none` lets a number be as negative as it likes; a loss is one.
  private static Range range(YamlFields fields, Kind kind) {
    var usual = Range.of(kind);
    var least = fields.optional("least");
    var most = fields.optional("most");
    var range =
        new Range(
            least == null ? usual.least() : bound(least),
            most == null ? usual.most() : most.number());
    if (usual.least() == null && (least != null || most != null)) {
      throw fields.owner().flaw("这类指标没有大小，不能有least和most", "请删去least和most");
    }
    if (range.least() != null
        && range.most() != null
        && range.least().compareTo(range.most()) > 0) {
      throw fields.key("least").flaw("least大于most", "请改正least或most");
    }
    return range;
  }

  private static @Nullable BigDecimal bound(YamlValue value) {
    return value.text().equals(NO_BOUND) ? null : value.number();
  }

  private static List<Option> options(YamlValue value) {
    var options = new ArrayList<Option>();
    value.fields().all().forEach((code, label) -> options.add(new Option(code, label.text())));
    return options;
  }

  private static List<Rung> titles(YamlValue file) {
    var values = file.fields().all();
    var rungs = new ArrayList<Rung>();
    values.forEach((code, value) ->
        file.problems().attempt(() -> title(code, value, values.keySet())).ifPresent(rungs::add));
    var places = new HashSet<Integer>();
    rungs.stream()
        .filter(rung -> !places.add(rung.ladder()))
        .forEach(rung ->
            values
                .getOrDefault(rung.code(), file)
                .complain("阶梯位置" + rung.ladder() + "已被占用", "请改为未用过的ladder"));
    return inOrder(rungs);
  }

  /// Titles get their slots by their place on the ladder.
  private static List<Rung> inOrder(List<Rung> rungs) {
    var sorted = new ArrayList<Rung>();
    rungs.stream()
        .sorted((one, other) -> Integer.compare(one.ladder(), other.ladder()))
        .forEach(rung -> sorted.add(at(sorted.size(), rung)));
    return sorted;
  }

  private static Rung at(int slot, Rung rung) {
    return new Rung(
        new Title(rung.code(), rung.label(), slot),
        rung.shortLabel(),
        rung.level(),
        rung.kind(),
        rung.ladder(),
        rung.requirements(),
        rung.years());
  }

  private static Rung title(String code, YamlValue value, Set<String> codes) {
    var fields = value.fields().only(TITLE_KEYS);
    var kind = fields.required("kind");
    return new Rung(
        new Title(code, fields.required("label").text(), 0),
        fields.required("short").text(),
        level(fields.required("level")),
        Titles.Kind.of(kind.text())
            .orElseThrow(
                () -> kind.flaw("没有“" + kind.text() + "”这一类称号", "请改为pool、recognition或product")),
        fields.required("ladder").whole(1, MOST_YEARS),
        fields.optional(
            "requires", required -> required.some(each -> requirement(each, codes)), List.of()),
        fields.optional("years", years -> years.whole(1, MOST_YEARS)));
  }

  private static Titles.Requirement requirement(YamlValue value, Set<String> codes) {
    var fields = value.fields().only(List.of("titles", "document", "from", "to"));
    return new Titles.Requirement(
        fields.required("titles").some(each -> known(each, codes)),
        fields.required("document").text(),
        fields.required("from").date(),
        fields.optional("to", YamlValue::date));
  }

  private static String known(YamlValue code, Set<String> codes) {
    if (!codes.contains(code.text())) {
      throw code.flaw("没有“" + code.text() + "”这个称号", "请改为titles.yml中已有的代码");
    }
    return code.text();
  }

  static Level level(YamlValue value) {
    return Level.of(value.text())
        .orElseThrow(
            () -> value.flaw("没有“" + value.text() + "”这一级", "请改为municipal、provincial或national"));
  }

  private static <E extends Enum<E>> E constant(YamlValue value, Class<E> type) {
    for (var each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(value.text())) {
        return each;
      }
    }
    var allowed =
        List.of(type.getEnumConstants()).stream()
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .toList();
    throw value.flaw("不认识“" + value.text() + "”", "请改为以下之一：" + String.join("、", allowed));
  }

  Indicator indicator(YamlValue code) {
    return indicators
        .find(code.text())
        .orElseThrow(() -> code.flaw("没有“" + code.text() + "”这个指标", "请改正，或先在indicators.yml中增加"));
  }

  /// @param back full years before the last full year
  Cell cell(YamlValue code, Indicator indicator, int back) {
    if (back > 0 && indicator.period() == Period.DAY) {
      throw code.flaw("“" + indicator.label() + "”没有年度，不能取以前年度", "请改用年度指标");
    }
    if (back >= Slots.YEARS) {
      throw code.flaw("需要" + back + "年以前的数，最多只能往前" + (Slots.YEARS - 1) + "年", "请减少年数");
    }
    return slots.cell(indicator, back);
  }

  Title title(YamlValue code) {
    return titles
        .find(code.text())
        .map(Rung::title)
        .orElseThrow(() -> code.flaw("没有“" + code.text() + "”这个称号", "请改为titles.yml中已有的代码"));
  }
}
