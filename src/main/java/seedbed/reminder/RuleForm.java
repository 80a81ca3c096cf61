package seedbed.reminder;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Period;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.criteria.ReminderPlan.Step;
import seedbed.criteria.ReminderPlan.Whom;
import seedbed.obligation.Kind;
import seedbed.obligation.Kinds;
import seedbed.obligation.Periodic;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

/// One rule as somebody typed it.
///
/// @param fields everything by name, as it came
record RuleForm(Map<String, String> fields) {

  static final int ROWS = 9;
  private static final int LATEST_DUE = 366;
  private static final int LONGEST_REASON = 500;

  RuleForm {
    fields = Map.copyOf(fields);
  }

  static RuleForm of(Map<String, @Nullable Object> body) {
    Map<String, String> fields = new LinkedHashMap<>();
    body.forEach((name, value) -> {
      if (value != null) {
        fields.put(name, value.toString().strip());
      }
    });
    return new RuleForm(fields);
  }

  /// What a rule looks like before anybody typed anything.
  static RuleForm of(Rule rule, long version, LocalDate today) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("version", "" + version);
    fields.put("from", today.toString());
    Period period = rule.period();
    Due due = rule.due();
    if (period != null && due != null) {
      fields.put("period", period.code());
      fields.put(
          "due",
          due instanceof Due.Day(MonthDay day) ? day.toString().substring(2) : due.written());
      fields.put("shift", rule.shift().code());
      fields.put("newcomers", "" + rule.newcomersOwe());
    }
    int row = 1;
    for (Step step : rule.steps()) {
      fields.put("days-" + row, "" + step.days());
      for (Whom whom : step.tell()) {
        fields.put(whom.code() + "-" + row, "1");
      }
      row++;
    }
    return new RuleForm(fields);
  }

  String field(String name) {
    return fields.getOrDefault(name, "");
  }

  long version() {
    String typed = field("version");
    return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
  }

  /// What was decided: the rule, from when and why.
  record Decided(Rule rule, LocalDate from, String reason) {}

  /// @param kind what the rule is about
  /// @param before the rule that was decided last
  /// @param earliest from which it may hold
  /// @param reasoned whether a reason is asked for
  /// @throws Refusal.Invalid with everything that is wrong
  Decided read(Kind kind, Rule before, boolean reasoned, LocalDate earliest) {
    List<FieldError> errors = new ArrayList<>();
    boolean periodic = before.period() != null;
    Period period = null;
    Due due = null;
    if (periodic) {
      period = Period.of(field("period")).orElse(null);
      if (period == null) {
        errors.add(new FieldError("period", "请选择填报周期。"));
      } else if (kind instanceof Periodic each && !each.lengths().contains(period)) {
        errors.add(
            new FieldError(
                "period",
                "%s只能%s填报，不能改为按%s。"
                    .formatted(each.label(), Kinds.spoken(each.lengths()), period.label())));
      }
      due = due(period, errors);
    }
    Shift shift = periodic ? Shift.of(field("shift")).orElse(Shift.NONE) : Shift.NONE;
    List<Step> steps = steps(errors);
    LocalDate from = from(earliest, errors);
    whole(before.period(), period, from, errors);
    String reason = field("reason");
    if (reasoned && (reason.isEmpty() || reason.length() > LONGEST_REASON)) {
      errors.add(new FieldError("reason", "请写明修改的理由或依据，不超过 " + LONGEST_REASON + " 个字。"));
    }
    if (!errors.isEmpty()) {
      throw new Refusal.Invalid("规则有 " + errors.size() + " 处需要改正。", errors);
    }
    return new Decided(
        new Rule(before.kind(), period, due, shift, !field("newcomers").equals("false"), steps),
        from,
        reason);
  }

  private @Nullable Due due(@Nullable Period period, List<FieldError> errors) {
    String typed = field("due");
    if (typed.matches("[0-9]{1,3}")) {
      int days = Integer.parseInt(typed);
      if (days >= 1 && days <= LATEST_DUE) {
        return new Due.Days(days);
      }
    }
    if (period == Period.YEAR && typed.matches("[0-9]{2}-[0-9]{2}")) {
      try {
        return new Due.Day(MonthDay.parse("--" + typed));
      } catch (DateTimeException _) {
        // falls through to the same sentence as anything else that is no day
      }
    }
    errors.add(
        new FieldError(
            "due",
            "期限请填期满后的天数（1 至 "
                + LATEST_DUE
                + "）"
                + (period == Period.YEAR ? "，或次年的月日，如 04-30。" : "。")));
    return null;
  }

  private List<Step> steps(List<FieldError> errors) {
    List<Step> steps = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int row = 1; row <= ROWS; row++) {
      String typed = field("days-" + row);
      EnumSet<Whom> tell = EnumSet.noneOf(Whom.class);
      for (Whom whom : Whom.values()) {
        if (!field(whom.code() + "-" + row).isEmpty()) {
          tell.add(whom);
        }
      }
      if (typed.isEmpty() && tell.isEmpty()) {
        continue;
      }
      if (!typed.matches("-?[0-9]{1,3}")
          || Integer.parseInt(typed) < ReminderPlan.LEAST
          || Integer.parseInt(typed) > ReminderPlan.MOST) {
        errors.add(
            new FieldError(
                "days-" + row,
                "第 "
                    + row
                    + " 步的天数请填 "
                    + ReminderPlan.LEAST
                    + " 至 "
                    + ReminderPlan.MOST
                    + "，期限前为负。"));
      } else if (tell.isEmpty()) {
        errors.add(new FieldError("owner-" + row, "第 " + row + " 步请选择提醒谁。"));
      } else if (!seen.add(Integer.parseInt(typed))) {
        errors.add(new FieldError("days-" + row, "第 " + row + " 步与前面的一步是同一天，请合并。"));
      } else {
        steps.add(new Step(Integer.parseInt(typed), tell));
      }
    }
    return steps;
  }

  // A period that began by one length and ended by another would be asked for by neither.
  private static void whole(
      @Nullable Period old, @Nullable Period now, LocalDate from, List<FieldError> errors) {
    if (old == null || now == null || old == now) {
      return;
    }
    Period longer = old.months() > now.months() ? old : now;
    seedbed.obligation.Period within = seedbed.obligation.Period.holding(from, longer);
    if (!from.equals(within.firstDay())) {
      errors.add(
          new FieldError(
              "from",
              "填报周期由按%s改为按%s，只能从一个完整的%s开始：请填 %s 或以后的%s首日，以免有的月份两头都不报。"
                  .formatted(
                      old.label(),
                      now.label(),
                      longer.label(),
                      within.next().firstDay(),
                      longer.label())));
    }
  }

  // What was due before stays due as it was.
  private LocalDate from(LocalDate earliest, List<FieldError> errors) {
    try {
      LocalDate from = LocalDate.parse(field("from"));
      if (from.isBefore(earliest)) {
        errors.add(new FieldError("from", "执行日期不能早于 " + earliest + "：以前的期限不改，已经作出的修改也不提前。"));
      }
      return from;
    } catch (DateTimeException _) {
      errors.add(new FieldError("from", "请填写执行日期，如 " + earliest + "。"));
      return earliest;
    }
  }
}
