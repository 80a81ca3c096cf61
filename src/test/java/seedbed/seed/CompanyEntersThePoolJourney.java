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
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;

/// A company enters the municipal pool: it applies, the township reviews, a department confirms,
/// the office announces and admits.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompanyEntersThePoolJourney {

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
  void fromTheFirstWordToTheDocument() {
    String application = apply();
    review(application);
    confirm(application);
    announce(application);
    admit(application);
  }

  private String apply() {
    Page page = signedIn("company");
    page.navigate(server.getURL() + "/applications/new");
    press(page, "填写申请");
    browser.requireAccessible(page);

    page.locator("#rd_institution").selectOption("provincial");
    assertThat(page.locator("#kept")).containsText("已保存 1 项");
    assertThat(page.locator("#outcome")).containsText("本次填写");
    browser.photograph(page, "application-written");
    press(page, "提交申请");

    assertThat(page.locator(".head")).containsText("镇（街道）初审");
    String address = page.url();
    page.close();
    return address;
  }

  private void review(String application) {
    Page page = signedIn("township");
    page.navigate(server.getURL() + "/applications?show=mine");
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.navigate(application);
    browser.requireAccessible(page);
    press(page, "初审通过");

    assertThat(page.locator(".head")).containsText("部门核实");
    page.close();
  }

  private void confirm(String application) {
    Page page = signedIn("department");
    page.navigate(application);
    assertThat(page.locator("main")).containsText("研发机构最高级别：省级");
    browser.requireAccessible(page);
    press(page, "属实");

    assertThat(page.locator(".head")).containsText("审定");
    page.close();
  }

  private void announce(String application) {
    Page page = signedIn("office");
    page.navigate(application);
    page.locator("#from").fill(LocalDate.now(clock).minusDays(8).toString());
    press(page, "开始公示");

    assertThat(page.locator(".head")).containsText("公示");
    browser.requireAccessible(page);
    page.close();
  }

  private void admit(String application) {
    Page page = signedIn("office");
    page.navigate(application);
    page.locator("#document").fill("示例〔2026〕1号");
    press(page, "发文入库");

    assertThat(page.locator(".head")).containsText("已入库");
    browser.photograph(page, "application-admitted");
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
