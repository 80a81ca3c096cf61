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
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import seedbed.Browser;
import seedbed.company.Companies;

/// The office brings in an announced list, decides whom a doubtful name means, sees the register
/// and who would fail the renewal, and revokes a title; the company sees it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OfficeKeepsTheRegisterJourney {

  @RegisterExtension static final Browser browser = new Browser();

  @TempDir Path folder;

  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject DemoRecognitions recognitions;
  @Inject DemoPlaces places;
  @Inject Companies companies;
  @Inject Clock clock;

  @BeforeAll
  void loadThePool() throws SQLException {
    DemonstrationPeople.open(context);
    recognitions.record();
  }

  @AfterAll
  void clearThePool() throws SQLException {
    DemonstrationPeople.clear(context);
  }

  @Test
  void fromTheListToTheBan() throws Exception {
    long home = places.first().orElseThrow().companyId();
    String name = companies.findById(home).orElseThrow().name();
    Page office = signedIn("office");

    bringIn(office, name);
    look(office, name);
    String title = office.url();
    watch(office);
    revoke(office, title);
    seenByTheCompany(name);
  }

  private void bringIn(Page page, String name) throws Exception {
    String doubtful =
        companies
            .findById(places.portfolio(places.first().orElseThrow().companyId()).getLast())
            .orElseThrow()
            .name()
            .replace("有限公司", "");
    Path list =
        Files.writeString(
            folder.resolve("第九批名单.csv"), "序号,企业名称\n1,%s\n2,%s\n".formatted(name, doubtful));
    page.navigate(server.getURL() + "/imports/announcements");
    browser.requireAccessible(page);
    page.locator("#title").selectOption("champion");
    page.locator("#document").fill("示例公布〔2026〕9号");
    page.locator("#heldFrom").fill(LocalDate.now(clock).minusYears(3).plusMonths(2).toString());
    page.locator("#lastDay").fill(LocalDate.now(clock).plusMonths(2).toString());
    page.locator("#batch").fill("第九批");
    page.locator("#file").setInputFiles(list);
    browser.photograph(page, "announcement");
    press(page, "上传并检查");

    assertThat(page.locator("#matches")).containsText(doubtful);
    browser.requireAccessible(page);
    browser.photograph(page, "announcement-doubtful");
    page.locator("#matches select").first().selectOption(option(page));
    press(page, "按所选重新检查");
    page.getByText("导入全部 2 行").click();
    assertThat(page.getByText("✓ 已登记")).isVisible();
  }

  private static String option(Page page) {
    return page.locator("#matches select option").nth(1).getAttribute("value");
  }

  private void look(Page page, String name) {
    page.navigate(server.getURL() + "/titles");
    browser.requireAccessible(page);
    browser.photograph(page, "titles");
    page.navigate(server.getURL() + "/titles?batch=第九批");
    assertThat(page.locator("tbody tr")).hasCount(2);
    assertThat(page.locator("tbody")).containsText("待复核");
    Page phone = browser.openOnPhone(server.getURL() + "/sign-in");
    DemonstrationPeople.signIn(phone, "office");
    phone.navigate(server.getURL() + "/titles");
    assertThat(phone.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    browser.photograph(phone, "titles-phone");
    phone.navigate(server.getURL() + "/titles/renewals");
    assertThat(phone.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    browser.photograph(phone, "renewals-phone");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
    assertThat(page.locator("h1")).containsText("单项冠军");
    browser.requireAccessible(page);
    browser.photograph(page, "title");
  }

  private void watch(Page page) {
    page.navigate(server.getURL() + "/titles/renewals");
    assertThat(page.locator("h1")).containsText("复核预警");
    page.navigate(server.getURL() + "/titles/renewals?title=champion");
    assertThat(page.locator("tbody")).containsText("3 个月内到期");
    page.navigate(server.getURL() + "/titles/renewals");
    assertThat(page.locator("tbody")).containsText("通不过");
    browser.requireAccessible(page);
    browser.photograph(page, "renewals");
    page.navigate(server.getURL() + "/titles/deadlines");
    browser.requireAccessible(page);
    browser.photograph(page, "deadlines");
  }

  private void revoke(Page page, String title) {
    page.navigate(title);
    page.locator("#document").fill("示例撤销〔2026〕10号");
    page.locator("#ground").selectOption("fraud");
    page.locator("#sure").check();
    press(page, "撤销");

    assertThat(page.locator("h1")).containsText("撤销");
    assertThat(page.locator(".head")).containsText("禁报至");
    browser.photograph(page, "title-revoked");
  }

  private void seenByTheCompany(String name) {
    Page page = signedIn("company");
    page.navigate(server.getURL() + "/titles?state=revoked");
    assertThat(page.locator("tbody")).containsText(name);
    assertThat(page.locator("tbody")).containsText("禁报至");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first().click();
    page.getByText("重大变化").first().click();
    browser.requireAccessible(page);
    browser.photograph(page, "changes");
    page.navigate(server.getURL() + "/companies/" + places.first().orElseThrow().companyId());
    assertThat(page.locator("#titles")).containsText("禁报");
    page.navigate(server.getURL() + "/applications/new");
    assertThat(page.locator("main")).containsText("前不得申报");
    browser.requireAccessible(page);
    browser.photograph(page, "application-new-banned");
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
