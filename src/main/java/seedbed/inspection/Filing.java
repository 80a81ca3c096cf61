package seedbed.inspection;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.web.FieldError;

/// What a filing says, as typed: named fields, those left empty are absent. Whatever cannot be read
/// is kept and pointed out.
record Filing(SortedMap<String, String> fields) {

  static final int OFFICERS = 4;
  // Years of more figures than four are read as well otherwise, and no calendar reaches them.
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int LONGEST = 1_000;
  private static final int LONGEST_ITEM = 200;
  static final int MOST_DAYS = 60;
  private static final Set<String> PERSONAL = Set.of("contact", "phone", "approved-by");

  /// All fields of the form with their labels, in its order.
  static final List<Entry> ENTRIES = entries();

  private static final Map<String, String> LABELS = labels();

  /// A field of the form.
  record Entry(String group, String name, String label) {

    int longest() {
      return name.equals("item") ? LONGEST_ITEM : LONGEST;
    }

    /// Whether it names somebody, or how to reach him.
    boolean personal() {
      return name.startsWith("officer-") || PERSONAL.contains(name);
    }
  }

  /// One who inspects.
  record Officer(int place, String name, String certificate, String until) {

    Optional<LocalDate> validUntil() {
      return day(until);
    }

    /// Namesakes have certificates of their own; without one the name decides.
    boolean same(Officer other) {
      return (certificate.isEmpty() || other.certificate.isEmpty())
          ? !name.isEmpty() && name.equals(other.name)
          : plain(certificate).equals(plain(other.certificate));
    }

    private static String plain(String certificate) {
      return certificate.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
  }

  Filing {
    fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
  }

  static Filing of(Map<String, ? extends @Nullable Object> form) {
    SortedMap<String, String> fields = new TreeMap<>();
    for (Entry entry : ENTRIES) {
      Object typed = form.get(entry.name());
      String text = typed == null ? "" : typed.toString().strip().replace("\r\n", "\n");
      if (!text.isEmpty()) {
        fields.put(entry.name(), text);
      }
    }
    return new Filing(fields);
  }

  /// Every field that is longer than its place, in the order of the form.
  List<FieldError> overlong() {
    return ENTRIES.stream()
        .flatMap(entry ->
            FieldError.tooLong(entry.name(), entry.label(), text(entry.name()), entry.longest())
                .stream())
        .toList();
  }

  /// The same without what belongs to one visit only, for the next one.
  Filing carried() {
    SortedMap<String, String> kept = new TreeMap<>(fields);
    kept.keySet().removeIf(name -> !CARRIED.contains(name) && !name.startsWith("officer-"));
    return new Filing(kept);
  }

  private static final List<String> CARRIED =
      List.of(
          "organ",
          "area",
          "manner",
          "entrustment",
          "contact",
          "phone",
          "helpers",
          "helper-unit",
          "approved-by");

  Filing with(String name, String value) {
    Map<String, String> changed = new HashMap<>(fields);
    changed.put(name, value);
    return of(changed);
  }

  /// Every field, also those that are empty.
  Map<String, String> all() {
    Map<String, String> all = new HashMap<>();
    ENTRIES.forEach(entry -> all.put(entry.name(), text(entry.name())));
    return all;
  }

  /// With what the unit's own plan says of the item, where nothing else was typed.
  Filing completed(@Nullable UnitPlan plan) {
    if (plan == null) {
      return this;
    }
    return plan.list().stream()
        .filter(item -> item.name().equals(text("item")))
        .findFirst()
        .map(item ->
            filled("legal-basis", item.basis())
                .filled("item-number", item.number())
                .filled("kind", item.kind())
                .filled("plan-document", plan.document()))
        .orElse(this);
  }

  private Filing filled(String name, String value) {
    return said(name) || value.isEmpty() ? this : with(name, value);
  }

  String text(String name) {
    return fields.getOrDefault(name, "");
  }

