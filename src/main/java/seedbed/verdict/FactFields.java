package seedbed.verdict;

import io.micronaut.core.annotation.Introspected;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.Indicators;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Cells;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Reason;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;
import seedbed.criteria.rule.Verdict;
import seedbed.web.Choice;
import seedbed.web.FieldError;

/// The fields of a form of facts: which can be changed, what was typed, and what it means.
@Singleton
public class FactFields {
  public static final String TITLE = "title-";
  private static final int YEARS_OF_MORE = 3;
  private static final List<Choice> YES_OR_NO =
      List.of(new Choice("yes", "是"), new Choice("no", "否"));
  private static final List<Choice> STANDINGS =
      List.of(new Choice("met", "持有"), new Choice("not-met", "未持有"), new Choice("unknown", "不明"));

  private final Indicators indicators;
  private final Slots slots;

  FactFields(Indicators indicators, Slots slots) {
    this.indicators = indicators;
    this.slots = slots;
  }

  /// One fact before and after.
  @Introspected
  public record Changed(String name, String before, String after) {}

  @Introspected
  public record Group(String label, List<Field> fields) {}

  /// @param hint why nothing is on record
  /// @param last the value on record, in words
  /// @param options what can be chosen; empty where something is typed
  @Introspected
  public record Field(
      String name,
      String label,
      String value,
      String unit,
      String type,
      String mode,
      String hint,
      String last,
      boolean changed,
      List<Choice> options) {}

  /// The facts that can be changed on the page, in the order of the forms.
  public record Chosen(SequencedSet<Cell> cells, SequencedSet<Title> titles) {}

  /// What was typed, as far as it differs from the facts on record.
  public record Supposition(
      Map<Cell, Supposed.Value> cells, Map<Title, Truth> titles, List<FieldError> errors) {

    public Facts applied(Facts known) {
      var facts = known.but();
      cells.forEach((cell, supposed) -> {
        var value = supposed.value();
        if (value == null) {
          facts.missing(cell, Reason.NOT_REPORTED);
        } else {
          facts.set(cell, value);
        }
      });
      titles.forEach(facts::held);
      return facts.build();
    }
  }

  /// What the chosen title reads, what was typed already, and one more indicator or title.
  public Chosen chosen(@Nullable Verdict verdict, Map<String, String> typed, LocalDate on) {
    var cells = new LinkedHashSet<Cell>();
    var titles = new LinkedHashSet<Title>();
    if (verdict != null) {
      cells.addAll(Cells.of(verdict.checklist().criteria()));
      titles.addAll(Cells.titles(verdict.checklist().criteria()));
    }
    var more = typed.getOrDefault("add", "");
    for (var indicator : slots.indicators()) {
      for (var cell : cells(indicator)) {
        if (typed.containsKey(Supposed.field(cell, on))
            || (indicator.code().equals(more) && cell.back() < YEARS_OF_MORE)) {
          cells.add(cell);
        }
      }
    }
    slots.titles().stream()
        .filter(
            title -> typed.containsKey(TITLE + title.code()) || more.equals(TITLE + title.code()))
        .forEach(titles::add);
    return new Chosen(cells, titles);
  }

  private List<Cell> cells(Indicator indicator) {
    var cells = new ArrayList<Cell>();
    var years = indicator.period() == Indicator.Period.YEAR ? Slots.YEARS : 1;
    for (var back = 0; back < years; back++) {
      cells.add(slots.cell(indicator, back));
    }
    return cells;
  }

  public Supposition read(Chosen chosen, Map<String, String> typed, Facts known) {
    var cells = new LinkedHashMap<Cell, Supposed.Value>();
    var errors = new ArrayList<FieldError>();
    for (var cell : chosen.cells()) {
      var name = Supposed.field(cell, known.on());
      var text = typed.get(name);
      if (text == null) {
        continue;
      }
      switch (Supposed.read(cell, text, known.on())) {
        case Supposed.Value value when differs(value.value(), known.value(cell)) ->
            cells.put(cell, value);
        case Supposed.Value _ -> {}
        case Supposed.Wrong(var sentence) -> errors.add(new FieldError(name, sentence));
      }
    }
    var titles = new LinkedHashMap<Title, Truth>();
    for (var title : chosen.titles()) {
      var text = typed.getOrDefault(TITLE + title.code(), known.holds(title).code());
      Arrays.stream(Truth.values())
          .filter(truth -> truth.code().equals(text) && truth != known.holds(title))
          .forEach(truth -> titles.put(title, truth));
    }
    return new Supposition(cells, titles, List.copyOf(errors));
  }

