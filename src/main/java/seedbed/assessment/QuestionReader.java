package seedbed.assessment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ChecklistTrack;
import seedbed.criteria.Editions;
import seedbed.criteria.Indicators;
import seedbed.criteria.Selection;
import seedbed.criteria.Titles;
import seedbed.criteria.rule.Cell;
import seedbed.criteria.rule.Checklist;
import seedbed.criteria.rule.Checklist.Applicant;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Truth;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// Reads a question to the verdict API: which checklist, and which facts.
@Singleton
final class QuestionReader {
  private static final int MOST_FIGURES = 2_000;
  private static final int MOST_TITLES = 200;
  private static final int MOST_ERRORS = 50;

  /// Decimals keep their digits; a key that stands twice is an error rather than a choice.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final Editions editions;
  private final Indicators indicators;
  private final Titles titles;
  private final Slots slots;

  QuestionReader(Editions editions, Indicators indicators, Titles titles, Slots slots) {
    this.editions = editions;
    this.indicators = indicators;
    this.titles = titles;
    this.slots = slots;
  }

  /// A checklist and the facts to judge by it.
  record Question(Checklist checklist, Facts facts) {}

  /// Reads the text.
  ///
  /// @throws Refusal.Invalid naming every field that is wrong
  Question read(String text) {
    var errors = new ArrayList<FieldError>();
    var root = parsed(text, errors);
    root.knowsOnly(List.of("title", "track", "applicant", "on", "edition", "figures", "titles"));
    var on = root.get("on").date();
    var facts = on.map(day -> facts(root, day));
    var checklist = on.flatMap(day -> checklist(root, day));
    if (!errors.isEmpty() || facts.isEmpty() || checklist.isEmpty()) {
      throw new Refusal.Invalid(
          "请求中有 " + errors.size() + " 处需要改正。",
          errors.subList(0, Math.min(errors.size(), MOST_ERRORS)));
    }
    return new Question(checklist.get(), facts.get());
  }

  private static JsonField parsed(String text, List<FieldError> errors) {
    try {
      var root = JSON.readTree(text);
      if (root != null && root.isObject()) {
        return new JsonField("", root, errors);
      }
    } catch (JsonProcessingException e) {
      var place = e.getLocation();
      throw new Refusal.Invalid(
          "",
          "请求不是有效的 JSON"
              + (place == null
                  ? "。"
                  : "：第 " + place.getLineNr() + " 行第 " + place.getColumnNr() + " 列附近有误。"));
    }
    throw new Refusal.Invalid("", "请求应为一个 JSON 对象。");
  }

  private Optional<Checklist> checklist(JsonField root, LocalDate on) {
    var track = root.get("track").textOr(ChecklistTrack.GENERAL.code());
    var applicant = root.get("applicant").textOr(Applicant.NEW.code());
    if (track.isEmpty() || applicant.isEmpty()) {
      return Optional.empty();
    }
    if (ChecklistTrack.of(track.get()).isEmpty()) {
      root.get("track").refuse("没有“" + track.get() + "”这个类别，可用的有：" + tracks() + "。");
      return Optional.empty();
    }
    var kind =
        Arrays.stream(Applicant.values())
            .filter(each -> each.code().equals(applicant.get()))
            .findFirst();
    if (kind.isEmpty()) {
      root.get("applicant").refuse("应为 new（新申报）或 renewal（复核）。");
      return Optional.empty();
    }
    return root.get("edition").absent()
        ? inForce(root, track.get(), kind.get(), on)
        : named(root, track.get(), kind.get(), on);
  }

  private static String tracks() {
    return Arrays.stream(ChecklistTrack.values())
        .map(ChecklistTrack::code)
        .collect(Collectors.joining("、"));
  }

  private Optional<Checklist> inForce(
      JsonField root, String track, Applicant applicant, LocalDate on) {
    var field = root.get("title");
    if (field.absent()) {
      field.refuse("title 与 edition 至少填写一个。");
      return Optional.empty();
    }
    return field
        .text()
        .filter(title -> known(title, field))
        .flatMap(title -> {
          var found = editions.inForce(title, track, applicant, on);
          if (found.isEmpty()) {
            field.refuse(
                "%s 没有“%s”（%s，%s）的现行标准。"
                    .formatted(on, titles.get(title).label(), track, applicant.label()));
          }
          return found;
        });
  }

