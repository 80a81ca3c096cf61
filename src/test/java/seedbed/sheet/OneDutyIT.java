package seedbed.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
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
import seedbed.obligation.State;
import seedbed.obligation.Window;
import seedbed.reminder.ReminderPeople;
import seedbed.reminder.RuleChange;
import seedbed.signin.Door;

/// Whoever what is due excuses, or does not ask, is not late on any list or page of sheets.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("谁应报、谁免报，填报表清单和应报事项说的一样")
final class OneDutyIT {

  private static final LocalDate LONG_AGO = LocalDate.of(2009, 1, 1);
  private static final OperatingPeriod PERIOD = new OperatingPeriod(2013, 3);
  private static final int YEAR = 2013;
  private static final LocalDate AFTERWARDS = LocalDate.of(2014, 12, 1);

  @Inject ReminderPeople people;
  @Inject ReminderPlan file;
  @Inject RuleChange change;
  @Inject Obligations obligations;
  @Inject SheetCalendar calendar;
  @Inject OwedRows rows;
  @Inject Operatings operatings;
  @Inject Sheets sheets;
  @Inject Door door;
  @Inject Clock clock;

  @BeforeEach
  void settle() {
    people.settle();
  }

  /// How a company came to a period, and what it owes for it.
  private enum Situation {
    MEMBER(State.MISSING, null),
    LET_OFF(State.EXCUSED, "停产整顿"),
    ENTERED_LATE(State.EXCUSED, "入库登记晚于期限"),
    NEWCOMER(State.EXCUSED, "期内入库"),
    NEWCOMER_LET_OFF(State.EXCUSED, "停产整顿"),
    LEFT(null, null),
    NEVER_IN(null, null);

    final @Nullable State state;
    final @Nullable String excuse;

    Situation(@Nullable State state, @Nullable String excuse) {
      this.state = state;
      this.excuse = excuse;
    }
  }

  private Company company(Situation situation, String kind, String period, LocalDate first) {
    Company company = people.company(ReminderPeople.TOWN);
    LocalDate within = first.plusDays(40);
    switch (situation) {
      case MEMBER -> people.enrol(company, LONG_AGO, null);
      case LET_OFF -> {
        people.enrol(company, LONG_AGO, null);
        letOff(company, kind, period);
      }
      case ENTERED_LATE -> {
        people.enrol(company, LONG_AGO, null);
        people.execute(
            "UPDATE title_holding SET recorded_on = ? WHERE company_id = ?",
            AFTERWARDS.minusDays(30),
            company.id());
      }
      case NEWCOMER -> people.enrol(company, within, null);
      case NEWCOMER_LET_OFF -> {
        people.enrol(company, within, null);
        letOff(company, kind, period);
      }
      case LEFT -> people.enrol(company, LONG_AGO, within);
      case NEVER_IN -> {}
    }
    return company;
  }

  private void letOff(Company company, String kind, String period) {
    people.execute(
        """
        INSERT INTO obligation_exemption (company_id, kind, period, standing, reason, decided_on,
                                          decided_by)
        VALUES (?, ?, ?, 1, '停产整顿', '2013-04-01', '试验')
        """,
        company.id(),
        kind,
        period);
  }

  private void underRules(Runnable work) {
    change.during(
        GivenRules.with(
            file,
            List.of(
                new Rule(
                    OperatingSheetOwed.CODE,
                    Period.QUARTER,
                    new Due.Days(15),
                    Shift.NEXT,
                    false,
                    List.of()),
                new Rule(
                    SheetOwed.CODE, Period.YEAR, new Due.Days(120), Shift.NEXT, false, List.of()))),
        LocalDate.of(2010, 1, 1),
        work);
  }

  private @Nullable State obliged(Company company, String kind, String period) {
    return obligations
        .list(
            Query.of(new Window(LocalDate.of(2013, 1, 1), AFTERWARDS)).kind(kind),
            Among.companies(List.of(company.id()), LocalDate.now(clock)),
            100,
            0)
        .stream()
        .filter(each -> each.period().equals(period))
        .map(Obligations.Obligation::state)
        .findFirst()
        .orElse(null);
  }

  private Clock afterwards() {
    return Clock.fixed(
        AFTERWARDS.atTime(10, 0).atZone(clock.getZone()).toInstant(), clock.getZone());
  }

