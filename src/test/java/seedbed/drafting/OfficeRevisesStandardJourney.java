package seedbed.drafting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;
import seedbed.access.Role;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.criteria.Shelf;
import seedbed.signin.Door;

/// The office raises a threshold: copy, change, compare, mend a case, and a second person
/// publishes.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class OfficeRevisesStandardJourney {
  private static final String PASSWORD = "Gute-Reise-2026";
  private static final String COUNTY = "390101";

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject Regions regions;
  @Inject Opening opening;
  @Inject Door door;
  @Inject Shelf shelf;

  @BeforeEach
  void place() {
    door.forgetLocks();
    region("39", RegionLevel.PROVINCE, null);
    region("3901", RegionLevel.PREFECTURE, "39");
    region(COUNTY, RegionLevel.COUNTY, "3901");
  }

  @AfterEach
  void forget() throws SQLException {
    ForgottenDrafts.forget(shelf);
  }

  @Test
  void fromTheCopyToTheEditionInForce() {
    Page page = signedIn();
    page.navigate(server.getURL() + "/drafts");
    browser.requireAccessible(page);
    browser.photograph(page, "drafts");
    page.locator("#edition").selectOption("rg-2021");
    press(page, "复制为草案");
    String draft = page.url();

    raise(page, draft);
    compare(page, draft);
    mend(page, draft);
    page.navigate(draft);
    press(page, "提交他人发布");
    assertThat(page.locator("#turn")).containsText("不能发布自己写的版本");
    browser.requireAccessible(page);
    browser.photograph(page, "draft-proposed");
    page.close();

    Page second = signedIn();
    second.navigate(draft);
    assertThat(second.locator("#doubts")).containsText("条文文字没有改");
    second.locator("#checked").check();
    press(second, "发布");
    assertThat(second.locator(".head")).containsText("已发布");
    second.navigate(server.getURL() + "/editions");
    assertThat(second.locator("main")).containsText("企业培育库入库条件（2026年修订）");
    second.close();
  }

  private void raise(Page page, String draft) {
    page.navigate(draft + "/head");
    page.locator("#name").fill("企业培育库入库条件（2026年修订）");
    browser.requireAccessible(page);
    browser.photograph(page, "draft-head");
    press(page, "保存");
    page.navigate(draft + "/part?at=checklists.0.criteria.1");
    browser.requireAccessible(page);
    browser.photograph(page, "draft-part");
    page.setViewportSize(390, 844);
    browser.requireAccessible(page);
    browser.photograph(page, "draft-part-phone");
    page.navigate(draft);
    browser.requireAccessible(page);
    browser.photograph(page, "draft-phone");
    page.setViewportSize(1440, 900);
    page.navigate(draft + "/part?at=checklists.0.criteria.1");
    page.locator("#bound").fill("3");
    press(page, "保存");
    assertThat(page.locator(".head")).containsText("没有发现问题");
    page.navigate(draft + "/part?at=checklists.0");
    browser.requireAccessible(page);
    browser.photograph(page, "draft-checklist");
  }

  private void compare(Page page, String draft) {
    page.navigate(draft + "/comparison");
    assertThat(page.locator("tr.changed")).containsText("收紧");
    browser.requireAccessible(page);
    browser.photograph(page, "draft-comparison");
  }

  /// Cases that spoke of the old threshold go; the suggested ones take their place.
  private void mend(Page page, String draft) {
    page.navigate(draft + "/cases");
    assertThat(page.locator("tr.changed").first()).containsText("不一致");
    browser.photograph(page, "draft-cases");
    while (page.locator("tr.changed").count() > 0) {
      page.locator("tr.changed button").first().click();
      page.waitForLoadState();
    }
    page.locator("#suggestions button").first().click();
    assertThat(page.locator(".head")).containsText("一致");
    browser.requireAccessible(page);
  }

  private Page signedIn() {
    var name = "j" + UUID.randomUUID().toString().substring(0, 12);
    opening.open(NewAccount.of(name, Role.OFFICE, COUNTY, "试验"), PASSWORD);
    Page page = browser.open(server.getURL() + "/sign-in");
    page.locator("#username").fill(name);
    page.locator("#password").fill(PASSWORD);
    page.locator("main button.first").click();
    assertThat(page).not().hasURL(Pattern.compile(".*/sign-in.*"));
    return page;
  }

  private static void press(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .first()
        .click();
  }

  private void region(String code, RegionLevel level, @Nullable String parent) {
    if (regions.findByCode(code).isEmpty()) {
      regions.save(new Region(code, "修订" + code, level, parent, "试验"));
    }
  }
}
