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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;

/// The office drafts the bulletin of the last quarter, follows a number to its list, writes on, and
/// issues it; the township reads it on a phone.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OfficeIssuesBulletinJourney {

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
  void fromTheDraftToTheIssue() {
    Page office = browser.open(server.getURL() + "/sign-in");
    DemonstrationPeople.signIn(office, "office");

    draft(office);
    String bulletin = office.url();
    followANumber(office);
    write(office, bulletin);
    press(office, "印发");

    assertThat(office.locator(".head")).containsText("已印发");
    assertThat(office.locator(".head")).containsText("通报档〔");
    browser.requireAccessible(office);
    browser.photograph(office, "bulletin");
    readByTheTownship(bulletin);
  }

  private void draft(Page page) {
    page.navigate(server.getURL() + "/bulletins");
    browser.requireAccessible(page);
    page.locator("#period")
        .selectOption(page.locator("#period option").nth(1).getAttribute("value"));
    press(page, "取数并建立草稿");
    assertThat(page.locator("#tiers")).containsText("市培育库");
    browser.requireAccessible(page);
  }

  private void followANumber(Page page) {
    var number = page.locator("#tiers .stat a").first();
    String counted = number.innerText();
    number.click();
    assertThat(page.locator(".pager")).containsText("共 " + counted + " 条");
    browser.requireAccessible(page);
    page.goBack();
  }

  private void write(Page page, String bulletin) {
    page.navigate(bulletin + "/edit");
    browser.requireAccessible(page);
    page.locator("#headline-1").fill("示例：部门联动上门辅导");
    page.locator("#told-1").fill("示例：走访在库企业，现场解答问题。");
    page.locator("#words-tiers").fill("示例：入库工作平稳。");
    press(page, "保存");
    assertThat(page.locator("#highlights")).containsText("部门联动上门辅导");
    assertThat(page.locator("#tiers")).containsText("入库工作平稳");
  }

  private void readByTheTownship(String bulletin) {
    Page phone = browser.openOnPhone(server.getURL() + "/sign-in");
    DemonstrationPeople.signIn(phone, "township");
    phone.navigate(bulletin);
    assertThat(phone.locator("#highlights")).containsText("部门联动上门辅导");
    assertThat(phone.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    assertThat(phone.locator("form[action$=issue]")).hasCount(0);
    browser.photograph(phone, "bulletin-phone");
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }
}
