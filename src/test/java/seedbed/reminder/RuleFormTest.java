package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Period;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.criteria.ReminderPlan.Step;
import seedbed.criteria.ReminderPlan.Whom;
import seedbed.obligation.Kind;
import seedbed.obligation.Periodic;
import seedbed.obligation.Sql;
import seedbed.web.FieldError;
import seedbed.web.Refusal;

@DisplayName("修改提醒规则的表单")
final class RuleFormTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
  private static final Rule RULE =
      new Rule(
          "operating-sheet",
          Period.QUARTER,
          new Due.Days(15),
          Shift.NEXT,
          true,
          List.of(
              new Step(-7, EnumSet.of(Whom.OWNER)),
              new Step(7, EnumSet.of(Whom.OWNER, Whom.LEADER))));

  private static final Kind KIND =
      new Reported("operating-sheet", "运行情况表", EnumSet.allOf(Period.class));

  private record Reported(String code, String label, Set<Period> lengths) implements Periodic {
    @Override
    public Sql handedIn(seedbed.obligation.Period period) {
      return Sql.of("NULL");
    }

    @Override
    public Sql path(seedbed.obligation.Period period) {
      return Sql.of("'/'");
    }
  }

  @Test
  @DisplayName("只能按年填报的，不能改成按季、按月")
  void aKindHasOnlyThePeriodsThatFitIt() {
    Kind sheet = new Reported("sheet", "年度填报表", Set.of(Period.YEAR));
    Rule yearly = new Rule("sheet", Period.YEAR, new Due.Days(120), Shift.NEXT, true, List.of());
    Map<String, String> typed = new HashMap<>(RuleForm.of(yearly, 3, TODAY).fields());
    typed.put("period", "quarter");
    typed.put("from", "2027-01-01");

    assertThatThrownBy(() -> new RuleForm(typed).read(sheet, yearly, false, TODAY))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            wrong ->
                assertThat(wrong.errors())
                    .containsExactly(new FieldError("period", "年度填报表只能按年填报，不能改为按季度。")));
  }

  @Test
  @DisplayName("打开表单不改动就保存，规则不变")
  void whatIsShownReadsTheSame() {
    assertThat(RuleForm.of(RULE, 3, TODAY).read(KIND, RULE, false, TODAY).rule()).isEqualTo(RULE);
  }

  @Test
  @DisplayName("每一处错误都指出：期限、没有对象的步骤、重复的一天、过去的日期、没有理由")
  void everyMistakeIsNamed() {
    Map<String, String> typed = new HashMap<>(RuleForm.of(RULE, 3, TODAY).fields());
    typed.put("due", "04-30");
    typed.put("days-3", "5");
    typed.put("days-4", "-7");
    typed.put("owner-4", "1");
    typed.put("from", "2026-11-28");

    assertThatThrownBy(() -> new RuleForm(typed).read(KIND, RULE, true, TODAY))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            wrong ->
                assertThat(wrong.errors())
                    .extracting(FieldError::field)
                    .containsExactly("due", "owner-3", "days-4", "from", "reason"));
  }

  @Test
  @DisplayName("改填报周期只能从完整的一期开始：按季改按月、按月改按季，都在季度首日；不改周期的哪天都行")
  void aNewLengthBeginsWithAWholePeriod() {
    Rule monthly =
        new Rule("operating-sheet", Period.MONTH, new Due.Days(5), Shift.NONE, true, List.of());
    Map<String, String> typed = new HashMap<>(RuleForm.of(RULE, 3, TODAY).fields());

    typed.put("from", "2027-02-15");
    assertThat(new RuleForm(typed).read(KIND, RULE, false, TODAY).from()).isEqualTo("2027-02-15");
    assertThatThrownBy(() -> new RuleForm(typed).read(KIND, monthly, false, TODAY))
        .isInstanceOf(Refusal.Invalid.class);
    typed.put("period", "month");
    assertThatThrownBy(() -> new RuleForm(typed).read(KIND, RULE, false, TODAY))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            wrong -> {
              assertThat(wrong.errors()).extracting(FieldError::field).containsExactly("from");
              assertThat(wrong.errors().getFirst().message()).contains("2027-04-01");
            });
    typed.put("from", "2027-04-01");
    assertThat(new RuleForm(typed).read(KIND, RULE, false, TODAY).rule().period())
        .isEqualTo(Period.MONTH);
  }

  @Test
  @DisplayName("每类对象只看告知它的最近一步，错过的不补")
  void theNewestStepThatNamesSomebodyCounts() {
    ReminderPlan plan =
        new ReminderPlan(
            new ReminderPlan.Quiet(LocalTime.of(20, 0), LocalTime.of(8, 0)),
            false,
            60,
            Map.of("operating-sheet", RULE));

    assertThat(Reached.of(plan))
        .containsExactlyInAnyOrder(
            new Reached("operating-sheet", Whom.OWNER, -7, 7),
            new Reached("operating-sheet", Whom.OWNER, 7, 61),
            new Reached("operating-sheet", Whom.LEADER, 7, 61));
  }
}
