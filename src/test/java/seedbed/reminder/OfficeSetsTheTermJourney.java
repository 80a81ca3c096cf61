package seedbed.reminder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;
import seedbed.access.Role;
import seedbed.company.Company;
import seedbed.criteria.ReminderPlan.Shift;
import seedbed.obligation.RuleVersions;
import seedbed.obligation.Rules;

/// The office changes when something is due and sees next year's calendar; a company is reminded
/// once, reports, and is left alone; after a week in which nothing ran everybody gets one summary.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.test.offices", value = ReminderPeople.COUNTY)
final class OfficeSetsTheTermJourney {

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject ReminderPeople people;
  @Inject Scan scan;
  @Inject Rules rules;
  @Inject RuleVersions versions;
  @Inject Clock clock;

  private YearMonth end = YearMonth.of(2026, 9);

  // The last quarter that is over, and a company that owes nothing but its sheet.
  @BeforeEach
  void settle() {
    people.settle();
    YearMonth month = YearMonth.now(clock).minusMonths(1);
    while (month.getMonthValue() % 3 != 0) {
      month = month.minusMonths(1);
    }
    end = month;
  }

  @Test
  void theOfficeChangesARuleAndSeesNextYear() {
    long before = versions.newest();
    try {
      Page page = signedIn(people.session(Role.OFFICE, ReminderPeople.COUNTY, null));
      page.navigate(server.getURL() + "/reminder-rules/operating-sheet");
      page.locator("#due").fill("20");
      page.locator("#from").fill(LocalDate.now(clock).toString());
      press(page, "预览未来十二个月");
      assertThat(page.locator("#preview")).containsText("原为");
      browser.requireAccessible(page);
      browser.photograph(page, "rule-preview");

      page.locator("#reason").fill("报表多，期限放宽五天");
      press(page, "保存");
      assertThat(page.locator("main")).containsText("期满后 20 天内");

      LocalDate due = due(YearMonth.now(clock));
      page.navigate(server.getURL() + "/obligations/calendar?month=" + YearMonth.from(due));
      assertThat(page.locator("main")).containsText("运行情况表");
      browser.requireAccessible(page);
      browser.photograph(page, "calendar-after-a-change");
      page.close();
    } finally {
      RuleChange.forget(before);
    }
  }

  @Test
  void whoHasReportedGetsNoSecondMessage() {
    Company company = member();
    String session = people.session(Role.COMPANY, ReminderPeople.TOWN, company);
    LocalDate due = due(end);
    scan(due);

    Page page = signedIn(session);
    page.navigate(server.getURL() + "/inbox");
    assertThat(page.locator(".messages li")).hasCount(1);
    assertThat(page.locator(".messages li")).containsText("运行情况表");
    browser.requireAccessible(page);
    press(page, "打开");
    page.navigate(server.getURL() + "/operating-sheets");
    page.locator("form button:has-text('开始填写')").first().click();
    type(page, "#sales", "1200", "1");
    type(page, "#forecast", "1700", "2");
    press(page, "提交");
    assertThat(page.locator(".head")).containsText("已提交");

    scan(next(due.plusDays(1)));
    scan(next(due.plusDays(7)));
    page.navigate(server.getURL() + "/inbox");
    assertThat(page.locator(".messages li")).hasCount(1);
    browser.photograph(page, "reminded-once");
    page.close();
  }

  @Test
  void aWeekOffIsMadeUpForByOneSummary() {
    Company company = member();
    List<String> sessions =
        List.of(
            people.session(Role.COMPANY, ReminderPeople.TOWN, company),
            people.session(Role.TOWNSHIP, ReminderPeople.TOWN, null));
    LocalDate back = next(due(end).plusDays(7));

    scan(back);
    scan(back);

    for (String session : sessions) {
      Page page = signedIn(session);
      page.navigate(server.getURL() + "/inbox");
      assertThat(page.locator(".messages li")).hasCount(1);
      assertThat(page.locator(".messages li")).containsText("逾期");
      browser.photograph(page, "summary-after-a-week");
      page.close();
    }
  }

  private Company member() {
    Company company = people.company(ReminderPeople.TOWN);
    people.enrol(company, end.minusMonths(2).atDay(1), null);
    return company;
  }

  private LocalDate due(YearMonth month) {
    YearMonth quarter = month;
    while (quarter.getMonthValue() % 3 != 0) {
      quarter = quarter.plusMonths(1);
    }
    return rules.dues("operating-sheet").after(quarter.atEndOfMonth()).orElseThrow();
  }

  private LocalDate next(LocalDate day) {
    return rules.days().shifted(day, Shift.NEXT);
  }

  private void scan(LocalDate day) {
    scan.run(day.atTime(9, 0));
  }

  // What is typed is kept at once, and the page learns its new version.
  private static void type(Page page, String field, String value, String version) {
    page.locator(field).fill(value);
    page.locator(field).blur();
    assertThat(page.locator("#version")).hasValue(version);
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
  }

  // The people are new ones, with a session each.
  private Page signedIn(String session) {
    Page page = browser.open(server.getURL() + "/sign-in");
    String[] parts = session.split("=", 2);
    page.context()
        .addCookies(List.of(new Cookie(parts[0], parts[1]).setUrl(server.getURL().toString())));
    return page;
  }
}
