package seedbed.plan;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.rule.Indicator;
import seedbed.web.FieldError;

/// What a plan binds its company to, read from what was typed: the targets, the tasks, and what
/// cannot be read or is missing.
///
/// @param targets of the indicators that have any, by year, the base year included
/// @param tasks those whose day can be read
/// @param errors what cannot be read, and with what to do
/// @param gaps what the outline asks for and the plan does not say; keeps it from being handed in
record Goals(
    Map<Indicator, NavigableMap<Integer, BigDecimal>> targets,
    List<Task> tasks,
    List<FieldError> errors,
    List<FieldError> gaps) {

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,12}(\\.[0-9]{1,6})?");
  private static final Pattern GROUPS = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");
  private static final Pattern OTHER_UNIT =
      Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?\\s*[^0-9.,+\\s-][^0-9]{0,9}");

  /// What is put into an item is said in it.
  private static final String AMOUNT = "万元";

  /// A plan is written in the year before its first one, or the year before that.
  private static final int YEARS_AHEAD = 2;

  private static final int LONGEST_PASSAGE = 5_000;
  private static final int LONGEST_CELL = 500;

  Goals {
    targets = new LinkedHashMap<>(targets);
    tasks = List.copyOf(tasks);
    errors = List.copyOf(errors);
    gaps = List.copyOf(gaps);
  }

  /// A task with its time node.
  ///
  /// @param due the last day
  record Task(
      int number,
      String name,
      String detail,
      String owner,
      @Nullable LocalDate from,
      LocalDate due) {}

  static Goals of(Content content, Span span, PlanOutline outline) {
    return new Reader(content, span).read(outline);
  }

  /// Whether it can be handed in.
  boolean complete() {
    return errors.isEmpty() && gaps.isEmpty();
  }

  private static final class Reader {
    private final Content content;
    private final Span span;
    private final Map<Indicator, NavigableMap<Integer, BigDecimal>> targets = new LinkedHashMap<>();
    private final List<Task> tasks = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final List<FieldError> gaps = new ArrayList<>();

    Reader(Content content, Span span) {
      this.content = content;
      this.span = span;
    }

    Goals read(PlanOutline outline) {
      prepared();
      for (Passage passage : Passage.values()) {
        passage(passage);
      }
      outline.targets().forEach(this::part);
      tasks();
      for (ItemKind kind : ItemKind.values()) {
        items(kind);
      }
      return new Goals(targets, tasks, errors, gaps);
    }

    private void prepared() {
      String typed = content.prepared();
      if (typed.isEmpty()) {
        gap(Content.PREPARED, "请填写编制时间。");
        return;
      }
      LocalDate day = day(Content.PREPARED, "编制时间", typed);
      if (day != null
          && (day.getYear() < span.first() - YEARS_AHEAD || day.getYear() > span.last())) {
        error(
            Content.PREPARED,
            "编制时间（%s）与方案期（%s）不符，应在 %d 年到 %d 年之间，请核对年份。"
                .formatted(shortened(typed), span, span.first() - YEARS_AHEAD, span.last()));
      }
    }

    private void passage(Passage passage) {
      String text = content.text(passage);
      if (passage.required() && text.isEmpty()) {
        gap(passage.field(), "请填写“" + passage.label() + "”。");
      }
      if (text.length() > LONGEST_PASSAGE) {
        error(
            passage.field(),
            "“%s”有 %d 字，最多 %d 字；更详细的材料请作为附件。"
                .formatted(passage.label(), text.length(), LONGEST_PASSAGE));
      }
    }

    private void part(PlanOutline.Part part, List<Indicator> indicators) {
      boolean any = false;
      for (Indicator indicator : indicators) {
        NavigableMap<Integer, BigDecimal> years = new TreeMap<>();
        for (int year : span.columns()) {
          BigDecimal value = target(indicator, year);
          if (value != null) {
            years.put(year, value);
          }
        }
        if (!years.tailMap(span.first()).isEmpty()) {
          targets.put(indicator, years);
          any = true;
        }
      }
      if (!any) {
        gap(
            Content.targetField(indicators.getFirst().code(), span.first()),
            "“" + part.label() + "”还没有可考核的目标，请至少填写一项指标。");
      }
    }

    private @Nullable BigDecimal target(Indicator indicator, int year) {
      String typed = content.target(indicator.code(), year);
      if (typed.isEmpty()) {
        return null;
      }
      return number(
          Content.targetField(indicator.code(), year),
          indicator.label() + " " + year + " 年",
          typed,
          indicator);
    }

    private void tasks() {
      List<Content.Task> written = content.tasks();
      if (written.isEmpty()) {
        gap("task-1-name", "请至少列出一项工作任务，并写明责任人和完成时间。");
      }
      few("task", written.size());
      written.forEach(this::task);
    }

    private void task(Content.Task task) {
      String row = "task-" + task.number() + "-";
      String named = "第 " + task.number() + " 项任务";
      if (task.name().isEmpty()) {
        gap(row + "name", named + "没有写任务内容。");
      }
      if (task.owner().isEmpty()) {
        gap(row + "owner", named + "没有写责任人。");
      }
      cell(row + "name", named + "的任务内容", task.name());
      cell(row + "owner", named + "的责任人", task.owner());
      cell(row + "detail", named + "的主要措施", task.detail());
      LocalDate from =
          task.from().isEmpty() ? null : day(row + "from", named + "的开始时间", task.from());
      if (task.due().isEmpty()) {
        gap(row + "due", named + "没有写完成时间，每项任务都应有时间节点。");
        return;
      }
      LocalDate due = day(row + "due", named + "的完成时间", task.due());
      if (due == null) {
        return;
      }
      if (from != null && due.isBefore(from)) {
        error(row + "due", named + "的完成时间（" + due + "）早于开始时间（" + from + "）。");
      }
      if (due.getYear() > span.last() || due.getYear() < span.first()) {
        error(
            row + "due",
            "%s的完成时间（%s）%s方案期（%s）。"
                .formatted(named, due, due.getYear() > span.last() ? "超出" : "早于", span));
      }
      tasks.add(new Task(task.number(), task.name(), task.detail(), task.owner(), from, due));
    }

    private void items(ItemKind kind) {
      List<Content.Item> items = content.items(kind);
      few("item-" + kind.code(), items.size());
      for (Content.Item item : items) {
        String row = "item-" + kind.code() + "-" + item.number() + "-";
        String named = kind.label() + "第 " + item.number() + " 项";
        if (item.name().isEmpty()) {
          gap(row + "name", named + "没有写名称。");
        }
        cell(row + "name", named + "的名称", item.name());
        cell(row + "detail", named + "的内容", item.detail());
        cell(row + "when", named + "的时间", item.when());
        cell(row + "partner", named + "的合作方或责任人", item.partner());
        if (!item.amount().isEmpty()) {
          number(row + "amount", named + "的投入", item.amount(), null);
        }
      }
    }

    private void few(String sort, int rows) {
      if (rows > Content.MOST_ROWS) {
        error(sort, "最多填写 " + Content.MOST_ROWS + " 行，现有 " + rows + " 行，请合并同类内容。");
      }
    }

    private void cell(String field, String named, String text) {
      if (text.length() > LONGEST_CELL) {
        error(field, "%s有 %d 字，最多 %d 字。".formatted(named, text.length(), LONGEST_CELL));
      }
    }

    private @Nullable BigDecimal number(
        String field, String named, String typed, @Nullable Indicator indicator) {
      String text =
          GROUPS.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC)).replaceAll("");
      String unit = indicator == null ? AMOUNT : indicator.unit();
      String bare = text.strip();
      if (bare.endsWith(unit)) {
        bare = bare.substring(0, bare.length() - unit.length()).strip();
      }
      if (OTHER_UNIT.matcher(bare).matches()) {
        error(field, "%s的单位是“%s”，现填的是“%s”，请换算后填写。".formatted(named, unit, shortened(typed)));
        return null;
      }
      if (!NUMBER.matcher(bare).matches()) {
        error(field, named + "应填数字，例如 1,062.00；现填的是“" + shortened(typed) + "”。");
        return null;
      }
      BigDecimal value = new BigDecimal(bare);
      String fault =
          indicator != null ? indicator.fault(value) : value.signum() < 0 ? "不能是负数" : null;
      if (fault != null) {
        error(field, named + fault + "；现填的是“" + shortened(typed) + "”。");
        return null;
      }
      return value;
    }

    private @Nullable LocalDate day(String field, String named, String typed) {
      try {
        return Days.read(typed);
      } catch (DateTimeParseException _) {
        error(field, named + "请按“年-月-日”填写，例如 2027-06-30；现填的是“" + shortened(typed) + "”。");
        return null;
      }
    }

    private void error(String field, String sentence) {
      errors.add(new FieldError(field, sentence));
    }

    private void gap(String field, String sentence) {
      gaps.add(new FieldError(field, sentence));
    }

    private static String shortened(String typed) {
      return typed.length() <= 30 ? typed : typed.substring(0, 30) + "…";
    }
  }
}
