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
import seedbed.access.Role;

/// The life of a company in the municipal pool, by five roles: it applies, the township reviews, a
/// department confirms, the office announces and admits; it reports its year; the yearly review
/// tells it to put something right, and the re-check removes it. Its leader looks on.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompanyLivesInThePoolJourney {

  private static final LocatorAssertions.HasTextOptions LONG =
      new LocatorAssertions.HasTextOptions().setTimeout(120_000);

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject Clock clock;

  private String company = "";

  @BeforeAll
  void loadThePool() throws SQLException {
    DemonstrationPeople.open(context);
  }

  @AfterAll
  void clearThePool() throws SQLException {
    DemonstrationPeople.clear(context);
  }

  @Test
  void fromTheFirstWordToTheLast() {
    String application = apply();
    review(application);
    confirm(application);
    announce(application);
    admit(application);
    reportTheYear();
    String round = openRound();
    String member = advise(round);
    decide(round, member);
    close(round);
    lookOn(round);
    recheck(member);
    beTold();
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
    company = page.locator(".head h1").textContent().strip().replaceFirst("(?s)\\s.*", "");
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
    page.locator("#backdated").fill("示例：公示已先行张贴");
    page.locator("#document").fill("示例公示〔2026〕2号");
    page.locator("#despite").fill("示例：其余条件在公示期内补齐凭证");
    press(page, "开始公示");

    assertThat(page.locator(".head")).containsText("公示");
    browser.requireAccessible(page);
    page.close();
  }

  private void admit(String application) {
    Page page = signedIn("office");
    page.navigate(application);
    page.locator("#document").fill("示例〔2026〕1号");
    page.locator("#from").fill(LocalDate.now(clock).minusDays(1).toString());
    press(page, "发文入库");

    assertThat(page.locator(".head")).containsText("已入库");
    browser.photograph(page, "application-admitted");
    page.close();
  }

  private void reportTheYear() {
    Page company = signedIn("company");
    company.navigate(server.getURL() + "/sheets");
    company.locator("tbody tr").first().locator("button, a.button").click();
    for (var remark : company.locator(".doubt:has(.unknown) + .remark").all()) {
      remark.fill("示例：情况属实。");
    }
    press(company, "提交填报表");
    assertThat(company.locator(".head")).containsText("镇（街道）核对");
    String sheet = company.url();
    company.close();

    Page township = signedIn("township");
    township.navigate(sheet);
    press(township, "核对无误，确认");
    assertThat(township.locator(".head")).containsText("已确认");
    township.close();
  }

  private String openRound() {
    Page page = signedIn("office");
    page.navigate(server.getURL() + "/reviews/new");
    page.locator("#title").selectOption("rugao-pool");
    page.locator("#year").fill("" + LocalDate.now(clock).minusDays(1).getYear());
    page.locator("#asOf").fill(LocalDate.now(clock).minusDays(1).toString());
    browser.requireAccessible(page);
    browser.photograph(page, "review-new");
    press(page, "建立");

    assertThat(page.locator(".head .tag")).hasText("进行中", LONG);
    browser.requireAccessible(page);
    browser.photograph(page, "review-open");
    String address = page.url();
    page.close();
    return address;
  }

  private String advise(String round) {
    Page page = signedIn("township");
    page.navigate(round + "?q=" + company);
    page.locator("tbody a.opens").first().click();
    page.locator("#opinion").selectOption("rectify");
    press(page, "登记意见");
    assertThat(page.locator("#note-problem")).containsText("请写明理由");
    page.locator("#note").fill("示例：研发投入归集不完整。");
    if (page.locator("[name=confirmed]").count() > 0) {
      page.locator("[name=confirmed]").check();
    }
    press(page, "登记意见");

    assertThat(page.locator("main")).containsText("镇（街道）意见：限期整改");
    browser.requireAccessible(page);
    browser.photograph(page, "review-member");
    String address = page.url();
    page.close();
    return address;
  }

  private void decide(String round, String member) {
    Page page = signedIn("office");
    page.navigate(member);
    page.locator("#decision").selectOption("rectify");
    page.locator("#reason").fill("示例：补齐研发费用辅助账。");
    press(page, "登记决定");
    assertThat(page.locator("main")).containsText("决定：限期整改");

    page.navigate(round);
    assertThat(page.locator("#closing")).containsText("没有决定");
    page.locator("details.many summary").click();
    page.locator("#decision").selectOption("keep");
    page.locator("#reason").fill("示例：继续培育。");
    page.locator("#whole").click();
    assertThat(page.locator("h1")).containsText("成批决定：保留");
    page.locator("[name=doubts][value=all]").click();
    assertThat(page.locator(".head")).containsText("全部已决定");
    page.close();
  }

  private void close(String round) {
    Page page = signedIn("office");
    page.navigate(round);
    page.locator("#document").fill("示例动态管理公告〔2026〕9号");
    page.locator("#effectiveOn").fill(LocalDate.now(clock).toString());
    press(page, "办结本轮");

    assertThat(page.locator(".head .tag")).hasText("已办结", LONG);
    browser.requireAccessible(page);
    browser.photograph(page, "review-closed");
    page.navigate(round + "/list");
    browser.requireAccessible(page);
    browser.photograph(page, "review-list");
    page.navigate(round + "/comparison");
    browser.requireAccessible(page);
    browser.photograph(page, "review-comparison");
    page.close();
  }

  private void lookOn(String round) {
    Page page =
        DemonstrationPeople.signIn(
            browser.openOnPhone(server.getURL() + "/sign-in"), Role.LEADER.code());
    page.navigate(round);
    assertThat(page.locator("tbody tr").first()).isVisible();
    assertThat(page.locator("form.card")).hasCount(0);
    browser.requireAccessible(page);
    browser.photograph(page, "review-leader-phone");
    page.close();
  }

  private void recheck(String member) {
    Page page = signedIn("office");
    page.navigate(member);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("作补充决定")).click();
    page.locator("#kind").selectOption("recheck");
    page.locator("#document").fill("示例整改复查决定〔2026〕2号");
    page.locator("#effectiveOn").fill(LocalDate.now(clock).toString());
    page.locator("#reason").fill("示例：整改期满复查。");
    String id = member.replaceFirst(".*/", "");
    page.locator("#decision-" + id).selectOption("remove");
    page.locator("#reason-" + id).fill("示例：期满仍未补齐。");
    browser.requireAccessible(page);
    browser.photograph(page, "review-supplement");
    press(page, "登记补充决定");

    assertThat(page.locator("main")).containsText("整改复查");
    page.close();
  }

  private void beTold() {
    Page page = signedIn("company");
    page.navigate(server.getURL() + "/reviews");
    assertThat(page.locator("main")).containsText("调出");
    page.locator("tbody td a").first().click();
    assertThat(page.locator("main")).containsText("期满仍未补齐");
    browser.requireAccessible(page);
    browser.photograph(page, "review-company");
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