  private boolean known(String title, JsonField field) {
    if (titles.find(title).isEmpty()) {
      field.refuse("没有“" + title + "”这个称号代码。");
      return false;
    }
    return true;
  }

  private Optional<Checklist> named(
      JsonField root, String track, Applicant applicant, LocalDate on) {
    var field = root.get("edition");
    return field
        .text()
        .flatMap(id ->
            switch (editions.checklist(id, track, applicant, on)) {
              case Selection.Found(var checklist) -> about(root, checklist);
              case Selection.NoSuchEdition _ -> {
                field.refuse("没有“" + id + "”这个标准版本。");
                yield Optional.empty();
              }
              case Selection.NoSuchChecklist(_, var tracks, var applicants) -> {
                root.get("track")
                    .refuse(
                        "该版本没有这一类别的标准，可用的类别：%s；适用：%s。"
                            .formatted(
                                String.join("、", tracks),
                                applicants.stream()
                                    .map(Applicant::code)
                                    .collect(Collectors.joining("、"))));
                yield Optional.empty();
              }
              case Selection.NothingInForce _ -> {
                root.get("on").refuse(on + " 没有该通知所依据的现行标准。");
                yield Optional.empty();
              }
            });
  }

  private static Optional<Checklist> about(JsonField root, Checklist checklist) {
    var field = root.get("title");
    if (!field.absent() && !field.text().equals(Optional.of(checklist.title()))) {
      field.refuse("该版本这一类别对应的称号是“" + checklist.title() + "”。");
      return Optional.empty();
    }
    return Optional.of(checklist);
  }

  private Facts facts(JsonField root, LocalDate on) {
    var facts = Facts.on(on, slots);
    var newest = new HashMap<Cell, LocalDate>();
    var seen = new HashMap<String, String>();
    var figures = root.get("figures");
    if (!figures.absent()) {
      figures.elements(MOST_FIGURES).forEach(each -> figure(each, on, facts, newest, seen));
    }
    var held = root.get("titles");
    if (!held.absent()) {
      slots.titles().forEach(title -> facts.held(title, Truth.NOT_MET));
      held.elements(MOST_TITLES).forEach(each -> title(each, on, facts));
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
      case AMOUNT, PERCENT -> field.number().orElse(null);
      case COUNT -> count(field, indicator);
      case RANK -> rank(field);
      case FLAG -> flag(field);
      case CHOICE -> choice(field, indicator);
      case DATE -> field.date().map(day -> BigDecimal.valueOf(day.toEpochDay())).orElse(null);
    };
  }

  private static @Nullable BigDecimal count(JsonField field, Indicator indicator) {
    var number = field.number();
    if (number.isPresent() && number.get().signum() < 0) {
      field.refuse("“" + indicator.label() + "”不能为负数。");
    } else if (number.isPresent() && number.get().scale() > 0 && !indicator.unit().equals("分")) {
      field.refuse("“" + indicator.label() + "”应为整数。");
    }
    return number.orElse(null);
  }

  private static @Nullable BigDecimal rank(JsonField field) {
    var number = field.number();
    if (number.isPresent() && (number.get().signum() <= 0 || number.get().scale() > 0)) {
      field.refuse("名次应为 1、2、3 … 的整数。");
    }
    return number.orElse(null);
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

  private void title(JsonField field, LocalDate on, Facts.Builder facts) {
    field.knowsOnly(List.of("title", "from", "to"));
    var code = field.get("title").text().filter(title -> known(title, field.get("title")));
    var from = field.get("from").date();
    var to = field.get("to").absent() ? Optional.of(LocalDate.MAX) : field.get("to").date();
    if (code.isEmpty() || from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (to.get().isBefore(from.get())) {
      field.get("to").refuse("终止日不能早于起始日。");
    } else if (!on.isBefore(from.get()) && !on.isAfter(to.get())) {
      facts.held(slots.title(code.get()), Truth.MET);
    }
  }
}
