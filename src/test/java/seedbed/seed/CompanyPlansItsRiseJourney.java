package seedbed.seed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
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

/// A company writes its cultivation plan, the township passes it on, the office sends it back with
/// a comment and approves the next version; the company reports on a task, the office reads the
/// dossier, and the leader sees which task is late.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompanyPlansItsRiseJourney {

  private static final LocatorAssertions.ContainsTextOptions LONG =
      new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

  private static final LocatorAssertions.HasValueOptions KEPT =
      new LocatorAssertions.HasValueOptions().setTimeout(120_000);

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
  void fromTheFirstWordToTheDossier() {
    String plan = write();
    pass(plan);
    sendBack(plan);
    mend(plan);
    pass(plan);
    approve(plan);
    report(plan);
    readTheDossier(plan);
    seeWhatIsLate();
  }

  private String write() {
    int year = LocalDate.now(clock).getYear();
    Page page = signedIn("company");
    page.navigate(server.getURL() + "/plans");
    browser.requireAccessible(page);
    page.locator("#first").selectOption("" + year);
    page.locator("#years").selectOption("3");
    press(page, "开始编制");
    String address = page.url();

    // A form with gaps is kept as it is typed.
    page.locator("#text-quality").fill("一次交验合格率每年提高");
    page.locator("#text-quality").blur();
    assertThat(page.locator("#kept [name=lock]")).hasValue("1", KEPT);
    page.locator("#prepared").fill(LocalDate.now(clock).toString());
    for (String passage :
        new String[] {"strategy", "organisation", "funds", "people", "evaluation"}) {
      page.locator("#text-" + passage).fill("做精主业，" + passage);
    }
    for (String indicator : new String[] {"revenue", "market_share_national", "rd_expense"}) {
      for (int step = 0; step < 3; step++) {
        page.locator("#target-" + indicator + "-" + (year + step)).fill("" + (21 + step));
      }
    }
    page.locator("#task-1-name").fill("检测中心扩建");
    page.locator("#task-1-owner").fill("质量部");
    page.locator("#task-1-due").fill((year + 1) + "年6月");
    page.locator("#task-2-name").fill("计量器具检定");
    page.locator("#task-2-owner").fill("质量部");
    page.locator("#task-2-due").fill(LocalDate.now(clock).minusDays(1).toString());
    page.locator("#task-2-due").blur();
    assertThat(page.locator("#kept")).containsText("没有缺项", LONG);
    browser.requireAccessible(page);
    browser.photograph(page, "plan-written");
    press(page, "提交方案");

    assertThat(page.locator(".head")).containsText("镇（街道）审核");
    page.close();
    return address;
  }

  private void pass(String plan) {
    Page page = signedIn("township");
    page.navigate(plan);
    browser.requireAccessible(page);
    press(page, "审核通过，报培育办");

    assertThat(page.locator(".head")).containsText("培育办审定");
    page.close();
  }

  private void sendBack(String plan) {
    Page page = signedIn("office");
    page.navigate(plan);
    page.locator("#comment-tasks").fill("请写明检测中心的建设内容");
    press(page, "退回修改");

    assertThat(page.locator("main")).containsText("第 2 稿");
    page.close();
  }

  private void mend(String plan) {
    Page page = signedIn("company");
    page.navigate(plan);
    assertThat(page.locator("#plan")).containsText("请写明检测中心的建设内容");
    page.locator("#task-1-detail").fill("购置三坐标测量机两台");
    page.locator("#task-1-detail").blur();
    press(page, "提交方案");

    assertThat(page.locator(".head")).containsText("第 2 稿");
    page.close();
  }

  private void approve(String plan) {
    Page page = signedIn("office");
    page.navigate(plan + "/comparison");
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.navigate(plan);
    press(page, "批准");

    assertThat(page.locator(".head")).containsText("编号");
    assertThat(page.locator(".head")).containsText("校验码");
    browser.photograph(page, "plan-approved");
    page.close();
  }

  private void report(String plan) {
    Page page = signedIn("company");
    page.navigate(plan);
    page.locator("#task-1 summary").click();
    page.locator("#words-1").fill("设备已订货");
    press(page, "填报");

    assertThat(page.locator("#task-1")).containsText("设备已订货");
    page.close();
  }

  private void readTheDossier(String plan) {
    Page page = signedIn("office");
    page.navigate(plan);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("看企业").setExact(true))
        .click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("一企一册").setExact(true))
        .click();

    assertThat(page.locator("#plan")).containsText("检测中心扩建", LONG);
    assertThat(page.locator("#plan")).containsText("设备已订货");
    browser.requireAccessible(page);
    browser.photograph(page, "dossier");
    page.close();
  }

  private void seeWhatIsLate() {
    Page page = signedIn("leader");
    page.navigate(server.getURL() + "/plans/tasks?show=late");
    browser.requireAccessible(page);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("计量器具检定").setExact(true))
        .click();

    assertThat(page.locator("#task-2")).containsText("逾期");
    assertThat(page.locator("#task-2 form")).hasCount(0);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("看企业").setExact(true))
        .click();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("一企一册").setExact(true))
        .click();

    assertThat(page.locator("#plan")).containsText("计量器具检定", LONG);
    assertThat(page.locator("#plan")).containsText("逾期");
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
