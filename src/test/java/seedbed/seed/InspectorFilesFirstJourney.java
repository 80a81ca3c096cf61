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
import seedbed.inspection.GivenInspections;

/// An inspector scans a company's code on a phone and files before the visit; the conclusion comes
/// late, and the leader is told; the company confirms that it got it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InspectorFilesFirstJourney {

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject DemoPlaces places;
  @Inject GivenInspections given;
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
  void fromTheCodeToTheLeader() {
    DemoPlaces.Place home = places.first().orElseThrow();
    String scanned = "/scans/" + given.code(home.companyId(), home.townCode().substring(0, 6));
    String inspection = file(scanned);
    conclude(inspection);
    readByTheLeader(inspection);
    confirm(inspection);
  }

  // The visit was four days ago, so that the conclusion is late.
  private String file(String scanned) {
    LocalDate visit = LocalDate.now(clock).minusDays(4);
    Page page = phone("inspector");
    page.navigate(server.getURL() + scanned);
    assertThat(page.locator("h1")).containsText("示例");
    browser.requireAccessible(page);
    press(page, "开始报备");

    page.locator("#item").fill("安全生产教育培训检查");
    page.locator("#planned-on").fill(visit.toString());
    page.locator("#origin").selectOption("complaint");
    page.locator("#kind").selectOption("case");
    page.locator("#area").selectOption("safety");
    page.locator("#manner").selectOption("site");
    page.locator("#officer-1").fill("示例甲");
    page.locator("#officer-1-certificate").fill("SL-0001");
    press(page, "保存");
    assertThat(page.locator("#warnings")).containsText("不得少于 2 名");
    browser.requireAccessible(page);
    browser.photograph(page, "filing-on-a-phone");
    page.locator("#emergency").check();
    page.locator("#emergency-reason").fill("举报现场违章作业");
    press(page, "提交报备");

    assertThat(page.locator("main")).containsText("先查后报");
    assertThat(page.locator("main")).containsText("逾期未报告");
    browser.requireAccessible(page);
    String address = page.url();
    page.close();
    return address;
  }

  private void conclude(String inspection) {
    Page page = phone("inspector");
    page.navigate(inspection);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("报送结论").setExact(true))
        .click();
    page.locator("#ended-on").fill(LocalDate.now(clock).minusDays(4).toString());
    page.locator("#words").fill("抽查两个班组");
    page.locator("#problem-1-item").fill("安全生产教育培训检查");
    page.locator("#problem-1-words").fill("培训记录不全");
    page.locator("#problem-1-disposition").selectOption("stop");
    page.locator("#conclusion").fill("停产整顿一日");
    press(page, "报送结论");
    assertThat(page.locator("#errors")).containsText("原则上采用整改和限期整改");
    browser.requireAccessible(page);

    page.locator("#problem-1-disposition").selectOption("correct");
    page.locator("#conclusion").fill("限期整改");
    press(page, "报送结论");

    assertThat(page.locator("main")).containsText("逾期");
    page.close();
  }

  private void readByTheLeader(String inspection) {
    Page page = phone("leader");
    page.locator(".mail").click();
    assertThat(page.locator(".messages li").first()).containsText("逾期报送");
    browser.requireAccessible(page);
    browser.photograph(page, "inbox-on-a-phone");
    press(page, "打开");

    assertThat(page).hasURL(inspection);
    assertThat(page.locator("main")).containsText("限期整改");
    page.close();
  }

  private void confirm(String inspection) {
    Page page = DemonstrationPeople.signIn(browser.open(server.getURL() + "/sign-in"), "company");
    page.navigate(inspection);
    press(page, "确认收到结论");
    assertThat(page.locator("main")).containsText("已签收");
    page.locator("[name=score][value='4']").check();
    press(page, "提交评价");

    assertThat(page.locator("main")).containsText("评价已提交");
    browser.requireAccessible(page);
    browser.photograph(page, "inspection-answered");
    page.close();
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private Page phone(String username) {
    return DemonstrationPeople.signIn(browser.openOnPhone(server.getURL() + "/sign-in"), username);
  }
}
