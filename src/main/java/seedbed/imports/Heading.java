package seedbed.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.rule.Indicator;
import seedbed.imports.Form.Named;
import seedbed.spreadsheet.AnnotatedCopy;
import seedbed.spreadsheet.SheetCell;
import seedbed.spreadsheet.SheetRow;

/// The recognised head of a sheet: which column carries which field.
///
/// @param columns by field key
/// @param problemColumn where the annotated copy says what is wrong
/// @param findings what is odd about the head itself
record Heading(
    Form form,
    String sheet,
    int row,
    Map<String, Column> columns,
    int problemColumn,
    List<Finding> findings) {

  /// Titles, notes and bands may stand above the head.
  static final int SEARCHED_ROWS = 20;

  /// A column of the sheet.
  record Column(FormField field, int index, String written) {}

  /// What came of looking at a row as a head.
  sealed interface Recognition {}

  record Recognised(Heading heading) implements Recognition {}

  /// It is the head, but it cannot be used.
  record Unusable(String sentence) implements Recognition {}

  record NoHead() implements Recognition {}

  Heading {
    columns = Map.copyOf(columns);
    findings = List.copyOf(findings);
  }

  static Recognition recognise(Form form, String sheet, SheetRow row) {
    Map<String, Column> columns = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    Set<String> repeated = new HashSet<>();
    List<String> otherMoney = new ArrayList<>();
    int problemColumn = row.cells().size();
    for (int index = 0; index < row.cells().size(); index++) {
      String written = row.cell(index).shown().replaceAll("[\\s*＊]+", "");
      if (written.isEmpty()) {
        continue;
      }
      if (written.equals(AnnotatedCopy.COLUMN)) {
        problemColumn = index;
        continue;
      }
      Optional<Named> named = form.named(written);
      if (named.isEmpty() && form.listOnly()) {
        // Announced lists have columns of their own, and nobody is to retype them.
        continue;
      }
      if (named.isEmpty()) {
        findings.add(caution(row, index, written, "不认识的栏目，这一列不会导入", "不需要的可以不管；需要的请改成模板中的栏目名称"));
      } else if (columns.putIfAbsent(
              named.get().field().key(), new Column(named.get().field(), index, written))
          != null) {
        repeated.add(written);
      } else if (named.get().otherMoney()) {
        otherMoney.add(written);
      } else if (named.get().otherUnit()) {
        findings.add(otherUnit(row, index, written, named.get()));
      }
    }
    if (!isHead(form, columns)) {
      return new NoHead();
    }
    if (!repeated.isEmpty()) {
      return new Unusable("表头有重复的栏目：" + String.join("、", repeated) + "。每个栏目只能有一列，请删除多余的列后重新上传。");
    }
    if (!otherMoney.isEmpty()) {
      return new Unusable(
          "表头“%s”的金额单位不是万元。本系统金额一律按万元登记，不自动换算：请把整列换算成万元（元除以 10000），表头改为“（万元）”后重新上传。"
              .formatted(String.join("”“", otherMoney)));
    }
    return missing(form, columns)
        .<Recognition>map(Unusable::new)
        .orElse(
            new Recognised(
                new Heading(form, sheet, row.number(), columns, problemColumn, findings)));
  }

  boolean has(String key) {
    return columns.containsKey(key);
  }

  SheetCell cell(SheetRow row, String key) {
    @Nullable Column column = columns.get(key);
    return column == null ? SheetCell.BLANK : row.cell(column.index());
  }

  Column column(String key) {
    return Objects.requireNonNull(columns.get(key), key);
  }

  /// The columns in the order of the sheet, without those that only say which row it is.
  List<Column> indicators() {
    return columns.values().stream()
        .filter(column -> column.field().indicator() != null)
        .sorted((a, b) -> Integer.compare(a.index(), b.index()))
        .toList();
  }

  private static boolean isHead(Form form, Map<String, Column> columns) {
    boolean company = columns.containsKey(Form.NAME) || columns.containsKey(Form.CREDIT_CODE);
    return company
        && switch (form.kind()) {
          case COMPANIES -> columns.containsKey(Form.REGION) || columns.containsKey(Form.TRACK);
          case TITLES ->
              form.listOnly()
                  || columns.containsKey(Form.TITLE)
                  || columns.containsKey(Form.CHECKED_ON);
          case REWARDS -> columns.containsKey(Form.ITEM);
          case FIGURES -> columns.values().stream().anyMatch(c -> c.field().indicator() != null);
        };
  }

  private static Optional<String> missing(Form form, Map<String, Column> columns) {
    List<String> missing = new ArrayList<>();
    switch (form.kind()) {
      case COMPANIES ->
          form.fields().stream()
              .filter(field -> field.required() && !columns.containsKey(field.key()))
              .forEach(field -> missing.add(field.heading()));
      case TITLES -> {
        if (columns.containsKey(Form.TITLE)) {
          form.fields().stream()
              .filter(field -> Set.of(Form.DOCUMENT, Form.HELD_FROM).contains(field.key()))
              .filter(field -> !columns.containsKey(field.key()))
              .forEach(field -> missing.add(field.heading()));
        }
      }
      case REWARDS ->
          form.fields().stream()
              .filter(field -> field.required() && !field.key().equals(Form.NAME))
              .filter(field -> !columns.containsKey(field.key()))
              .forEach(field -> missing.add(field.heading()));
      case FIGURES -> {
        if (!columns.containsKey(Form.YEAR) && asks(columns, Form.YEAR)) {
          missing.add("年度");
        }
        if (!columns.containsKey(Form.DAY) && asks(columns, Form.DAY)) {
          missing.add("截至日期");
        }
      }
    }
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "表头缺少必需的栏目："
                + String.join("、", missing)
                + "。请使用从本系统下载的“"
                + form.kind().label()
                + "”模板。");
  }

  private static boolean asks(Map<String, Column> columns, String period) {
    return columns.values().stream()
        .map(column -> column.field().indicator())
        .filter(Objects::nonNull)
        .anyMatch(
            indicator -> (indicator.period() == Indicator.Period.YEAR) == period.equals(Form.YEAR));
  }

  private static Finding otherUnit(SheetRow row, int index, String written, Named named) {
    String ours = named.field().unit();
    return caution(
        row,
        index,
        written,
        "表头写的单位是" + named.unit() + "，本系统按" + ours + "登记，不会自动换算",
        "确认各行数值确为" + ours + "；否则换算后重新上传");
  }

  private static Finding caution(
      SheetRow row, int index, String written, String reason, String remedy) {
    return new Finding(
        row.number(), index, written, Finding.Severity.CAUTION, written, reason, remedy);
  }
}
