package seedbed.assessment;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.company.TitleYears;
import seedbed.criteria.Indicators;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;

/// Reads the figures and titles of a question to the verdict API.
@Singleton
final class QuestionFacts {
  private static final int MOST_FIGURES = 2_000;
  private static final int MOST_TITLES = 200;

  private final Indicators indicators;
  private final Titles titles;
  private final TitleYears years;
  private final Slots slots;

  QuestionFacts(Indicators indicators, Titles titles, TitleYears years, Slots slots) {
    this.indicators = indicators;
    this.titles = titles;
    this.years = years;
    this.slots = slots;
  }

  static boolean known(Titles titles, String title, JsonField field) {
    if (titles.find(title).isEmpty()) {
      field.refuse("没有“" + title + "”这个称号代码。");
      return false;
    }
    return true;
  }

  Facts read(JsonField root, LocalDate on) {
    var facts = Facts.on(on, slots);
    var newest = new HashMap<Cell, LocalDate>();
    var seen = new HashMap<String, String>();
    var figures = root.get("figures");
    if (!figures.absent()) {
      figures.elements(MOST_FIGURES).forEach(each -> figure(each, on, facts, newest, seen));
    }
    var held = root.get("titles");
    if (!held.absent()) {
      Map<Title, Truth> standings = new HashMap<>();
      slots.titles().forEach(title -> standings.put(title, Truth.NOT_MET));
      held.elements(MOST_TITLES).forEach(each -> title(each, on, standings));
      standings.forEach(facts::held);
    }
    return facts.build();
  }

  private void figure(
      JsonField field,
      LocalDate on,
      Facts.Builder facts,
      Map<Cell, LocalDate> newest,
      Map<String, String> seen) {
    field.knowsOnly(List.of("indicator", "year", "day", "value"));
    var code = field.get("indicator").text();
    if (code.isEmpty()) {
      return;
    }
    var found = indicators.find(code.get());
    if (found.isEmpty()) {
      field.get("indicator").refuse("没有“" + code.get() + "”这个指标代码。");
      return;
    }
    var indicator = found.get();
    var lastDay = period(field, indicator);
    var value = field.get("value").absent() ? null : value(field.get("value"), indicator);
    if (lastDay.isEmpty()) {
      return;
    }
    var earlier = seen.putIfAbsent(indicator.code() + "@" + lastDay.get(), field.path());
    if (earlier != null) {
      field.refuse("与 " + earlier + " 是同一指标同一期，只能给出一个值。");
    } else if (value != null) {
      put(indicator, lastDay.get(), value, on, facts, newest);
    }
  }

  /// The last day of the period, once the field has the kind of period its indicator has.
  private static Optional<LocalDate> period(JsonField field, Indicator indicator) {
    var yearly = indicator.period() == Indicator.Period.YEAR;
    var other = field.get(yearly ? "day" : "year");
    if (!other.absent()) {
      other.refuse(
          "“%s”是%s指标，应写 %s。"
              .formatted(indicator.label(), yearly ? "按年的" : "按日的", yearly ? "year" : "day"));
      return Optional.empty();
    }
    return yearly
        ? field.get("year").year().map(year -> LocalDate.of(year, 12, 31))
        : field.get("day").date();
  }

  private void put(
      Indicator indicator,
      LocalDate lastDay,
      BigDecimal value,
      LocalDate on,
      Facts.Builder facts,
      Map<Cell, LocalDate> newest) {
    var yearly = indicator.period() == Indicator.Period.YEAR;
    var back = yearly ? on.getYear() - 1 - lastDay.getYear() : 0;
    if (back < 0 || back >= Slots.YEARS || (!yearly && lastDay.isAfter(on))) {
      return;
    }
    var cell = slots.cell(indicator, back);
    if (yearly || !lastDay.isBefore(newest.getOrDefault(cell, LocalDate.MIN))) {
      newest.put(cell, lastDay);
      facts.set(cell, value);
    }
  }

  private static @Nullable BigDecimal value(JsonField field, Indicator indicator) {
    return switch (indicator.kind()) {
      case AMOUNT, PERCENT, COUNT, RANK -> number(field, indicator);
      case FLAG -> flag(field);
      case CHOICE -> choice(field, indicator);
      case DATE -> field.date().map(day -> BigDecimal.valueOf(day.toEpochDay())).orElse(null);
    };
  }

  private static @Nullable BigDecimal number(JsonField field, Indicator indicator) {
    var number = field.number().orElse(null);
    var fault = number == null ? null : indicator.fault(number);
    if (fault != null) {
      field.refuse("“" + indicator.label() + "”" + fault + "。");
    }
    return number;
  }

  private static @Nullable BigDecimal flag(JsonField field) {
    var node = field.node();
    if (node != null && node.isBoolean()) {
      return node.booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    field.refuse("应为 true 或 false。");
    return null;
  }

  private static @Nullable BigDecimal choice(JsonField field, Indicator indicator) {
    var answer = field.text();
    if (answer.isEmpty()) {
      return null;
    }
    var option = indicator.option(answer.get());
    if (option < 0) {
      field.refuse(
          "“%s”没有“%s”这个选项，可用的有：%s。"
              .formatted(
                  indicator.label(),
                  answer.get(),
                  indicator.options().stream()
                      .map(Indicator.Option::code)
                      .collect(Collectors.joining("、"))));
      return null;
    }
    return BigDecimal.valueOf(option);
  }

  /// A title without an end is held for its term; after that, nobody can tell.
  private void title(JsonField field, LocalDate on, Map<Title, Truth> standings) {
    field.knowsOnly(List.of("title", "from", "to"));
    var code = field.get("title").text().filter(title -> known(titles, title, field.get("title")));
    var from = field.get("from").date();
    var open = field.get("to").absent();
    var to = open ? Optional.of(LocalDate.MAX) : field.get("to").date();
    if (code.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (to.get().isBefore(from.get())) {
      field.get("to").refuse("终止日不能早于起始日。");
    } else if (!on.isBefore(from.get()) && !on.isAfter(to.get())) {
      var over = open && years.over(code.get(), from.get(), on);
      standings.merge(slots.title(code.get()), over ? Truth.UNKNOWN : Truth.MET, Truth::or);
    }
  }
}
