package seedbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;
import seedbed.seed.DemoPool;

/// Every kind of page that a link leads to, however new it is.
@MicronautTest(transactional = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InspectorWalksRoundJourney {

  /// Companies and editions are alike; what their addresses have in common is the kind of page.
  private static final Pattern IDENTIFIER = Pattern.compile("/(\\d+|(cn|js|rg|nt)-[a-z0-9-]+)");

  /// Whoever walks here is nobody's account; people look at their own one elsewhere.
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "/openapi|/static|/api/|/file|templates/|\\.(xlsx|csv|docx|pdf)|comparison/|/account$");

  private static final List<String> WRONG = List.of("/nowhere", "/?on=2999-01-01");

  private static final List<String> PAPERS =
      List.of(
          "/",
          "/editions",
          "/editions/cn-xjr-2026",
          "/editions/cn-zjtx-2026",
          "/editions/cn-cx-2022",
          "/editions/comparison");

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject Site site;
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
  void everyPageIsAccessibleOnDeskAndPhone() {
    var pages = Stream.concat(kinds().stream(), WRONG.stream()).toList();

    assertThat(pages).hasSizeGreaterThan(8);
    for (var path : pages) {
      var desk = browser.open(server.getURL() + path);
      browser.requireAccessible(desk);
      requireSkipLinkFirst(desk);
      desk.close();

      var phone = browser.openOnPhone(server.getURL() + path);
      browser.requireAccessible(phone);
      assertThat(overflow(phone)).as("%s is wider than a phone", path).isNotPositive();
      phone.close();
    }
  }

  @Test
  void nothingToPressStandsOnPaperAndNoTableIsCut() {
    for (var path : PAPERS) {
      var page = browser.open(server.getURL() + path);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.setViewportSize(640, 900);

      assertThat(visible(page, ".nav, .top, .foot, .button, button, .chip, .pager"))
          .as(path)
          .isEmpty();
      assertThat(overflow(page)).as("%s is wider than its paper", path).isNotPositive();
      page.close();
    }
  }

  /// The first page of each kind that can be reached from the first page.
  private Collection<String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    var waiting = new ArrayDeque<>(List.of("/"));
    while (!waiting.isEmpty()) {
      var path = waiting.remove();
      if (kinds.putIfAbsent(kind(path), path) == null) {
        site.page(path).select("a[href^=/]").eachAttr("href").stream()
            .filter(href -> !NO_PAGE.matcher(href).find())
            .map(href -> href.replaceFirst("#.*", ""))
            .filter(href -> !kinds.containsKey(kind(href)))
            .forEach(waiting::add);
      }
    }
    return List.copyOf(kinds.values());
  }

  private static String kind(String path) {
    return IDENTIFIER.matcher(path.replaceFirst("\\?.*", "")).replaceAll("/…");
  }

  private static void requireSkipLinkFirst(Page page) {
    page.keyboard().press("Tab");
    assertThat(page.evaluate("document.activeElement.className"))
        .as("the first thing the keyboard reaches on %s", page.url())
        .isEqualTo("skip");
  }

  private static List<String> visible(Page page, String selector) {
    List<String> seen = new ArrayList<>();
    for (var element : page.locator(selector).all()) {
      if (element.isVisible()) {
        seen.add(element.textContent().strip());
      }
    }
    return seen;
  }

  private static int overflow(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }
}
