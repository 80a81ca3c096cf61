package seedbed.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;

/// Every part of the frame on the screens it is used on.
@MicronautTest(transactional = false)
@Property(name = "samples", value = "true")
final class OfficerLooksRoundJourney {

  private static final Map<String, String> PAGES =
      Map.of(
          "dashboard", "/samples",
          "listing", "/samples/companies",
          "company", "/samples/companies/1?on=2025-05-01",
          "form", "/samples/imports",
          "empty", "/samples/editions",
          "missing", "/samples/companies/404");

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;

  @Test
  void everyPartIsReadableOnADeskAndOnAPhone() {
    PAGES.forEach((name, path) -> {
      var desk = browser.open(server.getURL() + path);
      browser.requireAccessible(desk);
      browser.photograph(desk, "frame-" + name);

      var phone = browser.openOnPhone(server.getURL() + path);
      assertThat(overflow(phone)).as("%s is wider than a phone", path).isZero();
      browser.requireAccessible(phone);
      browser.photograph(phone, "frame-" + name + "-phone");
    });
  }

  @Test
  void choosesADayWithTheKeyboard() {
    var page = browser.open(server.getURL() + "/samples/companies?sort=name");

    page.locator(".day > summary").press("Enter");
    page.locator("#on").fill("2025-05-01");
    page.locator("#on").press("Enter");

    assertThat(page.locator(".past")).containsText("正在查看 2025-05-01 的情况");
    assertThat(page.url()).contains("sort=name").contains("on=2025-05-01");
    page.locator(".past a").click();
    assertThat(page.locator(".past")).hasCount(0);
  }

  @Test
  void reachesTheSearchBoxAndTheTextWithoutAMouse() {
    var page = browser.open(server.getURL() + "/samples/companies");

    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("/");
    assertThat(page.locator(".find input")).isFocused();
  }

  @Test
  void opensTheMenuOfAPhone() {
    var page = browser.openOnPhone(server.getURL() + "/samples/companies");

    page.locator(".menu > summary").click();
    page.locator(".menu a", new Page.LocatorOptions().setHasText("标准清单")).click();

    assertThat(page.locator("h1")).hasText("标准清单");
  }

  private static int overflow(Page page) {
    return (Integer)
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
  }
}
