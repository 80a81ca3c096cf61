package seedbed.inspection;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import seedbed.web.FieldError;

/// The yearly plan of a unit as typed, one row an item.
///
/// @param lock how often the plan had been changed when the form was shown; empty for a new one
/// @param more whether the writer asks for more rows, and for nothing else
/// @param full whether there are as many rows as a plan takes
@Introspected
record PlanForm(
    String year,
    String limit,
    String document,
    String filed,
    String lock,
    List<Row> rows,
    boolean more,
    boolean full) {

  private static final int SPARE = 3;
  private static final int ADDED = 5;
  // Beyond every plan that was kept; seven fields a row stay below what a form may have.
  private static final int MOST_ITEMS = 400;
  private static final int MOST_TIMES = 366;
  private static final int MONTHS = 12;
  private static final int LONGEST = 200;
  private static final Pattern PLACE = Pattern.compile("item-([1-9][0-9]{0,2})-[a-z]+");

  /// One item.
  @Introspected
  record Row(int place, UnitPlan.Item item) {

    public String name() {
      return "item-" + place;
    }
  }

  static PlanForm of(Map<String, ? extends @Nullable Object> form) {
    boolean more = text(form, "more").equals("yes");
    int last =
        form.keySet().stream()
            .map(PLACE::matcher)
            .filter(Matcher::matches)
            .mapToInt(place -> Integer.parseInt(place.group(1)))
            .max()
            .orElse(SPARE);
    boolean full = last >= MOST_ITEMS;
    return new PlanForm(
        text(form, "year"),
        text(form, "limit"),
        text(form, "document"),
        text(form, "filed"),
        text(form, "lock"),
        IntStream.rangeClosed(1, last + (more && !full ? ADDED : 0))
            .mapToObj(place -> new Row(place, item(form, "item-" + place)))
            .toList(),
        more,
        full);
  }

  /// What is on record, with some rows more.
  static PlanForm of(UnitPlan plan) {
    Integer limit = plan.yearLimit();
    LocalDate filed = plan.filedOn();
    return new PlanForm(
        "" + plan.planYear(),
        limit == null ? "" : "" + limit,
        plan.document(),
        filed == null ? "" : "" + filed,
        "" + plan.version(),
        rows(plan.list()),
        false,
        false);
  }

  static PlanForm empty(int year) {
    return new PlanForm("" + year, "", "", "", "", rows(List.of()), false, false);
  }

  private static List<Row> rows(List<UnitPlan.Item> items) {
    return IntStream.rangeClosed(1, items.size() + SPARE)
        .mapToObj(place ->
            new Row(place, place <= items.size() ? items.get(place - 1) : UnitPlan.Item.EMPTY))
        .toList();
  }

  List<UnitPlan.Item> items() {
    return rows.stream().map(Row::item).filter(item -> !item.empty()).toList();
  }

  /// Why there are no more rows.
  List<FieldError> noMore() {
    return List.of(
        new FieldError(
            rows.getLast().name() + "-name",
            "检查事项已有 %d 行，一个年度的计划最多登记 %d 项，不能再加；请先填写空着的行，或者合并同类事项。"
                .formatted(rows.size(), MOST_ITEMS)));
  }

  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    if (!year.matches("20[0-9]{2}")) {
      errors.add(new FieldError("year", "年度应为四位数字，例如 2026。"));
    }
    if (!limit.isEmpty() && !count(limit, 0)) {
      errors.add(new FieldError("limit", "上限应为 0 至 366 之间的整数；没有公布上限的不填。"));
    }
    if (document.isEmpty()) {
      errors.add(new FieldError("document", "请填写计划名称和文号。"));
    }
    FieldError.tooLong("document", "计划名称和文号", document, LONGEST).ifPresent(errors::add);
    if (!filed.isEmpty() && ConclusionForm.day(filed).isEmpty()) {
      errors.add(new FieldError("filed", "“" + filed + "”不是日期，请按“年-月-日”填写。"));
    }
    if (items().size() > MOST_ITEMS) {
      errors.add(
          new FieldError(
              rows.getLast().name() + "-name",
              "检查事项共 %d 项，一个年度的计划最多登记 %d 项；请合并同类事项，清空多出的行后再保存。"
                  .formatted(items().size(), MOST_ITEMS)));
    }
    Set<UnitPlan.Item> seen = new HashSet<>();
    for (Row row : rows) {
      if (!row.item().empty()) {
        errors.addAll(errors(row, seen));
      }
    }
    return errors;
  }

  private static List<FieldError> errors(Row row, Set<UnitPlan.Item> seen) {
    List<FieldError> errors = new ArrayList<>();
    UnitPlan.Item item = row.item();
    String which = "事项 " + row.place();
    if (item.name().isEmpty()) {
      errors.add(new FieldError(row.name() + "-name", which + "没有写检查事项；不需要这一行的，请把这一行清空。"));
    } else if (!seen.add(item)) {
      errors.add(new FieldError(row.name() + "-name", which + "与前面的一行完全相同，请删去一行。"));
    }
    if (!item.kind().isEmpty() && Coded.of(Kind.class, item.kind()).isEmpty()) {
      errors.add(new FieldError(row.name() + "-kind", which + "的类别请从列出的选项中选择。"));
    }
    if (!item.month().isEmpty()
        && !(item.month().matches("[0-9]{1,2}")
            && Integer.parseInt(item.month()) >= 1
            && Integer.parseInt(item.month()) <= MONTHS)) {
      errors.add(new FieldError(row.name() + "-month", which + "的月份应为 1 至 12；不限月份的不选。"));
    }
    if (!item.times().isEmpty() && !count(item.times(), 1)) {
      errors.add(new FieldError(row.name() + "-times", which + "的次数应为 1 至 366 之间的整数。"));
    }
    tooLong(errors, row, "number", "编号", item.number());
    tooLong(errors, row, "name", "检查事项", item.name());
    tooLong(errors, row, "basis", "法律依据", item.basis());
    tooLong(errors, row, "scope", "检查对象", item.scope());
    return errors;
  }

  private static void tooLong(
      List<FieldError> errors, Row row, String field, String label, String text) {
    FieldError.tooLong(row.name() + "-" + field, "事项 " + row.place() + " 的" + label, text, LONGEST)
        .ifPresent(errors::add);
  }

  private static boolean count(String typed, int least) {
    return typed.matches("[0-9]{1,3}")
        && Integer.parseInt(typed) >= least
        && Integer.parseInt(typed) <= MOST_TIMES;
  }

  private static UnitPlan.Item item(Map<String, ? extends @Nullable Object> form, String name) {
    return new UnitPlan.Item(
        text(form, name + "-number"),
        text(form, name + "-name"),
        text(form, name + "-basis"),
        text(form, name + "-scope"),
        text(form, name + "-kind"),
        text(form, name + "-month"),
        text(form, name + "-times"));
  }

  // Rows are kept one a line, their fields with tabs between.
  private static String text(Map<String, ? extends @Nullable Object> form, String name) {
    Object typed = form.get(name);
    return typed == null ? "" : typed.toString().strip().replaceAll("[\\t\\r\\n]+", " ");
  }
}
