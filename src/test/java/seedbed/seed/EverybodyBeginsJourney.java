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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import seedbed.Browser;
import seedbed.assessment.PoolAssessment;

/// Each demonstration account signs in and sees the page it begins with: what is due, what is
/// wrong, what is closest.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EverybodyBeginsJourney {

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject PoolAssessment pool;
  @Inject Clock clock;

  @BeforeAll
  void loadThePool() throws SQLException {
    DemonstrationPeople.open(context);
    judge();
  }

  @AfterAll
  void clearThePool() throws SQLException {
    DemonstrationPeople.clear(context);
  }

  @ParameterizedTest
  @CsvSource({
    "office, /overview, 工作台",
    "township, /overview, 工作台",
    "department, /confirmations, 待核实",
    "leader, /portfolio, 我的挂钩企业",
    "inspector, /lookups, 检查前查询企业"
  })
  void beginsWithTheOwnWork(String username, String path, String head) {
    Page page = DemonstrationPeople.signIn(browser.open(server.getURL() + "/sign-in"), username);

    assertThat(page).hasURL(server.getURL() + path);
    assertThat(page.locator("h1")).containsText(head);
    browser.requireAccessible(page);
    browser.photograph(page, "begins-" + username);
  }

  @Test
  void aCompanyBeginsWithItself() {
    Page page = DemonstrationPeople.signIn(browser.open(server.getURL() + "/sign-in"), "company");

    assertThat(page.url()).contains("/companies/");
    assertThat(page.locator(".agenda li").first()).isVisible();
    browser.requireAccessible(page);
    browser.photograph(page, "begins-company");
  }

  @Test
  void aCompanySeesOnAPhoneWhatIsDue() {
    Page page =
        DemonstrationPeople.signIn(browser.openOnPhone(server.getURL() + "/sign-in"), "company");

    assertThat(page.locator(".agenda li").first()).isVisible();
    assertThat(overflow(page)).isZero();
    browser.photograph(page, "begins-company-phone");
  }

  @Test
  void anAuditorBeginsWithTheTrail() {
    Page page = DemonstrationPeople.signIn(browser.open(server.getURL() + "/sign-in"), "auditor");

    assertThat(page).hasURL(server.getURL() + "/trail");
    browser.photograph(page, "begins-auditor");
  }

  @ParameterizedTest
  @CsvSource({"leader", "inspector"})
  @DisplayName("挂钩领导和检查人员的首页在手机上一栏显示，不足 100 KB")
  void isReadableOnAPhone(String username) {
    Page page =
        DemonstrationPeople.signIn(browser.openOnPhone(server.getURL() + "/sign-in"), username);

    assertThat(overflow(page)).isZero();
    assertThat(page.content().length()).isLessThan(100_000);
    browser.requireAccessible(page);
    browser.photograph(page, "begins-" + username + "-phone");
  }

  @Test
  void anInspectorLearnsWhetherToFileBeforehand() {
    Page page =
        DemonstrationPeople.signIn(browser.openOnPhone(server.getURL() + "/sign-in"), "inspector");

    page.locator("#q").fill("示例");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查询")).click();

    assertThat(page.locator(".found .card").first()).containsText("信用代码");
    assertThat(page.locator("main")).not().containsText("营业收入");
    assertThat(overflow(page)).isZero();
    browser.requireAccessible(page);
    browser.photograph(page, "lookup-phone");
  }

  @ParameterizedTest
  @CsvSource({"/account", "/account/password", "/account/second-factor"})
  void theOwnAccountIsReadableOnDeskAndPhone(String path) {
    Page desk = DemonstrationPeople.signIn(browser.open(server.getURL() + "/sign-in"), "office");
    desk.navigate(server.getURL() + path);
    browser.requireAccessible(desk);

    Page phone =
        DemonstrationPeople.signIn(browser.openOnPhone(server.getURL() + "/sign-in"), "office");
    phone.navigate(server.getURL() + path);
    assertThat(overflow(phone)).isZero();
    browser.requireAccessible(phone);
  }

  @Test
  void aLeaderGoesFromWhatMattersToTheCompany() {
    Page page =
        DemonstrationPeople.signIn(browser.openOnPhone(server.getURL() + "/sign-in"), "leader");

    page.locator(".matters a[href^='/companies/'][href*='title=']").first().click();

    assertThat(page.locator(".verdict h2")).isVisible();
  }

  @Test
  void aDepartmentAnswersForAFigure() {
    Page page =
        DemonstrationPeople.signIn(browser.open(server.getURL() + "/sign-in"), "department");
    page.locator("tbody tr .button.first").first().click();

    assertThat(page.locator(".notice.met")).containsText("已核实");
  }

  private void judge() {
    LocalDate today = LocalDate.now(clock);
    long deadline = System.nanoTime() + 180_000_000_000L;
    while (!(pool.on(today) instanceof PoolAssessment.Ready) && System.nanoTime() < deadline) {
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }
}
