package seedbed.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import seedbed.criteria.PlanOutline;
import seedbed.criteria.rule.Indicator;
import seedbed.figure.FigureSheet;
import seedbed.web.Decimals;
import seedbed.web.FieldError;

/// What a version says, as the passages and tables of its page.
///
/// @param read what its targets and tasks are
/// @param sheet the company's figures, beside which past targets stand
/// @param given the highest number that rows ever had, by sort
/// @param comments what was remarked, by place
/// @param writing whether there are empty rows to write in
/// @param today the day of the page
record PlanTables(
    Plan plan,
    Content content,
    Goals read,
    FigureSheet sheet,
    PlanOutline outline,
    Map<String, Integer> given,
    Map<String, List<PlanPage.Remark>> comments,
    boolean writing,
    LocalDate today) {

  /// Empty rows to write in, below those that say something.
  private static final int SPARE = 2;

  List<PlanPage.Text> texts(Passage.Chapter chapter) {
    return Passage.of(chapter).stream()
        .map(passage ->
            new PlanPage.Text(
                passage.code(),
                passage.field(),
                passage.label(),
                passage.required(),
                content.text(passage),
                comments.getOrDefault(passage.code(), List.of())))
        .toList();
  }

  List<PlanPage.TargetGroup> targets() {
    List<PlanPage.TargetGroup> groups = new ArrayList<>();
    outline
        .targets()
        .forEach((part, indicators) -> {
          String place = Places.of(part);
          groups.add(
              new PlanPage.TargetGroup(
                  place,
                  part.label(),
                  plan.span().columns(),
                  plan.span().base(),
                  indicators.stream().map(this::target).toList(),
                  comments.getOrDefault(place, List.of())));
        });
    return groups;
  }

  private PlanPage.TargetRow target(Indicator indicator) {
    Decimals decimals = decimals(indicator);
    return new PlanPage.TargetRow(
        indicator.label(),
        indicator.unit(),
        outline.falling().contains(indicator.code()),
        plan.span().columns().stream().map(year -> cell(indicator, year, decimals)).toList());
  }

  // Of the targets and of the figures that are shown beside them.
  private Decimals decimals(Indicator indicator) {
    List<BigDecimal> row = new ArrayList<>(goals(indicator).values());
    goals(indicator).keySet().stream()
        .filter(year -> year > plan.baseYear() && year < today.getYear())
        .flatMap(year -> BaseFigures.known(sheet, indicator, year).stream())
        .map(Achievement::actual)
        .forEach(row::add);
    return Decimals.of(indicator.unit(), row);
  }

  private NavigableMap<Integer, BigDecimal> goals(Indicator indicator) {
    return read.targets().getOrDefault(indicator, new TreeMap<>());
  }

  private PlanPage.TargetCell cell(Indicator indicator, int year, Decimals decimals) {
    String field = Content.targetField(indicator.code(), year);
    boolean base = year == plan.baseYear();
    Achievement reached =
        base || year >= today.getYear()
            ? Achievement.OPEN
            : Achievement.of(
                goals(indicator).get(year),
                BaseFigures.known(sheet, indicator, year).orElse(null),
                outline.falling().contains(indicator.code()),
                decimals);
    return new PlanPage.TargetCell(
        field,
        year,
        base,
        content.field(field),
        shown(indicator, year, content.field(field), decimals),
        read.errors().stream()
            .filter(error -> error.field().equals(field))
            .map(FieldError::message)
            .findFirst()
            .orElse(null),
        reached.actual(),
        reached.word(),
        reached.styleClass());
  }

  // As typed where it is no number.
  private String shown(Indicator indicator, int year, String typed, Decimals decimals) {
    BigDecimal value = goals(indicator).get(year);
    return value == null ? typed : decimals.shown(value);
  }

  PlanPage.TaskTable tasks() {
    List<PlanPage.TaskRow> lines =
        content.tasks().stream()
            .map(task ->
                new PlanPage.TaskRow(
                    task.number(),
                    "task-" + task.number(),
                    task.name(),
                    task.detail(),
                    task.owner(),
                    writing ? task.from() : Days.shown(task.from()),
                    writing ? task.due() : Days.shown(task.due())))
            .toList();
    Stream<PlanPage.TaskRow> spare =
        spare("task")
            .mapToObj(number -> new PlanPage.TaskRow(number, "task-" + number, "", "", "", "", ""));
    return new PlanPage.TaskTable(
        Stream.concat(lines.stream(), spare).toList(),
        comments.getOrDefault(Places.TASKS, List.of()));
  }

  List<PlanPage.ItemTable> items() {
    return Stream.of(ItemKind.values())
        .map(kind -> {
          String sort = "item-" + kind.code();
          Stream<PlanPage.ItemRow> lines =
              content.items(kind).stream()
                  .map(item ->
                      new PlanPage.ItemRow(
                          item.number(),
                          sort + "-" + item.number(),
                          item.name(),
                          item.detail(),
                          item.when(),
                          item.amount(),
                          item.partner()));
          Stream<PlanPage.ItemRow> spare =
              spare(sort)
                  .mapToObj(number ->
                      new PlanPage.ItemRow(number, sort + "-" + number, "", "", "", "", ""));
          return new PlanPage.ItemTable(
              Places.of(kind),
              kind.code(),
              kind.label(),
              Stream.concat(lines, spare).toList(),
              comments.getOrDefault(Places.of(kind), List.of()));
        })
        .toList();
  }

  private IntStream spare(String sort) {
    int last = given.getOrDefault(sort, 0);
    return writing
        ? IntStream.rangeClosed(last + 1, Math.min(last + SPARE, RowNumbers.LARGEST))
        : IntStream.empty();
  }
}
