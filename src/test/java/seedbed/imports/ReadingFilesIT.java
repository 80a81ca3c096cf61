package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.company.Company;
import seedbed.figure.Value;

/// What a file may look like: text tables, units, answers, and files that are not ours.
@MicronautTest(transactional = false)
@DisplayName("读取导入文件")
final class ReadingFilesIT extends ImportScene {

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
        .isInstanceOfSatisfying(HttpClientResponseException.class, ImportScene::unprocessable);
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
}
