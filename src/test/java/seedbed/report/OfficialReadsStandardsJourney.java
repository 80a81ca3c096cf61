package seedbed.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.Browser;
import seedbed.seed.DemoPool;

@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OfficialReadsStandardsJourney {

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject DemoPool demo;

  @BeforeAll
  void demonstrationPool() {
    demo.refill();
  }

  @AfterAll
  void nothingIsLeft() {
    demo.clear();
  }

  @Test
  void followsAChangedStandardToTheCompaniesThatFallOut() {
    var page = browser.open(server.getURL() + "/editions?title=little-giant");
    page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("2026年）"))
        .getByRole(AriaRole.LINK)
        .click();
    assertThat(page.locator("h1")).containsText("2026年");

    page.getByText("与上一版比对").click();
    assertThat(page.locator("table.versions")).containsText("≥ 90 %");

    page.locator("#impact .chip", new Page.LocatorOptions().setHasText("跌出")).click();
    assertThat(page.locator("#impact tbody tr").first()).containsText("不满足：");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/editions",
        "/editions/cn-xjr-2026",
        "/editions/cn-cx-2022",
        "/editions/cn-xjr-2026-ovl",
        "/editions/comparison"
      })
  void everyPageIsAccessibleOnDeskAndPhone(String address) {
    var name = "overview" + address.replace('/', '-');
    var desk = browser.open(server.getURL() + address);
    browser.requireAccessible(desk);
    browser.photograph(desk, name + "-1440");

    var phone = browser.openOnPhone(server.getURL() + address);
    browser.requireAccessible(phone);
    browser.photograph(phone, name + "-390");
    assertThat((int) phone.evaluate("document.documentElement.scrollWidth"))
        .as("a phone does not scroll sideways")
        .isLessThanOrEqualTo(390);
  }
}
