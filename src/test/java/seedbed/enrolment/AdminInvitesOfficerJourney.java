package seedbed.enrolment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Track;
import seedbed.signin.Door;
import seedbed.signin.Throttle;

/// An administrator signs in and invites; whoever is invited opens the link elsewhere and begins.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class AdminInvitesOfficerJourney {

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject Door door;
  @Inject Staff staff;
  @Inject Accounts accounts;
  @Inject Companies companies;
  @Inject Throttle throttle;
  @Inject Clock clock;

  private String name = "";

  @BeforeEach
  void begin() {
    door.forgetLocks();
    name = Staff.newName();
  }

  @Test
  void invitesOpensTheLinkElsewhereAndSeesTheFirstPage() {
    Page admin = signedIn(Role.ADMIN);
    assertThat(admin.locator("h1")).hasText("账号");
    look(admin, "accounts");

    admin.getByText("开通账号").first().click();
    look(admin, "accounts-new");
    admin.getByLabel("登录名").fill(name);
    admin.getByLabel("姓名").fill("王小明");
    admin.getByLabel("角色").selectOption("office");
    admin.getByLabel("所属地区").selectOption("320682");
    admin.getByText("开通并生成链接").click();
    look(admin, "accounts-issued");
    String link = admin.getByLabel("一次性链接").inputValue();

    Page officer = browser.open(link);
    look(officer, "invitation");
    officer.locator("#password").fill("short");
    officer.locator("#again").fill("short");
    officer.getByText("设置并登录").click();
    look(officer, "invitation-refused");
    officer.locator("#password").fill(Staff.PASSWORD);
    officer.locator("#again").fill(Staff.PASSWORD);
    officer.getByText("设置并登录").click();

    assertThat(officer).hasURL(server.getURL() + "/overview");
    assertThat(officer.locator(".who summary")).containsText("王小明");
    Page late = browser.open(link);
    assertThat(late.locator("h1")).isVisible();
    look(late, "invitation-gone");
  }

  @Test
  void looksAfterAccountsOnADeskAndAPhone() {
    Page admin = signedIn(Role.ADMIN);
    Account officer = staff.person(Role.OFFICE, "320682");
    for (String path :
        new String[] {
          "/accounts/" + officer.id(),
          "/accounts/" + officer.id() + "/edit",
          "/accounts/" + officer.id() + "/hand-over",
          "/accounts/import",
          "/access"
        }) {
      admin.navigate(server.getURL() + path);
      look(admin, "admin" + path.replace("/" + officer.id(), "").replace('/', '-'));
    }
    for (int i = 0; i < 5; i++) {
      throttle.takeFrom("10.9.8.7", "journey");
    }
    admin.navigate(server.getURL() + "/accounts/locks");
    look(admin, "locks");
    admin.getByText("解除锁定").last().click();
    assertThat(admin.locator("main")).containsText("已解除锁定：10.9.8.7");
    admin.navigate(server.getURL() + "/accounts/programs");
    admin.getByLabel("用途").fill("数据共享平台");
    admin.getByLabel("程序账号").fill(name);
    admin.getByLabel("权限").selectOption("office");
    admin.getByLabel("地区", new Page.GetByLabelOptions().setExact(false)).selectOption("320682");
    admin.getByLabel("有效至").fill(LocalDate.now(clock).plusDays(30).toString());
    admin.getByText("生成令牌").last().click();
    look(admin, "token");
    admin.getByText("返回接口令牌").click();
    look(admin, "programs");
  }

  @Test
  void theOfficeInvitesACompany() {
    long company =
        companies
            .save(
                Company.named(
                    "邀请" + name + "有限公司", "320682", Track.MANUFACTURING, "试验", LocalDate.EPOCH))
            .id();
    Page office = signedIn(Role.OFFICE);
    office.navigate(server.getURL() + "/companies/" + company);
    office.getByText("企业账号").click();
    office.getByLabel("登录名").fill(name);
    office.getByLabel("姓名").fill("陈小红");
    office.getByText("邀请并生成链接").click();
    look(office, "company-issued");
    office.navigate(server.getURL() + "/companies/" + company + "/invitations");
    assertThat(office.getByText("重新发出链接")).isVisible();
    look(office, "company-accounts");
  }

  private Page signedIn(Role role) {
    Account account = staff.person(role, "320682");
    Page page = browser.open(server.getURL() + "/sign-in");
    page.getByLabel("登录名").fill(account.username());
    page.getByLabel("口令").fill(Staff.PASSWORD);
    page.locator("button.first").click();
    return page;
  }

  /// On a desk, then as narrow as a phone.
  private static void look(Page page, String picture) {
    browser.requireAccessible(page);
    browser.photograph(page, picture);
    page.setViewportSize(390, 844);
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    browser.photograph(page, picture + "-phone");
    page.setViewportSize(1440, 900);
  }
}
