package seedbed.seed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import seedbed.Browser;
import seedbed.evidence.content.HonestFiles;

/// A company proves what it says: it uploads a file, looks at it, replaces it; township and office
/// see it, and the folder of its application lists it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CompanyProvesItsFiguresJourney {

  private static final String NAME = "示例省级工程技术研究中心认定文件";

  @RegisterExtension static final Browser browser = new Browser();

  @Inject EmbeddedServer server;
  @Inject BeanContext context;
  @Inject DemoEvidence examples;
  @Inject DemoPlaces places;

  private String evidence = "";

  @BeforeAll
  void loadThePool() throws SQLException {
    DemonstrationPeople.open(context);
    examples.open();
    long company = places.first().orElseThrow().companyId();
    evidence = server.getURL() + "/companies/" + company + "/evidence";
  }

  @AfterAll
  void clearThePool() throws SQLException {
    DemonstrationPeople.clear(context);
  }

  @Test
  void fromTheFileToTheFolder() throws IOException {
    String preview = upload();
    replace(preview);
    see("township", preview);
    see("office", preview);
    onThePhone(preview);
    folder();
  }

  private String upload() throws IOException {
    Page page = signedIn("company");
    page.navigate(evidence);
    browser.requireAccessible(page);
    browser.photograph(page, "evidence");
    page.locator("#file").setInputFiles(file("认定文件.pdf", HonestFiles.pdf(2)));
    page.locator("#kind").selectOption("CERTIFICATE");
    page.locator("#indicator").selectOption("rd_institution");
    page.locator("#name").fill(NAME);
    press(page, "上传");

    assertThat(page.locator(".notice")).containsText("已上传");
    line(page).getByText("第 1 版").click();
    assertThat(page.locator("h1")).containsText(NAME);
    everyPictureIsThere(page, 2);
    browser.requireAccessible(page);
    browser.photograph(page, "evidence-preview");
    String address = page.url();
    page.close();
    return address;
  }

  private void replace(String preview) throws IOException {
    Page page = signedIn("company");
    page.navigate(evidence);
    Page colleague = signedIn("company");
    colleague.navigate(evidence);
    line(page).locator("summary").click();
    line(page).locator("input[type=file]").setInputFiles(file("新认定.pdf", HonestFiles.pdf(3)));
    line(page).getByText("上传新版本").last().click();
    assertThat(page.locator(".notice")).containsText("第 2 版");

    line(colleague).locator("summary").click();
    line(colleague)
        .locator("input[type=file]")
        .setInputFiles(file("同事的.png", HonestFiles.picture("png", 300)));
    line(colleague).getByText("上传新版本").last().click();
    assertThat(colleague.locator("h1")).containsText("在您上传期间有了新版本");
    browser.requireAccessible(colleague);
    browser.photograph(colleague, "evidence-conflict");

    page.navigate(preview);
    assertThat(page.locator(".notice")).containsText("已有新版本");
    page.close();
    colleague.close();
  }

  private void see(String role, String preview) {
    Page page = signedIn(role);
    page.navigate(preview.replace("/versions/1/", "/versions/2/"));

    everyPictureIsThere(page, 3);
    assertThat(page.locator(".listing li")).hasCount(2);
    page.close();
  }

  private void onThePhone(String preview) {
    Page page =
        DemonstrationPeople.signIn(browser.openOnPhone(server.getURL() + "/sign-in"), "company");
    page.navigate(preview);
    everyPictureIsThere(page, 2);
    assertThat(width(page)).isLessThanOrEqualTo(390);
    browser.photograph(page, "evidence-preview-phone");
    page.navigate(evidence);
    assertThat(width(page)).isLessThanOrEqualTo(390);
    browser.photograph(page, "evidence-phone");
    page.close();
  }

  private void folder() throws IOException {
    Page page = signedIn("company");
    page.navigate(server.getURL() + "/applications/new");
    press(page, "填写申请");
    page.locator("#rd_institution").selectOption("provincial");
    assertThat(page.locator("#kept")).containsText("已保存");
    page.getByText("佐证材料", new Page.GetByTextOptions().setExact(true)).first().click();
    assertThat(page.locator("main")).containsText(NAME);
    browser.requireAccessible(page);
    browser.photograph(page, "evidence-application");

    var download = page.waitForDownload(() -> page.getByText("下载成册 PDF").click());
    try (PDDocument pdf = Loader.loadPDF(download.path().toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("目录")
          .contains(NAME)
          .contains("Sample certificate, page 3");
    }
    page.close();
  }

  private static Locator line(Page page) {
    return page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(NAME));
  }

  private static void everyPictureIsThere(Page page, int count) {
    Locator pictures = page.locator(".paper img");
    assertThat(pictures).hasCount(count);
    for (Locator picture : pictures.all()) {
      picture.scrollIntoViewIfNeeded();
      assertThat(
              (Integer) picture.evaluate("async p => { await p.decode(); return p.naturalWidth }"))
          .isGreaterThan(100);
    }
  }

  private static int width(Page page) {
    return (Integer) page.evaluate("document.documentElement.scrollWidth");
  }

  private static FilePayload file(String name, byte[] bytes) {
    return new FilePayload(name, "application/octet-stream", bytes);
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
