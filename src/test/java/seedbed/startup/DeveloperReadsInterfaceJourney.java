package seedbed.startup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;

@MicronautTest(transactional = false)
final class DeveloperReadsInterfaceJourney {

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;

  @Test
  void findsTheInterfaceDescribed() {
    Page page = browser.open(server.getURL() + "/openapi/index.html");

    assertThat(page.locator("h1, h2.title").first()).containsText("培育库接口");

    browser.photograph(page, "openapi");
  }
}