  boolean said(String name) {
    return fields.containsKey(name);
  }

  static String label(String name) {
    return LABELS.getOrDefault(name, name);
  }

  <E extends Enum<E> & Coded> Optional<E> choice(String name, Class<E> kind) {
    return Coded.of(kind, text(name));
  }

  Optional<LocalDate> on(String name) {
    return day(text(name));
  }

  List<Officer> officers() {
    return IntStream.rangeClosed(1, OFFICERS)
        .mapToObj(place ->
            new Officer(
                place,
                text("officer-" + place),
                text("officer-" + place + "-certificate"),
                text("officer-" + place + "-until")))
        .filter(officer -> !officer.name().isEmpty() || !officer.certificate().isEmpty())
        .toList();
  }

  /// How many days it takes; one where nothing else is said.
  int days() {
    String typed = text("days");
    return typed.matches("[0-9]{1,2}") ? Math.clamp(Integer.parseInt(typed), 1, MOST_DAYS) : 1;
  }

  boolean yes(String name) {
    return text(name).equals("yes");
  }

  /// Inspected first, filed afterwards, with a reason.
  boolean emergency() {
    return yes("emergency");
  }

  /// Counted against the yearly limit unless the unit says otherwise.
  boolean counts() {
    return !text("counts").equals("no");
  }

  FilingDuty.Plan plan() {
    return new FilingDuty.Plan(
        choice("kind", Kind.class).orElse(null),
        choice("origin", Origin.class).orElse(null),
        choice("area", Area.class).orElse(null),
        yes("necessary"));
  }

  private static Optional<LocalDate> day(String typed) {
    if (!DAY.matcher(typed).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    group(
        entries,
        "检查依据和原因",
        "item",
        "检查事项",
        "item-number",
        "事项清单编号",
        "legal-basis",
        "法律依据（全称、文号、条款）",
        "origin",
        "任务来源",
        "origin-note",
        "来源说明");
    group(
        entries,
        "检查类别",
        "kind",
        "类别",
        "area",
        "领域",
        "manner",
        "方式",
        "necessary",
        "属于必要的安全环保检查",
        "partners",
        "联合检查单位");
    group(
        entries,
        "时间和计划",
        "planned-on",
        "检查日期",
        "days",
        "天数",
        "plan-document",
        "年度计划或专项方案",
        "special-approval",
        "专项检查计划批准文号");
    group(
        entries,
        "检查主体",
        "organ",
        "主体类别",
        "entrustment",
        "委托书编号",
        "contact",
        "联系人",
        "phone",
        "联系电话");
    for (int place = 1; place <= OFFICERS; place++) {
      String name = "officer-" + place;
      String who = "检查人员 " + place;
      group(
          entries,
          "检查人员",
          name,
          who,
          name + "-certificate",
          who + " 的执法证号",
          name + "-until",
          who + " 的证件有效期至");
    }
    group(entries, "检查人员", "helpers", "随行人数", "helper-unit", "随行人员单位");
    group(entries, "被检查企业", "site", "检查地点");
    group(entries, "频次", "counts", "计入年度频次", "counts-reason", "不计入的理由");
    group(
        entries,
        "批准",
        "approved-by",
        "批准人",
        "approved-on",
        "批准日期",
        "emergency",
        "先查后报",
        "emergency-reason",
        "紧急情况和理由");
    group(
        entries, "通知", "notice-number", "检查通知书编号", "notice-on", "送达日期", "rights", "已告知陈述申辩、回避和拒绝权");
    return List.copyOf(entries);
  }

  private static void group(List<Entry> entries, String group, String... pairs) {
    for (int at = 0; at < pairs.length; at += 2) {
      entries.add(new Entry(group, pairs[at], pairs[at + 1]));
    }
  }

  private static Map<String, String> labels() {
    Map<String, String> labels = new HashMap<>();
    ENTRIES.forEach(entry -> labels.put(entry.name(), entry.label()));
    return labels;
  }
}
