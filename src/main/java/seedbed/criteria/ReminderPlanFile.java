package seedbed.criteria;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Period;
import seedbed.criteria.ReminderPlan.Quiet;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.criteria.ReminderPlan.Step;
import seedbed.criteria.ReminderPlan.Whom;
import seedbed.startup.StartFailure;

/// Reads and writes reminder plans as `reminders.yml` of the config folder has them, a wrong one of
/// which stops the start. Plans that are changed in the browser are kept in the same form.
@Factory
public final class ReminderPlanFile {

  private static final String NAME = "reminders.yml";
  private static final int LONGEST_LOOK_BACK = 365;
  private static final int LATEST_DUE = 366;

  @Context
  ReminderPlan plan(@Property(name = "seedbed.config", defaultValue = "config") String folder) {
    try {
      return read(ConfigFolder.find(folder).resolve(NAME));
    } catch (FaultyConfig e) {
      throw new StartFailure(String.valueOf(e.getMessage()), e);
    }
  }

  private static ReminderPlan read(Path file) {
    var problems = new Problems();
    var text = problems.attempt(() -> YamlValue.text(file, NAME));
    problems.refuse();
    return read(text.orElseThrow());
  }

  /// @throws FaultyConfig with everything that is wrong
  public static ReminderPlan read(String text) {
    var problems = new Problems();
    var plan = problems.attempt(() -> plan(YamlValue.of(text, NAME, problems)));
    problems.refuse();
    return plan.orElseThrow();
  }

  private static ReminderPlan plan(YamlValue value) {
    var fields = value.fields().only(List.of("quiet", "rest-days", "look-back", "rules"));
    Map<String, Rule> rules = new LinkedHashMap<>();
    fields
        .required("rules")
        .fields()
        .all()
        .forEach((kind, rule) ->
            value.problems().attempt(() -> rule(kind, rule)).ifPresent(r -> rules.put(kind, r)));
    var quiet = fields.required("quiet").fields().only(List.of("from", "to"));
    return new ReminderPlan(
        new Quiet(time(quiet.required("from")), time(quiet.required("to"))),
        fields.required("rest-days").truth(),
        fields.required("look-back").whole(1, LONGEST_LOOK_BACK),
        rules);
  }

  private static Rule rule(String kind, YamlValue value) {
    var fields = value.fields().only(List.of("period", "due", "shift", "newcomers-owe", "steps"));
    var period = fields.optional("period", ReminderPlanFile::period);
    var due = fields.optional("due", ReminderPlanFile::due);
    if ((period == null) != (due == null)) {
      throw value.flaw("period和due只写了一项", "按期填报的两项都写；各有期限的两项都不写");
    }
    if (due instanceof Due.Day && period != Period.YEAR) {
      throw fields.key("due").flaw("只有按年的可以写成月日", "请写期满后多少天，或把period改为year");
    }
    Set<Integer> days = new HashSet<>();
    return new Rule(
        kind,
        period,
        due,
        fields.optional("shift", ReminderPlanFile::shift, Shift.NONE),
        fields.optional("newcomers-owe", YamlValue::truth, true),
        fields.required("steps").list(each -> step(each, days)));
  }

  private static Step step(YamlValue value, Set<Integer> others) {
    var fields = value.fields().only(List.of("days", "tell"));
    var days = fields.required("days").whole(ReminderPlan.LEAST, ReminderPlan.MOST);
    if (!others.add(days)) {
      throw value.flaw("第" + days + "天写了两次", "请合并为一步");
    }
    return new Step(
        days,
        fields.required("tell").some(ReminderPlanFile::whom).stream()
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Whom.class))));
  }

  private static Whom whom(YamlValue value) {
    return Whom.of(value.text())
        .orElseThrow(() ->
            value.flaw(
                "没有“" + value.text() + "”这种提醒对象",
                "可用：owner（应报人）、township（镇街）、office（培育办）、leader（挂钩领导）"));
  }

  private static Period period(YamlValue value) {
    return Period.of(value.text())
        .orElseThrow(
            () -> value.flaw("没有“" + value.text() + "”这种周期", "可用：month、quarter、half、year"));
  }

  private static Shift shift(YamlValue value) {
    return Shift.of(value.text())
        .orElseThrow(() ->
            value.flaw(
                "没有“" + value.text() + "”这种顺延办法",
                "可用：none（不顺延）、next（顺延到下一个工作日）、previous（提前到上一个工作日）"));
  }

  private static Due due(YamlValue value) {
    var text = value.text();
    if (!text.startsWith("-")) {
      return new Due.Days(value.whole(1, LATEST_DUE));
    }
    try {
      return new Due.Day(MonthDay.parse(text));
    } catch (DateTimeException e) {
      throw value.flaw("“" + text + "”不是有效的月日", "请写成 --04-30 的形式，或写期满后多少天");
    }
  }

  private static LocalTime time(YamlValue value) {
    try {
      return LocalTime.parse(value.text());
    } catch (DateTimeException e) {
      throw value.flaw("“" + value.text() + "”不是有效的时刻", "请写成 \"20:00\" 的形式，带引号");
    }
  }

  /// The plan as a file; reading it gives the same plan.
  public static String write(ReminderPlan plan) {
    StringBuilder text = new StringBuilder();
    text.append(
        "quiet: {from: \"%s\", to: \"%s\"}\n".formatted(plan.quiet().from(), plan.quiet().to()));
    text.append(
        "rest-days: %s\nlook-back: %d\nrules:\n".formatted(plan.restDays(), plan.lookBack()));
    plan.rules().values().forEach(rule -> write(rule, text));
    return text.toString();
  }

  private static void write(Rule rule, StringBuilder text) {
    text.append("  ").append(rule.kind()).append(":\n");
    if (rule.period() != null && rule.due() != null) {
      text.append(
          "    period: %s\n    due: %s\n".formatted(rule.period().code(), rule.due().written()));
      text.append("    newcomers-owe: %s\n".formatted(rule.newcomersOwe()));
    }
    text.append(
        "    shift: %s\n    steps:%s\n"
            .formatted(rule.shift().code(), rule.steps().isEmpty() ? " []" : ""));
    for (Step step : rule.steps()) {
      text.append(
          "      - {days: %d, tell: [%s]}\n"
              .formatted(
                  step.days(),
                  step.tell().stream().map(Whom::code).collect(Collectors.joining(", "))));
    }
  }
}
