package seedbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real Chromium for journeys, registered with `@RegisterExtension static final Browser browser`.
///
/// After each test it closes the pages of that test and fails it when one of them asked another
/// host for anything, or when the browser reported an error.
public final class Browser implements BeforeAllCallback, AfterEachCallback {

  /// However slow the machine, in milliseconds: what is waited for comes or never does.
  private static final double PATIENCE = 120_000;

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /// Without it axe describes every element that passed, which for a long table takes longer than
  /// looking at it. The legacy mode looks at one document in one go: it needs no second page to put
  /// frames together, of which there are none here.
  private static final AxeRunOptions VIOLATIONS = violations();

  private static com.microsoft.playwright.@Nullable Browser chromium;

  private final List<BrowserContext> windows = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  /// Opens a page as on a desk, 1440 pixels wide.
  public Page open(String url) {
    return open(url, 1440, 900);
  }

  /// Opens a page as on a phone, 390 pixels wide.
  public Page openOnPhone(String url) {
    return open(url, 390, 844);
  }

  /// Fails when axe finds something serious on the page.
  public void requireAccessible(Page page) {
    var serious =
        new AxeBuilder(page)
            .options(VIOLATIONS).setLegacyMode(true).analyze().getViolations().stream()
                .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                .map(rule ->
                    rule.getId()
                        + ": "
                        + rule.getHelp()
                        + " "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
    assertThat(serious).as("what axe finds serious on %s", page.url()).isEmpty();
  }

  /// Keeps a picture of the whole page in target/screenshots.
  public void photograph(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    if (chromium != null) {
      return;
    }
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    Optional<Path> program = program();
    Optional<Path> node = onPath("node");
    if (program.isEmpty() || node.isEmpty()) {
      String advice =
          "Browser tests need Chromium (SEEDBED_CHROMIUM or /usr/bin/chromium) and node on the"
              + " path";
      if (Boolean.parseBoolean(System.getenv("CI"))) {
        throw new IllegalStateException(advice);
      }
      abort(advice);
    }
    var playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node.orElseThrow().toString(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    chromium =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program.orElseThrow())
                    .setChromiumSandbox(false)
                    .setArgs(
                        List.of(
                            "--disable-quic",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    windows.forEach(BrowserContext::close);
    windows.clear();
    List<String> heard = List.copyOf(complaints);
    complaints.clear();

    assertThat(heard).as("what the browser complained about").isEmpty();
  }

  private Page open(String url, int width, int height) {
    if (chromium == null) {
      throw new IllegalStateException("Register the browser as a static extension");
    }
    BrowserContext window =
        chromium.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
    window.setDefaultTimeout(PATIENCE);
    windows.add(window);
    window.onConsoleMessage(this::listen);
    window.onWebError(error -> complaints.add(error.error()));
    window.onRequest(request -> requireLoopback(request.url()));
    Page page = window.newPage();
    page.navigate(url);
    return page;
  }

  private static AxeRunOptions violations() {
    var options = new AxeRunOptions();
    options.setResultTypes(List.of("violations"));
    return options;
  }

  private void listen(ConsoleMessage message) {
    // A page answered with 422 or 404 on purpose is an error to the browser alone.
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      complaints.add(message.text());
    }
  }

  private void requireLoopback(String url) {
    String host = URI.create(url).getHost();
    if (host != null && !List.of("127.0.0.1", "localhost").contains(host)) {
      complaints.add("asked another host: " + url);
    }
  }

  private static Optional<Path> program() {
    String named = System.getenv("SEEDBED_CHROMIUM");
    return Stream.of(named == null ? "/usr/bin/chromium" : named)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Optional<Path> onPath(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
