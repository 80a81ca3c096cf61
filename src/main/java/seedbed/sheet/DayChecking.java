package seedbed.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import seedbed.criteria.SheetPlan;
import seedbed.criteria.SheetPlan.Level;

/// Checks the days of a sheet: those before which nothing is believed without a word, and those
/// that do not change from year to year.
final class DayChecking {

  private final SheetPlan.Days plan;

  DayChecking(SheetPlan.Days plan) {
    this.plan = plan;
  }

  /// @param now this year's days by indicator
  /// @param before what was known before
  List<Doubt> check(Map<String, LocalDate> now, Map<String, LocalDate> before) {
    List<Doubt> doubts = new ArrayList<>();
    now.forEach((code, day) -> {
      if (day.isBefore(plan.earliest())) {
        doubts.add(notice(code, "早于 " + plan.earliest() + "，请核对年份；属实的请说明原因。"));
      }
      LocalDate known = before.get(code);
      if (known != null && !known.equals(day) && plan.steady().contains(code)) {
        doubts.add(notice(code, "以前填报的是 " + known + "，一般不会改变，请核对；属实的请说明原因。"));
      }
    });
    return List.copyOf(doubts);
  }

  private static Doubt notice(String code, String sentence) {
    return new Doubt(code, Level.NOTICE, sentence);
  }
}
