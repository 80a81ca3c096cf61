package seedbed.report.company;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.micronaut.context.BeanContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
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

  private static final Pattern PAGE_OF_PDF = Pattern.compile("/Type /Page\\b");

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
    DemonstrationData.clear();
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
    var page =
        browser.open(
            server.getURL() + "/companies?origin=demo&title=little-giant&outcome=ready&size=20");
    page.locator("a.opens").first().click();
    assertThat(page.locator(".verdict h2")).containsText("可报");
    page.locator(".head .acts a", new Page.LocatorOptions().setHasText("模拟测算")).click();

    page.locator("[id^=revenue-]").first().fill("1,5000");
    page.locator("[id^=revenue-]").first().press("Tab");
    assertThat(page.locator("#problems")).containsText("千分位");
    assertThat(page.locator("[id^=revenue-][id$=-problem]").first()).containsText("千分位");

    page.locator("[id^=revenue-]").first().fill("1");
    page.locator("[id^=revenue-]").first().press("Tab");
    assertThat(page.locator("#moves")).containsText("改动 1 项");
    assertThat(page.locator("#moves")).containsText("→ 1.00 万元");
    assertThat(page.locator("#problems")).isEmpty();
    assertThat(page.locator(".verdict h2")).containsText("暂不可报");
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

  @Test
  @DisplayName("企业页打印不超过 6 页 A4，不带导航和按钮")
  void printsOnAFewPages() {
    var company =
        companies.inRegion("320682").stream().filter(Company::demo).findFirst().orElseThrow();
    var page = browser.open(server.getURL() + "/companies/" + company.id() + "?title=little-giant");

    var paper = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(PAGE_OF_PDF.matcher(new String(paper, StandardCharsets.ISO_8859_1)).results())
        .hasSizeBetween(1, 6);
    assertThat(page.locator(".nav")).isHidden();
    assertThat(page.locator(".head .acts")).isHidden();
    assertThat(page.locator(".findings")).isVisible();
    assertThat(page.locator("#figures table").first()).isVisible();
  }

  private static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }
}
