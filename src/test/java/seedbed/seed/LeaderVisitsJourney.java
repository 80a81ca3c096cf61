package seedbed.seed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;

/// On a phone: the leader looks at what wants attention, then at one company on the way to it, and
/// writes a note after the visit, which becomes a request; the aide adds another one for the
/// leader.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LeaderVisitsJourney {

  /// What a slow line carries in a few seconds.
  private static final int FIRST_PAGE_BYTES = 100 * 1024;

  private static final LocatorAssertions.ContainsTextOptions LONG =
      new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject BeanContext context;

  @BeforeAll
  void loadThePool() throws SQLException {
    DemonstrationPeople.open(context);
  }

  @AfterAll
  void clearThePool() throws SQLException {
    DemonstrationPeople.clear(context);
  }

  @Test
  void fromTheFirstPageToTheNote() {
    Page page = signedIn("leader");
    assertThat(page.locator("h1")).containsText("我的挂钩企业", LONG);
    assertThat(page.content().getBytes(StandardCharsets.UTF_8).length).isLessThan(FIRST_PAGE_BYTES);
    requireFitting(page);
    browser.requireAccessible(page);
    browser.photograph(page, "portfolio-phone");

    Locator card = page.locator(".cards .card").first();
    String company = card.locator("h3 a").textContent().strip();
    card.getByText("去前看一眼").click();

    assertThat(page.locator("h1")).containsText(company);
    assertThat(page.locator(".questions li").first()).containsText("？", LONG);
    requireFitting(page);
    browser.requireAccessible(page);
    browser.photograph(page, "glance-phone");

    page.getByText("记一次走访").click();
    page.locator("#note").fill("看了新车间，企业希望协调用地。");
    requireFitting(page);
    browser.requireAccessible(page);
    press(page, "保存");

    assertThat(page.locator("main")).containsText("看了新车间，企业希望协调用地。");
    assertThat(page.locator("main")).containsText("示例挂钩领导记录");
    browser.requireAccessible(page);
    browser.photograph(page, "visit-phone");
    becomesARequest(page);
    page.close();
    byTheAide(company);
  }

  private void becomesARequest(Page page) {
    page.getByText("转为企业诉求").click();
    assertThat(page.locator("#kind")).hasValue("land");
    assertThat(page.locator("#subject")).hasValue("看了新车间，企业希望协调用地");
    assertThat(page.locator("#wanted")).hasValue("看了新车间，企业希望协调用地。");
    requireFitting(page);
    browser.requireAccessible(page);
    browser.photograph(page, "visit-request-phone");
    page.locator("#subject").fill("协调新车间用地");
    press(page, "提出诉求");

    assertThat(page.locator("main")).containsText("由这次走访提出的诉求");
    page.getByText("协调新车间用地").click();
    assertThat(page.locator("h1")).containsText("协调新车间用地");
    assertThat(page.locator("main")).containsText("示例挂钩领导的走访");
    browser.requireAccessible(page);
  }

  private void byTheAide(String company) {
    Page page = signedIn("aide");
    page.navigate(server.getURL() + "/visits/new");
    page.locator("#company")
        .selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(company));
    page.locator("#note").fill("跟进：已与资规部门约定时间。");
    press(page, "保存");

    assertThat(page.locator("main")).containsText("代 示例挂钩领导 记录：示例联络员");
    page.navigate(server.getURL() + "/visits");
    assertThat(page.locator("tbody tr")).hasCount(2);
    requireFitting(page);
    page.close();
  }

  private static void requireFitting(Page page) {
    assertThat(
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isEqualTo(0);
  }

  private static void press(Page page, String name) {
    page.locator("main")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private Page signedIn(String username) {
    return DemonstrationPeople.signIn(browser.openOnPhone(server.getURL() + "/sign-in"), username);
  }
}
