package seedbed.seed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;
import seedbed.request.GivenRequests;

/// A company asks for something, the office routes it, the department lets its day pass, so that it
/// goes up, then answers; the company closes it on its phone.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RequestIsClosedByCompanyJourney {

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject Clock clock;

  @BeforeAll
  void loadThePool() throws SQLException {
    DemonstrationPeople.open(context);
  }

  @AfterAll
  void clearThePool() throws SQLException {
    DemonstrationPeople.clear(context);
  }

  @Test
  void fromTheNeedToTheCompanysWord() {
    String request = raise();
    route(request);
    letItsDayPass(request);
    seeThatItWentUp(request);
    answer();
    close(request);
  }

  private String raise() {
    Page page = signedIn("company");
    page.navigate(server.getURL() + "/requests/new");
    browser.requireAccessible(page);
    page.locator("#kind").selectOption("environment");
    page.locator("#subject").fill("新增喷涂线环评手续");
    page.locator("#wanted").fill("请明确环评类别和办理时限");
    press(page, "提出诉求");

    assertThat(page.locator(".head")).containsText("待分办");
    browser.requireAccessible(page);
    String address = page.url();
    page.close();
    return address;
  }

  private void route(String request) {
    Page page = signedIn("office");
    page.navigate(server.getURL() + "/requests?show=raised");
    browser.requireAccessible(page);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("新增喷涂线环评手续")).click();
    assertThat(page).hasURL(request);
    assertThat(page.locator("#routing-unit")).hasValue("生态环境局");
    page.locator("#routing-unit").selectOption("科技局");
    browser.requireAccessible(page);
    press(page, "分办");

    assertThat(page.locator(".head")).containsText("由 科技局 办理");
    page.close();
  }

  private void letItsDayPass(String request) {
    context
        .getBean(GivenRequests.class)
        .promise(
            Long.parseLong(request.replaceFirst(".*/", "")), LocalDate.now(clock).minusDays(9));
  }

  private void seeThatItWentUp(String request) {
    Page page = signedIn("office");
    page.navigate(server.getURL() + "/requests?show=escalated");
    assertThat(page.locator("tbody")).containsText("已升级至培育办");
    page.navigate(request);
    assertThat(page.locator(".head")).containsText("已逾期 9 天，已升级至培育办");
    browser.photograph(page, "request-escalated");
    page.close();
  }

  private void answer() {
    Page page = signedIn("department");
    page.navigate(server.getURL() + "/confirmations");
    assertThat(page.locator(".notice", new Page.LocatorOptions().setHasText("企业诉求")))
        .containsText("1 件已过承诺期限");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("1 件待答复")).click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("新增喷涂线环评手续")).click();
    browser.requireAccessible(page);
    page.locator("#answer-words").fill("属于登记表类别，网上备案即可，已派人上门指导");
    press(page, "答复");

    assertThat(page.locator(".head")).containsText("待企业确认");
    page.close();
  }

  private void close(String request) {
    Page page =
        DemonstrationPeople.signIn(browser.openOnPhone(server.getURL() + "/sign-in"), "company");
    page.navigate(request);
    assertThat(page.locator("main")).containsText("网上备案即可");
    browser.requireAccessible(page);
    page.getByLabel("非常满意").check();
    page.locator("#agreement-words").fill("已备案");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("main form:visible")).hasCount(0);
    assertThat(page.locator(".nav")).isHidden();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    press(page, "办结并评价");

    assertThat(page.locator(".head")).containsText("已办结");
    assertThat(page.locator(".head")).containsText("曾逾期");
    browser.photograph(page, "request-closed");
    page.close();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private Page signedIn(String username) {
    return DemonstrationPeople.signIn(browser.open(server.getURL() + "/sign-in"), username);
  }
}