  private VisibleOperating operating() {
    return new VisibleOperating(rows, operatings, calendar, afterwards());
  }

  private VisibleSheets yearly() {
    return new VisibleSheets(rows, sheets, calendar, afterwards());
  }

  @Test
  @DisplayName("运行情况表：逐种情形，清单的未交、逾期、免报、应报和应报事项一致，开始填写以后也一致")
  void operatingSheetsSayWhatIsDue() {
    underRules(() -> {
      Map<Situation, Company> companies = new EnumMap<>(Situation.class);
      for (Situation situation : Situation.values()) {
        companies.put(
            situation,
            company(situation, OperatingSheetOwed.CODE, "2013-Q1", LocalDate.of(2013, 1, 1)));
      }
      companies.forEach((situation, company) -> {
        assertThat(obliged(company, OperatingSheetOwed.CODE, "2013-Q1"))
            .as("due: %s", situation)
            .isEqualTo(situation.state);
        expectOperating(situation, company);
      });
      companies.forEach((situation, company) -> {
        people.execute(
            """
            INSERT INTO operating_sheet (company_id, about_year, through_month, stage, due_on, version)
            VALUES (?, 2013, 3, 'DRAFT', '2013-04-15', 0)
            """,
            company.id());
        expectOperating(situation, company);
      });
    });
  }

  private void expectOperating(Situation situation, Company company) {
    Scope alone = new Scope.Single(company.id());
    long missing = situation.state == State.MISSING ? 1 : 0;
    long excused = situation.state == State.EXCUSED ? 1 : 0;

    assertThat(operating().count(PERIOD, VisibleOperating.Standing.MISSING, alone))
        .as("missing: %s", situation)
        .isEqualTo(missing);
    assertThat(operating().count(PERIOD, VisibleOperating.Standing.LATE, alone))
        .as("late: %s", situation)
        .isEqualTo(missing);
    assertThat(operating().count(PERIOD, VisibleOperating.Standing.EXCUSED, alone))
        .as("excused: %s", situation)
        .isEqualTo(excused);
    assertThat(operating().owed(PERIOD, alone)).as("owed: %s", situation).isEqualTo(missing);
    assertThat(operating().duty(company.id(), PERIOD))
        .as("duty: %s", situation)
        .isEqualTo(new OwedRows.Duty(situation.state != null, situation.excuse));
  }

  @Test
  @DisplayName("年度填报表：逐种情形，清单、镇（街道）合计、企业自己的页和应报事项一致")
  void yearlySheetsSayWhatIsDue() {
    underRules(() -> {
      Map<Situation, Company> companies = new EnumMap<>(Situation.class);
      for (Situation situation : Situation.values()) {
        companies.put(
            situation, company(situation, SheetOwed.CODE, "2013", LocalDate.of(2013, 1, 1)));
      }
      companies.forEach((situation, company) -> {
        assertThat(obliged(company, SheetOwed.CODE, "2013"))
            .as("due: %s", situation)
            .isEqualTo(situation.state);
        expectYearly(situation, company);
      });
      companies.forEach((situation, company) -> {
        people.execute(
            """
            INSERT INTO sheet (company_id, about_year, stage, round, since, due_on, version)
            VALUES (?, 2013, 'DRAFT', 0, '2014-03-01', '2014-04-30', 0)
            """,
            company.id());
        expectYearly(situation, company);
      });
    });
  }

  private void expectYearly(Situation situation, Company company) {
    Scope alone = new Scope.Single(company.id());
    long missing = situation.state == State.MISSING ? 1 : 0;
    long excused = situation.state == State.EXCUSED ? 1 : 0;
    SheetQuery all = new SheetQuery(YEAR, null, null, null);

    assertThat(yearly().count(all.standing(SheetQuery.Standing.MISSING), alone))
        .as("missing: %s", situation)
        .isEqualTo(missing);
    assertThat(yearly().count(all.standing(SheetQuery.Standing.LATE), alone))
        .as("late: %s", situation)
        .isEqualTo(missing);
    assertThat(yearly().count(all.standing(SheetQuery.Standing.EXCUSED), alone))
        .as("excused: %s", situation)
        .isEqualTo(excused);
    assertThat(
            yearly().towns(all, alone).stream()
                .mapToLong(town -> 10 * town.owed() + town.late())
                .sum())
        .as("towns: %s", situation)
        .isEqualTo(11 * missing);
    OwnSheets.Year own =
        new SheetLists(yearly(), sheets, calendar, afterwards())
            .own(company.id()).years().stream()
                .filter(year -> year.year() == YEAR)
                .findFirst()
                .orElseThrow();
    assertThat(own.late()).as("own page: %s", situation).isEqualTo(missing == 1);
    assertThat(own.relief())
        .as("own page: %s", situation)
        .isEqualTo(
            situation.state == State.EXCUSED
                ? State.EXCUSED.label()
                : situation.state == null ? State.NOT_OWED.label() : null);
  }

