package seedbed.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.calendar.WorkingCalendar;
import seedbed.calendar.WorkingDays;
import seedbed.company.Company;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Period;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.criteria.ReminderPlan.Step;
import seedbed.criteria.ReminderPlan.Whom;
import seedbed.obligation.GivenRules;

/// Ten years go by with every node down on every due day: each step is told exactly once, at the
/// next scan. `-DallDays=true` scans on every other day of the ten years too, where nothing is to
/// be told.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("十年提醒")
final class TenYearsIT {

  private static final LocalDate FROM = LocalDate.of(2017, 1, 1);
  private static final LocalDate TO = LocalDate.of(2026, 12, 31);
  private static final boolean ALL_DAYS = Boolean.getBoolean("allDays");

  /// Steps reach from seven days before a due day to seven days after it, and days off may follow.
  private static final int AROUND = 12;

  private static final int CLOSE = 1;

  @Inject ReminderPeople people;
  @Inject ReminderPlan file;
  @Inject RuleChange change;
  @Inject WorkingCalendar calendar;
  @Inject Scan scan;

  private Company member() {
    people.settle();
    Company company = people.company(ReminderPeople.TOWN);
    people.enrol(company, LocalDate.of(2015, 1, 1), null);
    return company;
  }

  private List<String> told(long owner, String kind) {
    return people.words(
        """
        SELECT CONCAT(r.period, ' ', r.step, ' ', d.told_on)
        FROM reminder r
        JOIN reminder_digest d ON d.id = r.digest_id
        WHERE r.account_id = ?
          AND r.kind = ?
        ORDER BY d.told_on, r.id
        """,
        owner,
        kind);
  }

  @Test
  @DisplayName("每逢期限当天全部停机，每期每步仍恰好提醒一次，节假日也不例外")
  void everyStepIsToldOnceAtTheNextScan() {
    long owner = people.owner(member());
    WorkingDays working = calendar.days();
    Map<String, LocalDate> dues =
        Expected.quarters(FROM.getYear() - 1, TO.getYear(), working::worked);
    Set<LocalDate> down = new HashSet<>(dues.values());

    for (LocalDate day = FROM; !day.isAfter(TO); day = day.plusDays(1)) {
      if (!down.contains(day) && (ALL_DAYS || near(day, down, AROUND))) {
        scan.run(day.atTime(9, 0));
        if (ALL_DAYS || near(day, down, CLOSE)) {
          scan.run(day.atTime(15, 0));
        }
      }
    }

    assertThat(told(owner, "operating-sheet"))
        .containsExactlyInAnyOrderElementsOf(
            Expected.of(
                dues,
                FROM,
                TO,
                day -> !down.contains(day) && (ALL_DAYS || near(day, down, AROUND)),
                working::worked))
        .hasSizeGreaterThan(190);
  }

  @Test
  @DisplayName("期限在月底、在 2 月 29 日（平年为 28 日）的，跨闰年也恰好一次")
  void monthEndsAndLeapDaysAreTold() {
    long owner = people.owner(member());
    WorkingDays working = calendar.days();
    LocalDate from = LocalDate.of(2019, 1, 1);
    LocalDate to = LocalDate.of(2021, 3, 31);
    Map<String, LocalDate> months = Expected.months(2018, 2021);
    Map<String, LocalDate> years = Expected.leapDays(2017, 2020);
    Set<LocalDate> down = new HashSet<>(months.values());
    down.addAll(years.values());
    List<Step> steps =
        Expected.STEPS.stream().map(days -> new Step(days, EnumSet.of(Whom.OWNER))).toList();
    ReminderPlan plan =
        GivenRules.with(
            file,
            List.of(
                new Rule(
                    "operating-sheet", Period.MONTH, new Due.Days(31), Shift.NONE, true, steps),
                new Rule(
                    "sheet",
                    Period.YEAR,
                    new Due.Day(MonthDay.of(2, 29)),
                    Shift.NONE,
                    true,
                    steps)));

    change.during(
        plan,
        LocalDate.of(2016, 1, 1),
        () ->
            from.datesUntil(to.plusDays(1))
                .filter(day -> !down.contains(day))
                .forEach(day -> scan.run(day.atTime(9, 0))));

    assertThat(years).containsEntry("2019", LocalDate.of(2020, 2, 29));
    assertThat(years).containsEntry("2018", LocalDate.of(2019, 2, 28));
    assertThat(told(owner, "operating-sheet"))
        .containsExactlyInAnyOrderElementsOf(
            Expected.of(months, from, to, day -> !down.contains(day), working::worked));
    assertThat(told(owner, "sheet"))
        .containsExactlyInAnyOrderElementsOf(
            Expected.of(years, from, to, day -> !down.contains(day), working::worked))
        .hasSizeGreaterThan(12);
  }

  private static boolean near(LocalDate day, Set<LocalDate> due, int around) {
    for (int days = -around; days <= around; days++) {
      if (due.contains(day.plusDays(days))) {
        return true;
      }
    }
    return false;
  }
}
