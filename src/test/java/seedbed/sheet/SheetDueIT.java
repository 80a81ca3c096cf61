package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Scope;
import seedbed.company.Company;
import seedbed.criteria.ReminderPlan;
import seedbed.criteria.ReminderPlan.Due;
import seedbed.criteria.ReminderPlan.Period;
import seedbed.criteria.ReminderPlan.Rule;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.obligation.Among;
import seedbed.obligation.GivenRules;
import seedbed.obligation.Obligations;
import seedbed.obligation.Obligations.Query;
import seedbed.obligation.Window;
import seedbed.reminder.ReminderPeople;
import seedbed.reminder.RuleChange;

/// Sheets, their lists and what is due name one and the same day.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("填报表和应报事项的期限是同一天")
final class SheetDueIT {

  private static final LocalDate LONG_AGO = LocalDate.of(2009, 1, 1);

  @Inject ReminderPeople people;
  @Inject ReminderPlan file;
  @Inject RuleChange change;
  @Inject Obligations obligations;
  @Inject SheetCalendar calendar;
  @Inject Filling filling;
  @Inject OperatingActs acts;
  @Inject OwedRows rows;
  @Inject Operatings operatings;
  @Inject Sheets sheets;
  @Inject Clock clock;

  @BeforeEach
  void settle() {
    people.settle();
  }

  private Company member() {
    Company company = people.company(ReminderPeople.TOWN);
    people.enrol(company, LONG_AGO, null);
    return company;
  }

  private Clock on(LocalDate day) {
    return Clock.fixed(day.atTime(10, 0).atZone(clock.getZone()).toInstant(), clock.getZone());
  }

  private LocalDate obliged(Company company, String kind, int year, String period) {
    return obligations
        .list(
            Query.of(Window.ofYear(year)),
            Among.companies(List.of(company.id()), LocalDate.now(clock)),
            100,
            0)
        .stream()
        .filter(each -> each.kind().equals(kind) && each.period().equals(period))
        .findFirst()
        .orElseThrow()
        .dueOn();
  }

  private VisibleOperating operating(LocalDate today) {
    return new VisibleOperating(rows, operatings, calendar, on(today));
  }

  private VisibleSheets yearly(LocalDate today) {
    return new VisibleSheets(rows, sheets, calendar, on(today));
  }

  private boolean late(Company company, OperatingPeriod period, LocalDate today) {
    return operating(today)
            .count(period, VisibleOperating.Standing.LATE, new Scope.Single(company.id()))
        == 1;
  }

  private boolean late(Company company, int year, LocalDate today) {
    return yearly(today)
            .count(
                new SheetQuery(year, SheetQuery.Standing.LATE, null, null),
                new Scope.Single(company.id()))
        == 1;
  }

  @Test
  @DisplayName("改了规则，表上、清单、逾期、挂钩领导看到的和应报事项一起改")
  void aChangedRuleChangesTheSheetToo() {
    Company company = member();
    OperatingPeriod period = new OperatingPeriod(2011, 3);
    LocalDate due = LocalDate.of(2011, 4, 20);
    Rule changed =
        new Rule("operating-sheet", Period.QUARTER, new Due.Days(20), Shift.NEXT, true, List.of());

    change.during(
        GivenRules.with(file, List.of(changed)),
        LocalDate.of(2010, 1, 1),
        () -> {
          assertThat(obliged(company, "operating-sheet", 2011, "2011-Q1")).isEqualTo(due);
          assertThat(calendar.operatingDue(2011, 3)).as("for the bulletin").contains(due);
          assertThat(late(company, period, due)).isFalse();
          assertThat(late(company, period, due.plusDays(1))).isTrue();
          assertThat(
                  operating(due)
                      .list(period, null, new Scope.Single(company.id()), 1, 0)
                      .getFirst()
                      .dueOn())
              .isEqualTo(due);
          assertThat(acts.begin(company.id(), period).dueOn()).isEqualTo(due);
          assertThat(
                  new SheetAlarms(
                          yearly(due), operating(due.plusDays(1)), calendar, on(due.plusDays(1)))
                      .late(new Scope.Single(company.id()), 10))
              .extracting(SheetAlarms.Alarm::words)
              .contains("2011 年 1—3 月运行情况表逾期未交，期限 2011-04-20");
        });
  }

  @Test
  @DisplayName("期限逢节假日顺延：没有改过规则，表上和应报事项也是同一天")
  void aHolidayMovesBoth() {
    Company company = member();
    LocalDate due = LocalDate.of(2023, 5, 4);

    assertThat(obliged(company, "sheet", 2023, "2022")).isEqualTo(due);
    assertThat(filling.begin(company.id(), 2022).dueOn()).isEqualTo(due);
    assertThat(late(company, 2022, due)).isFalse();
    assertThat(late(company, 2022, due.plusDays(1))).isTrue();
  }

  @Test
  @DisplayName("以前没有顺延就开始填的表，按现在的期限算逾期")
  void whatWasBegunEarlierFollows() {
    Company company = member();
    people.execute(
        """
        INSERT INTO operating_sheet (company_id, about_year, through_month, stage, due_on, version)
        VALUES (?, 2023, 9, 'DRAFT', '2023-10-15', 0)
        """,
        company.id());
    people.execute(
        """
        INSERT INTO sheet (company_id, about_year, stage, round, since, due_on, version)
        VALUES (?, 2022, 'DRAFT', 0, '2023-03-01', '2023-04-30', 0)
        """,
        company.id());

    assertThat(late(company, new OperatingPeriod(2023, 9), LocalDate.of(2023, 10, 16))).isFalse();
    assertThat(late(company, new OperatingPeriod(2023, 9), LocalDate.of(2023, 10, 17))).isTrue();
    assertThat(late(company, 2022, LocalDate.of(2023, 5, 4))).isFalse();
    assertThat(
            new SheetLists(
                    yearly(LocalDate.of(2023, 5, 4)),
                    sheets,
                    calendar,
                    on(LocalDate.of(2023, 5, 4)))
                .own(company.id())
                .years()
                .getFirst()
                .dueOn())
        .isEqualTo("2023-05-04");
  }
}
