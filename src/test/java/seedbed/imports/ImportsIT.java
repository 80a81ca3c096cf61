package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.audit.TrailWitness;
import seedbed.company.Companies;
import seedbed.company.Company;
import seedbed.company.CreditCode;
import seedbed.company.Origin;
import seedbed.company.Region;
import seedbed.company.RegionLevel;
import seedbed.company.Regions;
import seedbed.company.Track;
import seedbed.figure.Attested;
import seedbed.figure.Entry;
import seedbed.figure.Figures;
import seedbed.figure.Value;
import seedbed.startup.TestDatabase;

@MicronautTest(transactional = false)
class ImportsIT {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String TOWN = "870101101";

  @Inject
  @Client("/")
  HttpClient http;

  @Inject Regions regions;
  @Inject Companies companies;
  @Inject Figures figures;
  @Inject Imports imports;
  @Inject TrailWitness witness;
  @Inject Clock clock;
  @Inject TransactionOperations<Connection> transactions;

  private ImportClient client;

  @BeforeEach
  void aTown() {
    client = new ImportClient(http.toBlocking());
    if (regions.findByCode("87").isEmpty()) {
      regions.save(new Region("87", "导入省", RegionLevel.PROVINCE, null, "试验"));
      regions.save(new Region("8701", "导入市", RegionLevel.PREFECTURE, "87", "试验"));
      regions.save(new Region("870101", "导入县", RegionLevel.COUNTY, "8701", "试验"));
      regions.save(new Region(TOWN, "导入东镇", RegionLevel.TOWNSHIP, "870101", "试验"));
    }
  }

  @Test
  void templatesGoOutComeBackFilledAndBecomeCompaniesAndFigures() {
    String code = CreditCode.completing("91870101MA0000001").value();
    byte[] companyFile =
        companyForm()
            .row(
                "名称", "导入轴承有限公司",
                "简称", "导入轴承",
                "统一社会信用代码", code,
                "所属镇街", "导入东镇",
                "行业代码", "3451",
                "类别", "制造类",
                "成立日期", "2014年3月1日")
            .bytes();

    JsonNode checked = client.upload("企业.xlsx", companyFile);
    assertThat(checked.at("/state").asText()).as(checked.toString()).isEqualTo("checked");
    assertThat(companies.findByName("导入轴承有限公司")).isEmpty();
    client.store(checked.get("id").asLong(), "all");

    Company company = companies.findByName("导入轴承有限公司").orElseThrow();
    assertThat(company.foundedOn()).isEqualTo(LocalDate.of(2014, 3, 1));
    assertThat(company.creditCode()).isEqualTo(new CreditCode(code));
    assertThat(company.track()).isEqualTo(Track.MANUFACTURING);
    assertThat(company.origin()).isEqualTo(Origin.IMPORT);
    LocalDate today = LocalDate.now(clock);
    assertThat(company.recordedOn()).isEqualTo(today);
    assertThat(http.toBlocking().retrieve("/api/v1/companies?q=drzc&on=" + today))
        .contains(company.name());
    assertThat(http.toBlocking().retrieve("/api/v1/companies?q=drzc&on=" + today.minusDays(1)))
        .doesNotContain(company.name());
    assertThat(http.toBlocking().retrieve("/api/v1/companies?q=drzc")).contains(company.name());
    assertThat(Jsoup.parse(http.toBlocking().retrieve("/companies?q=DRZC&origin=import")).text())
        .contains(company.name(), "导入企业");

    JsonNode figuresChecked =
        client.upload(
            "指标.xlsx",
            figureForm()
                .row(
                    "企业名称", "导入轴承有限公司",
                    "年度", 2025,
                    "营业收入总额（万元）", 12345.67,
                    "主导产品国内市场占有率（%）", "12.5％",
                    "职工总数（人）", "１２０",
                    "截至日期", "2026-03-31",
                    "国家高新技术企业（有效期内）", "是",
                    "政府质量奖励最高级别", "省级")
                .bytes());
    assertThat(figuresChecked.at("/counts/good").asLong())
        .as(figuresChecked.toString())
        .isEqualTo(1);
    JsonNode stored = client.store(figuresChecked.get("id").asLong(), "all");

    assertThat(stored.at("/stored/values").asLong()).isEqualTo(5);
    assertThat(value(company, "revenue", 2025)).isEqualTo(Value.number("12345.67"));
    assertThat(value(company, "market_share_national", 2025)).isEqualTo(Value.number("12.5"));
    assertThat(value(company, "employees", 2025)).isEqualTo(Value.number("120"));
    Attested award = onDay(company, "quality_award");
    assertThat(award.figure().value()).isEqualTo(Value.word("provincial"));
    assertThat(award.figure().source().document()).isEqualTo("指标.xlsx");
    assertThat(award.figure().source().page()).isEqualTo("工作表“年度指标”第 5 行");
    assertThat(award.figure().reportedBy()).isEqualTo("test-office");
  }

