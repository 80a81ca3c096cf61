package seedbed.seed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/// The office enters a reward that was granted at four fifths, the company finds it, and the
/// dossier has it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OfficeRewardsCompanyJourney {

  private static final String ITEM = "首次认定奖励";

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject DemoPlaces places;
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
  void fromTheDecisionToTheDossier() {
    long company = places.first().orElseThrow().companyId();
    enter(company);
    findAsCompany();
    readTheDossier(company);
  }

  private void enter(long company) {
    LocalDate today = LocalDate.now(clock);
    Page page = signedIn("office");
    page.navigate(server.getURL() + "/companies/" + company);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("奖励兑现").setExact(true))
        .last()
        .click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("登记奖励")).click();
    browser.requireAccessible(page);
    page.locator("#year").fill("" + today.getYear());
    page.locator("#item").fill(ITEM);
    page.locator("#level").selectOption("municipal");
    page.locator("#document").fill("经济高质量发展激励意见");
    page.locator("#due").fill("6");
    page.locator("#granted").fill("4.8");
    page.locator("#decidedOn").fill(today.toString());
    press(page, "登记");
    // Why it is less was forgotten.
    assertThat(page.locator("#reason-problem")).containsText("没有写明原因");
    page.locator("#reason").fill("无产学研，按80%兑现");
    press(page, "登记");
    assertThat(page.locator("h1")).containsText("未到位");
    press(page, "登记到位");
    assertThat(page.locator("h1")).containsText("已到位");
    browser.requireAccessible(page);
    browser.photograph(page, "reward");
    page.close();
  }

  private void findAsCompany() {
    Page page = signedIn("company");
    page.navigate(server.getURL() + "/rewards");
    assertThat(page.locator("main")).containsText(ITEM);
    assertThat(page.locator("main")).containsText("无产学研，按80%兑现");
    assertThat(page.locator("main a[href='/rewards/new']")).hasCount(0);
    browser.requireAccessible(page);
    browser.photograph(page, "rewards-company");
    page.setViewportSize(390, 844);
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    browser.photograph(page, "rewards-company-phone");
    page.close();
  }

  private void readTheDossier(long company) {
    Page page = signedIn("township");
    page.navigate(server.getURL() + "/companies/" + company + "/dossier");
    assertThat(page.locator("#rewards")).containsText(ITEM);
    assertThat(page.locator("#rewards")).containsText("4.80");
    browser.photograph(page, "dossier-rewards");
    page.close();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  private Page signedIn(String username) {
    return DemonstrationPeople.signIn(browser.open(server.getURL() + "/sign-in"), username);
  }
}
