package seedbed.imports;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import seedbed.Browser;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;

/// From the template to stored figures, with a file that is half wrong.
@MicronautTest(transactional = false)
final class OfficerImportsFiguresJourney {

  @RegisterExtension static final Browser browser = new Browser();

  @TempDir Path folder;

  @Inject EmbeddedServer server;
  @Inject Regions regions;
  @Inject Companies companies;

  @BeforeEach
  void aCompany() {
    if (regions.findByCode("95").isEmpty()) {
      regions.save(new Region("95", "浏览省", RegionLevel.PROVINCE, null, "试验"));
      companies.save(Company.named("浏览导入有限公司", "95", Track.MANUFACTURING, "试验", LocalDate.EPOCH));
    }
  }

  @Test
  void downloadsFillsUploadsLooksAndStores() throws Exception {
    Page page = browser.open(server.getURL() + "/imports");
    Download template =
        page.waitForDownload(() ->
            page.getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName("年度指标").setExact(true))
                .first()
                .click());
    byte[] filled =
        new FilledForm(Files.readAllBytes(template.path()))
            .row("企业名称", "浏览导入有限公司", "年度", 2025, "营业收入总额（万元）", 98600000)
            .row("企业名称", "浏览导入有限公司", "年度", 2024, "营业收入总额（万元）", 8120)
            .row("企业名称", "浏览轴承", "年度", 2024, "营业收入总额（万元）", 8120)
            .row("企业名称", "浏览导入有限公司", "年度", 2023, "营业收入总额（万元）", "约七千")
            .bytes();
    Path file = Files.write(folder.resolve("城南街道2025年度指标.xlsx"), filled);
    browser.requireAccessible(page);
    browser.photograph(page, "imports");

    page.getByLabel("填好的表格").setInputFiles(file);
    page.getByText("上传并检查").click();

    assertThat(page.getByText("待确认").first()).isVisible();
    browser.requireAccessible(page);
    browser.photograph(page, "import-checked");
    page.getByLabel("已核对").check();
    page.getByText("连同有提示的，导入 2 行").click();
    assertThat(page.getByText("✓ 已登记")).isVisible();
    browser.photograph(page, "import-stored");

    Page phone = browser.openOnPhone(page.url());
    assertThat(phone.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    browser.photograph(phone, "import-stored-phone");
    phone.navigate(server.getURL() + "/imports");
    browser.photograph(phone, "imports-phone");
  }

  @Test
  void putsAnEarlierFileRightOrDecidesBetweenTheTwo() throws Exception {
    importAll("初报.csv", "企业名称,年度,净利润（万元）,资产总额（年末，万元）\n浏览导入有限公司,2022,300,9000\n");
    Page page = browser.open(server.getURL() + "/imports");
    Path other = folder.resolve("审计报告数据.csv");
    Files.writeString(other, "企业名称,年度,净利润（万元）,资产总额（年末，万元）\n浏览导入有限公司,2022,320,9100\n");

    page.getByLabel("填好的表格").setInputFiles(other);
    page.getByText("上传并检查").click();
    assertThat(page.getByLabel("更正哪一次导入")).isVisible();
    browser.requireAccessible(page);
    browser.photograph(page, "import-correction");
    page.getByLabel("已核对").check();
    page.getByText("连同有提示的，导入 1 行").click();
    assertThat(page.getByText("✓ 已登记")).isVisible();

    long company = companies.findByName("浏览导入有限公司").orElseThrow().id();
    page.navigate(server.getURL() + "/companies/" + company);
    page.getByText("来源不一致，去裁定").first().click();
    browser.requireAccessible(page);
    browser.photograph(page, "conflicts");
    page.getByText("采用此值").last().click();
    assertThat(page.getByText("✓ 采用").first()).isVisible();
    browser.photograph(page, "conflicts-decided");
    Page phone = browser.openOnPhone(page.url());
    assertThat(phone.evaluate("document.documentElement.scrollWidth - innerWidth")).isEqualTo(0);
    browser.photograph(phone, "conflicts-phone");
  }

  private void importAll(String name, String csv) throws Exception {
    Page page = browser.open(server.getURL() + "/imports");
    page.getByLabel("填好的表格").setInputFiles(Files.writeString(folder.resolve(name), csv));
    page.getByText("上传并检查").click();
    page.getByText("导入全部 1 行").click();
    assertThat(page.getByText("✓ 已登记")).isVisible();
  }

  @Test
  void aFileThatIsNoneIsRefusedBesideItsField() throws Exception {
    Page page = browser.open(server.getURL() + "/imports");
    Path file =
        Files.write(folder.resolve("扫描件.xlsx"), "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));

    page.getByLabel("填好的表格").setInputFiles(file);
    page.getByText("上传并检查").click();

    assertThat(page.locator("#errors")).containsText("这是 PDF 文件");
    browser.requireAccessible(page);
    browser.photograph(page, "import-refused");
  }

  @Test
  void workUnderWayShowsItsProgress() throws Exception {
    StringBuilder csv = new StringBuilder("企业名称,年度,净利润（万元）\n");
    for (int i = 0; i < 20_000; i++) {
      csv.append("浏览导入有限公司,2024,").append(i).append('\n');
    }
    Page page = browser.open(server.getURL() + "/imports");
    page.getByLabel("填好的表格").setInputFiles(Files.writeString(folder.resolve("两万行.csv"), csv));

    page.getByText("上传并检查").click();

    assertThat(page.locator("progress")).isVisible();
    browser.photograph(page, "import-progress");
    assertThat(page.getByText("待确认").first()).isVisible();
    assertThat(page.getByText("先列 100 处")).isVisible();
  }
}