  @Test
  void theSameFileAgainAddsNothingEvenUnderAnotherName() {
    Company company = company("重复导入有限公司");
    byte[] file = figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 321.5).bytes();
    client.store(client.upload("首次.xlsx", file).get("id").asLong(), "all");

    JsonNode again = client.upload("改了名.xlsx", file);

    assertThat(again.at("/counts/known").asLong()).isEqualTo(1);
    assertThat(again.at("/counts/good").asLong()).isZero();
    assertThatThrownBy(() -> client.store(again.get("id").asLong(), "all"))
        .isInstanceOfSatisfying(
            HttpClientResponseException.class,
            refused -> {
              assertThat(refused.getStatus().getCode()).isEqualTo(422);
              assertThat(refused.getResponse().getBody(String.class).orElse("")).contains("没有新内容");
            });
    assertThat(live(company, "net_profit", 2024)).hasSize(1);
  }

  @Test
  void aCorrectedFileOfTheSameNameCorrectsItsFigures() {
    Company company = company("更正导入有限公司");
    client.store(
        client
            .upload(
                "更正.xlsx",
                figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 100).bytes())
            .get("id")
            .asLong(),
        "all");

    JsonNode stored =
        client.store(
            client
                .upload(
                    "更正.xlsx",
                    figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 110).bytes())
                .get("id")
                .asLong(),
            "all");

    assertThat(stored.at("/stored/corrected").asLong()).isEqualTo(1);
    assertThat(value(company, "net_profit", 2024)).isEqualTo(Value.number("110"));
  }

  @Test
  void onlyTheGoodRowsWhenTheUserSaysSo() {
    Company company = company("部分导入有限公司");
    byte[] file =
        figureForm()
            .row("企业名称", company.name(), "年度", 2024, "营业收入总额（万元）", 5000)
            .row("企业名称", "没有这家的公司", "年度", 2024, "营业收入总额（万元）", 5000)
            .row("企业名称", company.name(), "年度", 2025, "营业收入总额（万元）", "约六千")
            .row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 1)
            .bytes();

    JsonNode checked = client.upload("部分.xlsx", file);

    long id = checked.get("id").asLong();
    assertThat(checked.at("/counts/good").asLong()).isEqualTo(1);
    assertThat(checked.at("/counts/wrong").asLong()).isEqualTo(3);
    assertThat(checked.at("/problems").findValuesAsText("reason"))
        .containsExactly("管辖范围内没有这家企业", "“约六千”不是数字", "与第 5 行重复（同一企业、2024年）");
    assertThatThrownBy(() -> client.store(id, "all"))
        .isInstanceOfSatisfying(HttpClientResponseException.class, ImportsIT::unprocessable);
    assertThat(live(company, "revenue", 2024)).isEmpty();

    client.store(id, "good");

    assertThat(witness.newest("/api/v1/imports").about()).isEqualTo("upload " + id);
    assertThat(witness.newest("/api/v1/imports/{id}/storage").detail())
        .contains("只登记正确的行", "正确 1 行，错误 3 行");
    assertThat(value(company, "revenue", 2024)).isEqualTo(Value.number("5000"));
    assertThat(live(company, "revenue", 2025)).isEmpty();
  }

  @Test
  void theAnnotatedFileKeepsEverythingAndSaysWhatIsWrong() throws Exception {
    Company company = company("标注导入有限公司");
    FilledForm form =
        figureForm()
            .row("企业名称", company.name(), "年度", 2025, "营业收入总额（万元）", "五千")
            .row("企业名称", company.name(), "营业收入总额（万元）", 6000)
            .row("企业名称", company.name(), "年度", 2023, "营业收入总额（万元）", 6500);
    JsonNode checked = client.upload("标注.xlsx", form.bytes());

    byte[] report = client.get("/api/v1/imports/" + checked.get("id").asLong() + "/report.xlsx");

    int problems = form.workbook().getSheetAt(0).getRow(3).getLastCellNum();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(report))) {
      XSSFSheet sheet = workbook.getSheet("年度指标");
      assertThat(sheet.getRow(3).getCell(problems).getStringCellValue()).isEqualTo("问题");
      assertThat(sheet.getRow(4).getCell(problems).getStringCellValue())
          .isEqualTo("错误 营业收入总额（万元）：“五千”不是数字；填写数字，没有数据请留空。");
      assertThat(sheet.getRow(5).getCell(problems).getStringCellValue()).contains("没有填年度");
      assertThat(sheet.getRow(4).getCell(problems).getCellStyle().getWrapText()).isTrue();
      assertThat(sheet.getRow(5).getHeightInPoints()).isGreaterThanOrEqualTo(30);
      assertThat(sheet.getRow(6).getCell(problems)).isNull();
      XSSFCell wrong = sheet.getRow(4).getCell(form.column("营业收入总额（万元）"));
      assertThat(wrong.getStringCellValue()).isEqualTo("五千");
      assertThat(wrong.getCellStyle().getFillForegroundXSSFColor().getARGBHex())
          .isEqualTo("FFFFC7CE");
      assertThat(
              sheet
                  .getRow(5)
                  .getCell(form.column("年度"))
                  .getCellStyle()
                  .getFillForegroundXSSFColor())
          .isNotNull();
      assertThat(sheet.getRow(6).getCell(form.column("营业收入总额（万元）")).getNumericCellValue())
          .isEqualTo(6500);
      assertThat(sheet.getDataValidations())
          .hasSameSizeAs(form.workbook().getSheetAt(0).getDataValidations());
      assertThat(workbook.getNumberOfSheets()).isEqualTo(form.workbook().getNumberOfSheets());
    }

    JsonNode again = client.upload("标注（标注问题）.xlsx", report);
    assertThat(again.at("/counts/wrong").asLong()).isEqualTo(2);
    assertThat(again.at("/problems").toString()).doesNotContain("不认识的栏目");
  }

  @Test
  void aListOfCompaniesIsKnownByItsHeadThoughFiguresHaveColumnsOfItToo() {
    String head =
        Form.companies(List.of()).fields().stream()
            .map(FormField::heading)
            .collect(Collectors.joining(","));

    JsonNode read = client.upload("只有表头一行.csv", (head + "\n某某公司\n").getBytes(GB18030));

    assertThat(head).contains("成立日期");
    assertThat(read.at("/kind").asText()).as(read.toString()).isEqualTo("companies");
  }

  @Test
  void aTextTableMayHaveTitlesAndShortRowsButNoCommaTooMany() {
    Company company = company("长短不一有限公司");
    String head = "2024年填报\n企业名称,年度,营业收入总额（万元）,研发费用总额（万元）\n";

    JsonNode shorter =
        client.upload("短行.csv", (head + company.name() + ",2024,12\n").getBytes(GB18030));

    assertThat(shorter.at("/counts/good").asLong()).as(shorter.toString()).isEqualTo(1);
    assertThat(refused("多逗号.csv", (head + company.name() + ",2024,1,234.5,3\n").getBytes(GB18030)))
        .contains("第 3 行有 5 格", "逗号没有加引号");
  }

  @Test
  void readsCsvOfChineseExcelAndSaysSo() {
    Company company = company("文本导入有限公司");
    String csv = "企业名称,年度,营业收入总额（万元）,研发费用总额（万元）\r\n" + company.name() + ",2024年,\"1,234.5\",\r\n";

    JsonNode gb = client.upload("国标.csv", csv.getBytes(GB18030));
    JsonNode utf = client.upload("万国.csv", ("\uFEFF" + csv).getBytes(StandardCharsets.UTF_8));

    assertThat(gb.at("/format").asText()).isEqualTo("CSV（GB18030 编码）");
    assertThat(gb.at("/counts/good").asLong()).as(gb.toString()).isEqualTo(1);
    assertThat(utf.at("/format").asText()).isEqualTo("CSV（UTF-8 编码）");
    client.store(gb.get("id").asLong(), "all");
    assertThat(value(company, "revenue", 2024)).isEqualTo(Value.number("1234.5"));
    assertThat(live(company, "rd_expense", 2024)).isEmpty();
  }

  @Test
  void aWrongCsvComesBackAsCsv() {
    JsonNode checked = client.upload("错.csv", "企业名称,年度,净利润（万元）\n没有这家,2024,1\n".getBytes(GB18030));

    String report =
        new String(
            client.get("/api/v1/imports/" + checked.get("id").asLong() + "/report.xlsx"),
            StandardCharsets.UTF_8);

    assertThat(report).startsWith("\uFEFF企业名称,年度,净利润（万元）,问题").contains("没有这家,2024,1,");
  }

  @Test
  void yuanInAColumnOfTenThousandsMustBeLookedAt() {
    Company company = company("误元导入有限公司");
    JsonNode checked =
        client.upload(
            "误元.xlsx",
            figureForm()
                .row("企业名称", company.name(), "年度", 2024, "营业收入总额（万元）", 5000)
                .row("企业名称", company.name(), "年度", 2025, "营业收入总额（万元）", 56000000)
                .row("企业名称", company.name(), "年度", 2022, "营业收入总额（万元）", 4800)
                .bytes());

    assertThat(checked.at("/counts/cautions").asLong()).isEqualTo(2);
    assertThat(checked.at("/problems/0/reason").asText()).startsWith("可能误用“元”");
    assertThatThrownBy(() ->
            http.toBlocking()
                .exchange(
                    HttpRequest.POST(
                        "/api/v1/imports/" + checked.get("id").asLong() + "/storage?rows=all", "")))
        .isInstanceOfSatisfying(HttpClientResponseException.class, ImportsIT::unprocessable);
    assertThat(live(company, "revenue", 2025)).isEmpty();

    long id = checked.get("id").asLong();
    assertThat(
            Jsoup.parse(http.toBlocking().retrieve("/imports/" + id)).select("button").eachText())
        .contains("只导入没有提示的 1 行", "连同有提示的，导入 3 行", "取消，不导入");

    http.toBlocking()
        .exchange(HttpRequest.POST("/api/v1/imports/" + id + "/storage?rows=clean", ""));

    assertThat(client.settled(id).at("/stored/rows").asLong()).isEqualTo(1);
    assertThat(value(company, "revenue", 2022)).isEqualTo(Value.number("4800"));
    assertThat(live(company, "revenue", 2024)).isEmpty();
    assertThat(live(company, "revenue", 2025)).isEmpty();
    assertThat(http.toBlocking().retrieve("/imports/" + id)).contains("2 行有提示，按您的选择没有登记");
  }

  @ParameterizedTest
  @ValueSource(strings = {"营业收入总额（元）", "资产总额（年末，千元）", "资产总额（年末）（亿元）"})
  void aHeadInAnotherUnitOfMoneyIsRefusedWithWhatToDo(String head) {
    byte[] csv = ("企业名称,年度," + head + "\n某公司,2023,1\n").getBytes(StandardCharsets.UTF_8);

    assertThat(refused("表头元.csv", csv)).contains(head, "换算成万元", "重新上传");
  }

  @Test
  void theAnnotatedFileStaysAfterTheGoodRowsWereStored() {
    Company company = company("留存导入有限公司");
    byte[] file =
        figureForm()
            .row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 7)
            .row("企业名称", company.name(), "年度", 2023, "净利润（万元）", "约七")
            .bytes();
    long id = client.upload("留存.xlsx", file).get("id").asLong();

    client.store(id, "good");

    assertThat(http.toBlocking().retrieve("/imports/" + id)).contains("下载标注后的原表");
    assertThat(client.get("/imports/" + id + "/report")).isNotEmpty();
  }

  @Test
  void aCorrectedFileOfAnotherNameReplacesWhatItCorrects() {
    Company company = company("改名更正有限公司");
    byte[] wrong =
        figureForm()
            .row("企业名称", company.name(), "年度", 2024, "营业收入总额（万元）", 50000000, "净利润（万元）", 8)
            .bytes();
    long first = client.upload("初稿.xlsx", wrong).get("id").asLong();
    client.store(first, "all");
    byte[] right = figureForm().row("企业名称", company.name(), "年度", 2024, "营业收入总额（万元）", 5000).bytes();
    JsonNode checked = client.upload("更正稿.xlsx", right);
    long second = checked.get("id").asLong();
    assertThat(checked.at("/counts/cautions").asLong()).isEqualTo(1);
    assertThat(Jsoup.parse(http.toBlocking().retrieve("/imports/" + second)).select("option"))
        .anyMatch(option -> option.text().startsWith("初稿.xlsx（"));

    http.toBlocking()
        .exchange(
            HttpRequest.POST("/imports/" + second + "/correction", "corrects=" + first)
                .contentType("application/x-www-form-urlencoded"));
    assertThat(client.settled(second).at("/counts/cautions").asLong()).isZero();
    JsonNode stored = client.store(second, "all");

    assertThat(stored.at("/stored/corrected").asLong()).isEqualTo(1);
    Entry revenue =
        figures.ofCompany(company.id(), Figures.LATEST).ofYear("revenue", 2024).orElseThrow();
    assertThat(revenue.live()).hasSize(1);
    assertThat(revenue.live().getFirst().figure().source().document()).isEqualTo("更正稿.xlsx");
    assertThat(revenue.superseded()).hasSize(1);
    assertThat(value(company, "net_profit", 2024)).isEqualTo(Value.number("8"));
  }

  @Test
  void whatCannotBeCorrectedIsRefused() {
    Company company = company("不能更正有限公司");
    byte[] file = figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 3).bytes();
    long id = client.upload("不能更正.xlsx", file).get("id").asLong();

    assertThatThrownBy(() ->
            http.toBlocking()
                .exchange(
                    HttpRequest.POST("/api/v1/imports/" + id + "/correction?corrects=" + id, "")))
        .isInstanceOfSatisfying(HttpClientResponseException.class, ImportsIT::unprocessable);
  }

  @Test
  void hasIsNoAnswerToWhetherAndTooSmallANumberIsNoZero() {
    Company company = company("有无导入有限公司");
    JsonNode checked =
        client.upload(
            "有无.xlsx",
            figureForm()
                .row("企业名称", company.name(), "截至日期", "2026-03-31", "国家高新技术企业（有效期内）", "有")
                .row("企业名称", company.name(), "年度", 2024, "净利润（万元）", "0.0000001")
                .row("企业名称", company.name(), "年度", 2023, "净利润（万元）", "1.23456789")
                .bytes());

    assertThat(checked.at("/problems").findValuesAsText("reason"))
        .containsExactly("“有”不能判断是或否", "数值小于 6 位小数能表示的最小值", "小数超过 6 位，将按 1.234568 登记");
    assertThat(checked.at("/counts/wrong").asLong()).isEqualTo(2);
  }

  @Test
  void textThatOnlyCallsItselfAWorkbookIsRefused() {
    assertThatThrownBy(() ->
            client.send("改名.XLSX", "企业名称,年度,净利润\nA,2024,1\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            HttpClientResponseException.class,
            refused ->
                assertThat(refused.getResponse().getBody(String.class).orElse(""))
                    .contains("内容却是文本", "改回 .csv"));
  }

  @Test
  void anUploadThatCannotBeKeptLeavesNoRecord() {
    long before = imports.countByRegionCodeStartsWith("");
    asOwner("ALTER TABLE data_import_file RENAME COLUMN content TO away");
    try {
      assertThatThrownBy(() -> client.send("无处可存.xlsx", figureForm().bytes()))
          .isInstanceOf(HttpClientResponseException.class);
    } finally {
      asOwner("ALTER TABLE data_import_file RENAME COLUMN away TO content");
    }

    assertThat(imports.countByRegionCodeStartsWith("")).isEqualTo(before);
  }

  @Test
  void whatAnEarlierStartStillWritesIsRefused() {
    byte[] file = figureForm().row("企业名称", "谁也不是", "年度", 2024, "净利润（万元）", 3).bytes();
    long id = client.upload("接手.xlsx", file).get("id").asLong();
    leftBehind(id, "CHECKING");
    String silent = "00000000-0000-0000-0000-000000000001";
    asOwner("UPDATE data_import SET runner = '" + silent + "' WHERE id = " + id);

    String next = "00000000-0000-0000-0000-000000000002";
    assertThat(imports.takeToCheck(id, ImportState.CHECKED, next)).isEqualTo(1);

    assertThat(imports.takeToCheck(id, ImportState.CHECKED, silent)).isZero();
    assertThat(imports.begin(id, silent)).isZero();
    assertThat(imports.beat(id, silent, 1, 1)).isZero();
    assertThat(imports.begin(id, next)).isEqualTo(1);
    assertThat(imports.end(id, silent, ImportState.FAILED, "迟到")).isZero();
    assertThat(imports.end(id, next, ImportState.CANCELLED, null)).isEqualTo(1);
  }

  @Test
  void timeIsTheDatabasesAndNotOfThisProcess() {
    Instant before = imports.now();
    asOwner("DO SLEEP(0.01)");

    assertThat(imports.now()).isAfter(before);
    // Read in a wrong zone it would be hours off; no busy machine is.
    assertThat(Duration.between(imports.now(), Instant.now()).abs())
        .isLessThan(Duration.ofHours(1));
  }

  @Test
  void anotherSourceThatDisagreesIsShownBeforeItStandsBeside() {
    Company company = company("两源导入有限公司");
    client.store(
        client
            .upload(
                "甲.xlsx",
                figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 100).bytes())
            .get("id")
            .asLong(),
        "all");

    JsonNode other =
        client.upload(
            "乙.xlsx", figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 120).bytes());

    assertThat(other.at("/problems/0/reason").asText()).isEqualTo("与“甲.xlsx”登记的 100 不一致");
    client.store(other.get("id").asLong(), "all");
    assertThat(live(company, "net_profit", 2024)).hasSize(2);
  }

  @Test
  void filesThatAreNotOursAreRefusedWithTheReason() {
    assertThat(refused("旧版.xlsx", templateOfVersion(0))).contains("旧版（第 0 版）模板");
    assertThat(refused("新版.xlsx", templateOfVersion(9))).contains("比本系统新");
    assertThat(refused("改名.xlsx", renamedSheet())).contains("找不到工作表“年度指标”");
    assertThat(refused("空表.xlsx", figureForm().bytes())).contains("没有数据");
    assertThat(refused("无关.csv", "姓名,电话\n张三,1\n".getBytes(StandardCharsets.UTF_8)))
        .contains("找不到“企业”“称号”“奖励”或“年度指标”的表头");
    assertThat(
            refused(
                "重复表头.csv", "企业名称,年度,净利润,净利润（万元）\nA,2024,1,2\n".getBytes(StandardCharsets.UTF_8)))
        .contains("表头有重复的栏目");
    assertThat(refused("缺年度.csv", "企业名称,净利润\nA,1\n".getBytes(StandardCharsets.UTF_8)))
        .contains("缺少必需的栏目：年度");
    assertThat(refused("缺类别.csv", "名称,所属镇街\nA,B\n".getBytes(StandardCharsets.UTF_8)))
        .contains("缺少必需的栏目：类别");
    assertThatThrownBy(() -> client.send("假的.xlsx", "%PDF-1.4".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            HttpClientResponseException.class,
            e -> assertThat(e.getResponse().getBody(String.class).orElse("")).contains("PDF 文件"));
  }

  @Test
  void rowsOfCompaniesSayWhatIsWrongWithThem() {
    Company known = company("已有导入有限公司");
    JsonNode checked =
        client.upload(
            "企业错.xlsx",
            companyForm()
                .row("名称", "甲导入有限公司", "统一社会信用代码", "91870101MA00000X", "所属镇街", "导入东镇", "类别", "制造类")
                .row("名称", "乙导入有限公司", "所属镇街", "没有的镇", "类别", "制造类")
                .row("名称", "丙导入有限公司", "所属镇街", "导入东镇", "类别", "其他")
                .row("简称", "没有名称", "所属镇街", "导入东镇", "类别", "制造类")
                .row("名称", "丁导入有限公司", "所属镇街", "导入东镇", "类别", "创新类", "成立日期", "2999-01-01")
                .row("名称", known.name(), "所属镇街", "导入东镇", "类别", "创新类")
                .row("名称", known.name(), "所属镇街", "导入东镇", "类别", "制造类")
                .row("名称", "戊导入有限公司", "所属镇街", "导入县导入东镇", "类别", "制造类", "行业代码", "C3451")
                .bytes());

    assertThat(checked.at("/counts/good").asLong()).as(checked.toString()).isEqualTo(1);
    assertThat(checked.at("/problems").findValuesAsText("reason"))
        .hasSize(7)
        .anyMatch(reason -> reason.contains("应为 18 位"))
        .anyMatch(reason -> reason.contains("没有“没有的镇”"))
        .anyMatch(reason -> reason.contains("不是企业类别"))
        .anyMatch(reason -> reason.contains("没有填写"))
        .anyMatch(reason -> reason.contains("2999-01-01 不可能"))
        .anyMatch(reason -> reason.contains("与库中登记的“制造类”不同"))
        .anyMatch(reason -> reason.contains("是同一家企业"));
  }

  @Test
  void aKnownCompanyIsCompletedAndNeverOverwritten() {
    Company known = company("补充导入有限公司");
    JsonNode checked =
        client.upload(
            "补充.xlsx",
            companyForm()
                .row("名称", known.name(), "所属镇街", "导入东镇", "类别", "制造类", "主导产品", "转盘轴承")
                .bytes());

    client.store(checked.get("id").asLong(), "all");

    assertThat(companies.findByName(known.name()).orElseThrow().mainProduct()).isEqualTo("转盘轴承");
    assertThat(companies.findByName(known.name()).orElseThrow().recordedOn())
        .isEqualTo(LocalDate.EPOCH);
  }

  @Test
  void whatAKilledProcessLeftIsInterruptedAndCanBeStartedAgain() {
    Company company = company("中断导入有限公司");
    byte[] file = figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 9).bytes();
    long id = client.upload("中断.xlsx", file).get("id").asLong();
    leftBehind(id, "STORING");

    assertThat(client.show(id).get("state").asText()).isEqualTo("interrupted");
    assertThat(live(company, "net_profit", 2024)).isEmpty();
    http.toBlocking().exchange(HttpRequest.POST("/api/v1/imports/" + id + "/check", ""));
    assertThat(client.settled(id).get("state").asText()).isEqualTo("checked");
    assertThat(client.store(id, "all").get("state").asText()).isEqualTo("stored");
    assertThat(live(company, "net_profit", 2024)).hasSize(1);
  }

  @Test
  void aCancelledImportStoresNothingAndItsFileGoesWithTheWeek() {
    Company company = company("取消导入有限公司");
    byte[] file = figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 9).bytes();
    long id = client.upload("取消.xlsx", file).get("id").asLong();

    http.toBlocking().exchange(HttpRequest.POST("/api/v1/imports/" + id + "/cancellation", ""));

    assertThat(client.show(id).get("state").asText()).isEqualTo("cancelled");
    assertThatThrownBy(() -> client.store(id, "all"))
        .isInstanceOfSatisfying(HttpClientResponseException.class, ImportsIT::unprocessable);
    assertThat(live(company, "net_profit", 2024)).isEmpty();
  }

  @Test
  void pagesWorkWithoutScripts() {
    Company company = company("页面导入有限公司");
    byte[] file =
        figureForm()
            .row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 9)
            .row("企业名称", company.name(), "年度", 2023, "净利润（万元）", "无")
            .bytes();
    long id = client.upload("页面.xlsx", file).get("id").asLong();

    String list = http.toBlocking().retrieve("/imports");
    String page = http.toBlocking().retrieve("/imports/" + id);

    assertThat(list).contains("下载模板", "页面.xlsx", "1 行可登记，1 行有错误");
    assertThat(page)
        .contains("只导入正确的 1 行", "下载标注后的原表", "没有数据请留空；确实为零请填 0")
        .containsPattern(">[A-Z]+6<")
        .contains("action=\"/imports/" + id + "/storage\"");
    http.toBlocking()
        .exchange(
            HttpRequest.POST("/imports/" + id + "/storage", "rows=good")
                .contentType("application/x-www-form-urlencoded"));
    assertThat(client.settled(id).get("state").asText()).isEqualTo("stored");
    assertThat(http.toBlocking().retrieve("/imports/" + id)).contains("✓ 已登记", "1 行有错误，没有登记");
  }

  private static void unprocessable(HttpClientResponseException refused) {
    assertThat(refused.getStatus().getCode()).isEqualTo(422);
  }

  private FilledForm companyForm() {
    return new FilledForm(client.get("/imports/templates/companies.xlsx"));
  }

  private FilledForm figureForm() {
    return new FilledForm(client.get("/imports/templates/figures.xlsx"));
  }

  private Company company(String name) {
    return companies
        .findByName(name)
        .orElseGet(() ->
            companies.save(Company.named(name, TOWN, Track.MANUFACTURING, "试验", LocalDate.EPOCH)));
  }

  private String refused(String name, byte[] file) {
    JsonNode settled = client.upload(name, file);
    assertThat(settled.get("state").asText()).as(settled.toString()).isEqualTo("refused");
    return settled.get("sentence").asText();
  }

  private byte[] templateOfVersion(int version) {
    FilledForm form = figureForm();
    form.workbook().getSheet("seedbed").getRow(0).getCell(2).setCellValue("" + version);
    return form.bytes();
  }

  private byte[] renamedSheet() {
    FilledForm form = figureForm();
    form.workbook().setSheetName(0, "Sheet1");
    return form.bytes();
  }

  private List<Attested> live(Company company, String indicator, int year) {
    return figures
        .ofCompany(company.id(), Figures.LATEST)
        .ofYear(indicator, year)
        .map(entry -> entry.live())
        .orElse(List.of());
  }

  private Value value(Company company, String indicator, int year) {
    return live(company, indicator, year).getFirst().figure().value();
  }

  private Attested onDay(Company company, String indicator) {
    return figures
        .ofCompany(company.id(), Figures.LATEST)
        .onDay(indicator, LocalDate.of(2026, 4, 1))
        .orElseThrow()
        .live()
        .getFirst();
  }

  // Whoever serves requests may not change tables.
  private static void asOwner(String sql) {
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void leftBehind(long id, String state) {
    transactions.executeWrite(status -> {
      try (PreparedStatement update =
          status
              .getConnection()
              .prepareStatement("UPDATE data_import SET state = ?, beat_at = ? WHERE id = ?")) {
        update.setString(1, state);
        update.setTimestamp(2, Timestamp.from(Instant.now().minusSeconds(60)));
        update.setLong(3, id);
        return update.executeUpdate();
      }
    });
  }
}