  @Test
  @DisplayName("不应报而报的年度填报表，办理记录不说逾期；应报的说")
  void whatIsHandedInWithoutBeingOwedIsNotLate() {
    underRules(() -> {
      assertThat(history(company(Situation.NEVER_IN, SheetOwed.CODE, "2013", LONG_AGO)))
          .contains("提交填报表")
          .doesNotContain("逾期办理");
      assertThat(history(company(Situation.MEMBER, SheetOwed.CODE, "2013", LONG_AGO)))
          .contains("逾期办理");
    });
  }

  @Test
  @DisplayName("免报而报了的，两份清单都算免报")
  void whatIsHandedInAlthoughExcusedCountsTheSameEverywhere() {
    underRules(() -> {
      Company company = company(Situation.LET_OFF, SheetOwed.CODE, "2013", LONG_AGO);
      history(company);
      SheetQuery excused = new SheetQuery(YEAR, SheetQuery.Standing.EXCUSED, null, null);

      assertThat(obliged(company, SheetOwed.CODE, "2013")).isEqualTo(State.EXCUSED);
      assertThat(yearly().count(excused, new Scope.Single(company.id()))).isEqualTo(1);
      var row = yearly().list(excused, new Scope.Single(company.id()), 1, 0).getFirst();
      SheetList.Line line = new SheetLists(yearly(), sheets, calendar, afterwards()).line(row);
      assertThat(line.state()).isEqualTo(Stage.TOWNSHIP.label());
      assertThat(line.excuse()).isEqualTo("免报：停产整顿");
    });
  }

  private String history(Company company) {
    people.execute(
        """
        INSERT INTO sheet (company_id, about_year, stage, round, since, due_on, version)
        VALUES (?, 2013, 'TOWNSHIP', 1, '2014-11-01', '2014-11-11', 0)
        """,
        company.id());
    people.execute(
        """
        INSERT INTO sheet_step (sheet_id, round, move, stage, due_on, done_on, done_at, done_by,
                                done_as)
        SELECT id, 1, 'SUBMIT', 'TOWNSHIP', '2014-04-30', '2014-11-01', '2014-11-01 10:00:00',
               '试验', '企业'
        FROM sheet
        WHERE company_id = ?
        """,
        company.id());
    long sheet = sheets.findByCompanyIdAndAboutYear(company.id(), 2013).orElseThrow().id();
    String owner = people.session(Role.COMPANY, ReminderPeople.TOWN, company);
    return door.page("/sheets/" + sheet, owner).page().select("section:contains(办理记录)").text();
  }

  @Test
  @DisplayName("企业自己的运行情况页：不应报、免报的期不说已过期限，也不标红")
  void aCompanyIsNotCalledLateForWhatItDoesNotOwe() {
    LocalDate today = LocalDate.now(clock);
    OperatingPeriod last = calendar.latest(today);
    OperatingPeriod before = calendar.before(last);
    Company stranger = people.company(ReminderPeople.TOWN);
    Company late = people.company(ReminderPeople.TOWN);
    people.enrol(late, LONG_AGO, null);
    Company fresh = people.company(ReminderPeople.TOWN);
    people.enrol(fresh, last.lastDay(), null);

    String never = own(stranger);
    String always = own(late);
    String since = own(fresh);

    assertThat(never).contains("不应报").doesNotContain("已过期限");
    assertThat(always).contains("已过期限").doesNotContain("不应报");
    assertThat(since).contains(before.label() + "不应报");
  }

  private String own(Company company) {
    String owner = people.session(Role.COMPANY, ReminderPeople.TOWN, company);
    return door.page("/operating-sheets", owner).page().select("main .listing").text();
  }
}
