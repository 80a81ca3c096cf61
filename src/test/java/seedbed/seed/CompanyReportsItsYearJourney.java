package seedbed.seed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/// A company reports its year: it mends an error and hands in, the township confirms, and a value
/// is corrected by request.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompanyReportsItsYearJourney {

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject DemoSheets examples;

  @BeforeAll
  void loadThePool() throws SQLException {
    DemonstrationPeople.open(context);
    examples.open();
  }

  @AfterAll
  void clearThePool() throws SQLException {
    DemonstrationPeople.clear(context);
  }

  @Test
  void fromAnErrorToACorrection() {
    String sheet = handIn();
    confirm(sheet);
    ask(sheet);
    accept(sheet);
    look();
  }

  private String handIn() {
    Page page = signedIn("company");
    page.navigate(server.getURL() + "/sheets");
    browser.photograph(page, "sheets-own");
    page.locator("tbody tr").first().locator("button, a.button").click();
    page.locator("#class1_ip").fill("3");
    page.locator("#class1_ip_self").fill("4");
    page.locator("#class1_ip_self").blur();
    assertThat(page.locator("#class1_ip_self-problem")).containsText("大于");
    browser.requireAccessible(page);
    browser.photograph(page, "sheet-wrong");

    page.locator("#class1_ip_self").fill("2");
    page.locator("#class1_ip_self").blur();
    assertThat(page.locator("#class1_ip_self-problem")).isEmpty();
    for (var remark : page.locator(".doubt:has(.unknown) + .remark").all()) {
      remark.fill("示例：情况属实。");
    }
    press(page, "提交填报表");

    assertThat(page.locator(".head")).containsText("镇（街道）核对");
    String address = page.url();
    page.close();
    return address;
  }

  private void confirm(String sheet) {
    Page page = signedIn("township");
    page.navigate(server.getURL() + "/sheets?show=waiting");
    browser.requireAccessible(page);
    browser.photograph(page, "sheets-waiting");
    page.navigate(sheet);
    browser.requireAccessible(page);
    browser.photograph(page, "sheet-review");
    press(page, "核对无误，确认");

    assertThat(page.locator(".head")).containsText("已确认");
    page.close();
  }

  private void ask(String sheet) {
    Page page = signedIn("company");
    page.navigate(sheet + "/corrections/new?field=class1_ip_self");
    page.locator("#value").fill("3");
    page.locator("#reason").fill("漏计一项软件著作权。");
    browser.requireAccessible(page);
    browser.photograph(page, "sheet-correction");
    press(page, "提出申请");

    assertThat(page.locator("main")).containsText("办理中");
    page.close();
  }

  private void accept(String sheet) {
    Page page = signedIn("township");
    page.navigate(sheet);
    browser.requireAccessible(page);
    press(page, "同意更正");

    assertThat(page.locator("main")).containsText("同意更正");
    assertThat(page.locator("#class1_ip_self-state")).containsText("更正申请");
    browser.photograph(page, "sheet-corrected");
    page.close();
  }

  private void look() {
    Page page = signedIn("office");
    page.navigate(server.getURL() + "/operating-sheets");
    browser.requireAccessible(page);
    browser.photograph(page, "operating-sheets");
    page.navigate(server.getURL() + "/operating-sheets?show=warned");
    page.locator("tbody a").first().click();
    assertThat(page.locator("svg.line-chart")).isVisible();
    browser.requireAccessible(page);
    browser.photograph(page, "operating-sheet");
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
