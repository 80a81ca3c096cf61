package seedbed.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.criteria.ReminderPlan.Step;
import seedbed.criteria.ReminderPlan.Whom;

@DisplayName("规则的历次修改")
final class RulesTest {

  private static final LocalDate FROM = LocalDate.of(2026, 3, 1);

  private static Rule quarterly(String kind, int days) {
    return new Rule(
        kind,
        ReminderPlan.Period.QUARTER,
        new Due.Days(days),
        Shift.NONE,
        true,
        List.of(new Step(0, EnumSet.of(Whom.OWNER))));
  }

  private static ReminderPlan plan(Rule... rules) {
    return new ReminderPlan(
        new ReminderPlan.Quiet(LocalTime.of(20, 0), LocalTime.of(8, 0)),
        false,
        60,
        Stream.of(rules).collect(Collectors.toMap(Rule::kind, rule -> rule)));
  }

  @Test
  @DisplayName("新版本程序增加的事项，旧的修改里没有，按文件执行；改过的仍按修改执行")
  void whatALaterReleaseAddsIsAskedForByTheFile() {
    Rules rules =
        GivenRules.of(
            plan(quarterly("operating-sheet", 15), quarterly("added-later", 5)),
            plan(quarterly("operating-sheet", 20)),
            FROM);
    Period quarter = new Period(2026, 6, ReminderPlan.Period.QUARTER);

    assertThat(rules.due("added-later", quarter)).contains(LocalDate.of(2026, 7, 5));
    assertThat(rules.due("operating-sheet", quarter)).contains(LocalDate.of(2026, 7, 20));
    assertThat(rules.course().last().rules()).containsKeys("added-later", "operating-sheet");
  }
}