  private static boolean differs(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    if (one == null || other == null) {
      return (one == null) != (other == null);
    }
    return one.compareTo(other) != 0;
  }

  public List<Group> groups(
      Chosen chosen, Supposition supposition, Map<String, String> typed, Facts known) {
    var groups = new ArrayList<Group>();
    for (var group : List.of(Indicators.Group.values())) {
      var fields =
          indicators.of(group).stream()
              .flatMap(entry -> of(entry.indicator(), chosen.cells()).stream())
              .map(cell -> field(cell, supposition, typed, known))
              .toList();
      if (!fields.isEmpty()) {
        groups.add(new Group(group.label(), fields));
      }
    }
    var titles = chosen.titles().stream().map(title -> field(title, supposition, known)).toList();
    if (!titles.isEmpty()) {
      groups.add(new Group("称号", titles));
    }
    return List.copyOf(groups);
  }

  private static List<Cell> of(Indicator indicator, Collection<Cell> cells) {
    return cells.stream()
        .filter(cell -> cell.indicator().equals(indicator))
        .sorted(Comparator.comparingInt(Cell::back))
        .toList();
  }

  private static Field field(
      Cell cell, Supposition supposition, Map<String, String> typed, Facts known) {
    var indicator = cell.indicator();
    var name = Supposed.field(cell, known.on());
    var value = known.value(cell);
    return new Field(
        name,
        Shown.name(cell, known.on()),
        typed.getOrDefault(name, Supposed.written(cell, value)),
        options(indicator).isEmpty() && indicator.kind() != Indicator.Kind.DATE
            ? indicator.unit()
            : "",
        indicator.kind() == Indicator.Kind.DATE ? "date" : "text",
        indicator.kind() == Indicator.Kind.DATE ? "" : "decimal",
        value == null ? known.gap(cell).label() : "",
        value == null ? "" : last(indicator, value),
        supposition.cells().containsKey(cell),
        options(indicator));
  }

  /// Without its unit, which stands behind the field.
  private static String last(Indicator indicator, BigDecimal value) {
    return switch (indicator.kind()) {
      case AMOUNT, PERCENT, COUNT, RANK -> Shown.number(value.toPlainString(), indicator.unit());
      case CHOICE, FLAG, DATE -> Shown.fact(indicator, value);
    };
  }

  private static List<Choice> options(Indicator indicator) {
    return switch (indicator.kind()) {
      case FLAG -> YES_OR_NO;
      case CHOICE ->
          indicator.options().stream()
              .map(option -> new Choice(option.code(), option.label()))
              .toList();
      case AMOUNT, PERCENT, COUNT, RANK, DATE -> List.of();
    };
  }

  /// What was changed, as it was and as it is supposed to be.
  public List<Changed> changes(Supposition supposition, Facts known) {
    var changes = new ArrayList<Changed>();
    supposition
        .cells()
        .forEach((cell, supposed) ->
            changes.add(
                new Changed(
                    Shown.name(cell, known.on()),
                    told(cell, known.value(cell)),
                    told(cell, supposed.value()))));
    supposition
        .titles()
        .forEach((title, truth) ->
            changes.add(new Changed(title.label(), standing(known.holds(title)), standing(truth))));
    return List.copyOf(changes);
  }

  private static String told(Cell cell, @Nullable BigDecimal value) {
    return value == null ? "未填报" : Shown.fact(cell.indicator(), value);
  }

  private static Field field(Title title, Supposition supposition, Facts known) {
    var truth = supposition.titles().getOrDefault(title, known.holds(title));
    return new Field(
        TITLE + title.code(),
        title.label(),
        truth.code(),
        "",
        "text",
        "",
        "",
        standing(known.holds(title)),
        supposition.titles().containsKey(title),
        STANDINGS);
  }

  private static String standing(Truth truth) {
    return switch (truth) {
      case MET -> "持有";
      case NOT_MET -> "未持有";
      case UNKNOWN -> "不明";
    };
  }

  /// What is not among the fields yet.
  public List<Choice> more(Chosen chosen) {
    var more = new ArrayList<Choice>();
    for (var indicator : slots.indicators()) {
      if (chosen.cells().stream().noneMatch(cell -> cell.indicator().equals(indicator))) {
        more.add(new Choice(indicator.code(), indicator.label()));
      }
    }
    for (var title : slots.titles()) {
      if (!chosen.titles().contains(title)) {
        more.add(new Choice(TITLE + title.code(), "称号：" + title.label()));
      }
    }
    return List.copyOf(more);
  }
}
