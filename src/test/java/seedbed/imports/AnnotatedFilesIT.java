package seedbed.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.company.Company;

/// The file that comes back with what is wrong written beside it.
@MicronautTest(transactional = false)
@DisplayName("标注后退回的导入文件")
final class AnnotatedFilesIT extends ImportScene {

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
  void aWrongCsvComesBackAsCsv() {
    JsonNode checked = client.upload("错.csv", "企业名称,年度,净利润（万元）\n没有这家,2024,1\n".getBytes(GB18030));

    String report =
        new String(
            client.get("/api/v1/imports/" + checked.get("id").asLong() + "/report.xlsx"),
            StandardCharsets.UTF_8);

    assertThat(report).startsWith("\uFEFF企业名称,年度,净利润（万元）,问题").contains("没有这家,2024,1,");
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
  void whatCannotBeCorrectedIsRefused() {
    Company company = company("不能更正有限公司");
    byte[] file = figureForm().row("企业名称", company.name(), "年度", 2024, "净利润（万元）", 3).bytes();
    long id = client.upload("不能更正.xlsx", file).get("id").asLong();

    assertThatThrownBy(() ->
            http.toBlocking()
                .exchange(
                    HttpRequest.POST("/api/v1/imports/" + id + "/correction?corrects=" + id, "")))
        .isInstanceOfSatisfying(HttpClientResponseException.class, ImportScene::unprocessable);
  }
}
