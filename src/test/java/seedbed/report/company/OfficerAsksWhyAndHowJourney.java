package seedbed.report.company;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.micronaut.context.BeanContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.seed.DemonstrationData;

/// An officer finds a company, learns why it does not qualify, and tries the cheapest way.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OfficerAsksWhyAndHowJourney {
  private static final String NEAR = "/companies?origin=demo&title=little-giant&outcome=one-short";

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject Companies companies;

  @BeforeAll
  void loadThePool() {
    DemonstrationData.load(context);
  }

  @AfterAll
  void clearThePool() {
    DemonstrationData.clear(context);
  }

  @Test
  void reachesTheCheapestWayInTwoClicksAndTriesIt() {
    var page = browser.open(server.getURL() + "/companies?origin=demo&title=little-giant");

    page.locator(".chip", new Page.LocatorOptions().setHasText("只差一项")).click();
    page.waitForURL("**outcome=one-short**");
    page.locator("a.opens").first().click();
    assertThat(page.locator(".verdict h2")).containsText("暂不可报");
    assertThat(page.locator(".way.best li b").first()).isVisible();

    page.locator(".way.best a", new Page.LocatorOptions().setHasText("测算")).click();
    assertThat(page.locator("#moves tr.changed")).not().hasCount(0);
  }

  @Test
  void seesTheVerdictMoveWhileTyping() {
    var id =
        companies.inRegion("320682").stream().filter(Company::demo).findFirst().orElseThrow().id();
    var page = browser.open(server.getURL() + "/companies/" + id + "/what-if?title=little-giant");

    page.locator("[id^=revenue-]").first().fill("1");
    page.locator("[id^=revenue-]").first().press("Tab");

    assertThat(page.locator("#moves")).containsText("改动 1 项");
    assertThat(page.locator(".verdict.not")).isVisible();
  }

  @Test
  void everyPageIsReadableOnADeskAndOnAPhone() {
    var company =
        companies.inRegion("320682").stream().filter(Company::demo).findFirst().orElseThrow();
    var named = companies.findByName("江苏汤臣汽车零部件有限公司").orElseThrow();
    var pages =
        Map.of(
            "companies", NEAR,
            "company", "/companies/" + company.id() + "?title=little-giant",
            "company-scores", "/companies/" + company.id() + "?title=innovative-sme",
            "company-of-documents", "/companies/" + named.id(),
            "what-if", "/companies/" + company.id() + "/what-if?title=little-giant");
    pages.forEach((name, path) -> {
      var desk = browser.open(server.getURL() + path);
      browser.requireAccessible(desk);
      browser.photograph(desk, name);

      var phone = browser.openOnPhone(server.getURL() + path);
      assertThat(overflow(phone)).as("%s is wider than a phone", path).isZero();
      browser.requireAccessible(phone);
      browser.photograph(phone, name + "-phone");
    });
  }

  private static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }
}
