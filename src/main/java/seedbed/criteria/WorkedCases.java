package seedbed.criteria;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.WorkedCase.Expected;
import seedbed.criteria.rule.Facts;
import seedbed.criteria.rule.Indicator;
import seedbed.criteria.rule.Indicator.Period;
import seedbed.criteria.rule.Reason;
import seedbed.criteria.rule.Slots;
import seedbed.criteria.rule.Title;
import seedbed.criteria.rule.Truth;

/// Reads worked cases.
public final class WorkedCases {
  private static final List<String> CIRCUMSTANCES =
      List.of("on", "track", "applicant", "figures", "titles");
  private static final List<String> KEYS =
      List.of(
          "name",
          "on",
          "track",
          "applicant",
          "figures",
          "titles",
          "verdict",
          "not_met",
          "unknown",
          "parts",
          "score",
          "sensitive");

  private final Dictionary dictionary;

  private WorkedCases(Rulebook rulebook) {
    dictionary = rulebook.dictionary();
  }

  /// The cases of all editions and notices in the config folder; throws [FaultyConfig] with all
  /// that is wrong with them.
  public static List<WorkedCase> read(Path config, Rulebook rulebook) {
    var problems = new Problems();
    var reader = new WorkedCases(rulebook);
    var cases = new ArrayList<WorkedCase>();
    for (var path : Rulebook.paths(config.resolve("cases"))) {
      problems
          .attempt(() -> reader.cases(YamlValue.of(path, "cases/" + path.getFileName(), problems)))
          .ifPresent(cases::addAll);
    }
    problems.refuse();
    return cases;
  }

  /// The cases in a text, as somebody is writing it.
  public static List<WorkedCase> read(String text, String name, Rulebook rulebook) {
    var problems = new Problems();
    var cases =
        problems.attempt(() -> new WorkedCases(rulebook).cases(YamlValue.of(text, name, problems)));
    problems.refuse();
    return cases.orElseThrow();
  }

  private List<WorkedCase> cases(YamlValue root) {
    var fields = root.fields().only(List.of("edition", "defaults", "cases"));
    var edition = fields.required("edition").text();
    var defaults = fields.optional("defaults");
    var common = defaults == null ? null : defaults.fields().only(CIRCUMSTANCES);
    return fields.required("cases").some(each -> worked(each, edition, common));
  }

  private WorkedCase worked(YamlValue value, String edition, @Nullable YamlFields defaults) {
    var fields = value.fields().only(KEYS);
    var on = either(fields, defaults, "on").date();
    return new WorkedCase(
        edition,
        fields.required("name").text(),
        EditionReader.track(either(fields, defaults, "track")).code(),
        CriterionReader.applicant(either(fields, defaults, "applicant")),
        facts(fields, defaults, on),
        expected(fields),
        value.file(),
        value.line());
  }

  private static YamlValue either(YamlFields own, @Nullable YamlFields defaults, String key) {
    var value = own.optional(key);
    return value == null && defaults != null ? defaults.required(key) : own.required(key);
  }

  private Facts facts(YamlFields own, @Nullable YamlFields defaults, LocalDate on) {
    var facts = Facts.on(on, dictionary.slots());
    if (defaults != null) {
      figures(defaults.optional("figures"), on, facts, false);
    }
    figures(own.optional("figures"), on, facts, true);
    var titles = own.optional("titles");
    titles(titles == null && defaults != null ? defaults.optional("titles") : titles, facts);
    return facts.build();
  }

  /// @param strict whether a year that cannot be read on the day is a mistake; the years of the
  ///   defaults may lie beyond the day of a single case
  private void figures(
      @Nullable YamlValue figures, LocalDate on, Facts.Builder facts, boolean strict) {
    if (figures == null) {
      return;
    }
    var fields = figures.fields();
    fields
        .all()
        .forEach((code, value) -> {
          var indicator = dictionary.indicator(fields.key(code));
          if (indicator.period() == Period.DAY) {
            figure(indicator, 0, value, facts);
          } else if (value.isNull()) {
            for (var back = 0; back < Slots.YEARS; back++) {
              figure(indicator, back, value, facts);
            }
          } else {
            years(indicator, value.fields(), on, facts, strict);
          }
        });
  }

  private void years(
      Indicator indicator, YamlFields years, LocalDate on, Facts.Builder facts, boolean strict) {
    years
        .all()
        .forEach((year, value) -> {
          var back = on.getYear() - 1 - years.key(year).whole(1900, 2999);
          if (back >= 0 && back < Slots.YEARS) {
            figure(indicator, back, value, facts);
          } else if (strict) {
            throw years.key(year).flaw("判定日用不到" + year + "年的数", "请核对年份和on");
          }
        });
  }

  private void figure(Indicator indicator, int back, YamlValue value, Facts.Builder facts) {
    var cell = dictionary.slots().cell(indicator, back);
    if (value.isNull()) {
      facts.missing(cell, Reason.NOT_REPORTED);
    } else {
      facts.set(cell, coded(indicator, value));
    }
  }

  private static BigDecimal coded(Indicator indicator, YamlValue value) {
    return switch (indicator.kind()) {
      case AMOUNT, COUNT, PERCENT, RANK -> value.number();
      case FLAG -> value.truth() ? BigDecimal.ONE : BigDecimal.ZERO;
      case CHOICE -> BigDecimal.valueOf(CriterionReader.option(value, indicator));
      case DATE -> BigDecimal.valueOf(value.date().toEpochDay());
    };
  }

  /// The list is complete: a title that is not in it is not held. Null leaves all unknown.
  private void titles(@Nullable YamlValue titles, Facts.Builder facts) {
    if (titles == null || titles.isNull()) {
      return;
    }
    var held = new HashMap<Title, Truth>();
    titles.items().forEach(code -> held.put(dictionary.title(code), Truth.MET));
    dictionary
        .slots()
        .titles()
        .forEach(title -> facts.held(title, held.getOrDefault(title, Truth.NOT_MET)));
  }

  private static Expected expected(YamlFields fields) {
    return new Expected(
        truth(fields.required("verdict")),
        ids(fields, "not_met"),
        ids(fields, "unknown"),
        fields.optional("parts", WorkedCases::parts, Map.<String, Truth>of()),
        fields.optional("score", YamlValue::text),
        fields.optional("sensitive", YamlValue::truth, false));
  }

  private static List<String> ids(YamlFields fields, String key) {
    return fields.optional(key, ids -> ids.list(YamlValue::text), List.<String>of());
  }

  private static Map<String, Truth> parts(YamlValue value) {
    var parts = new LinkedHashMap<String, Truth>();
    value.fields().all().forEach((id, truth) -> parts.put(id, truth(truth)));
    return parts;
  }

  private static Truth truth(YamlValue value) {
    return WorkedCase.truth(value.text())
        .orElseThrow(() -> value.flaw("不认识的结论“" + value.text() + "”", "请改为met、not-met或unknown"));
  }
}
