package seedbed.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class WorkbooksTest {

  private static final Table TABLE =
      Table.of(
              "企业名单",
              List.of(
                  Table.Column.text("企业", 30),
                  Table.Column.amount("营业收入（万元）"),
                  Table.Column.day("成立日期")),
              List.of(
                  row(
                      "=HYPERLINK(\"http://x\")",
                      new BigDecimal("1234.5"),
                      LocalDate.of(2014, 3, 1)),
                  row("+86 513", null, null)))
          .noting("按镇筛选：城南街道");

  @Test
  void textStaysTextAndNumbersStayNumbers() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Workbooks.write(TABLE, out);

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(3).getCell(0).getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.getRow(3).getCell(0).getStringCellValue()).startsWith("=HYPERLINK");
      assertThat(sheet.getRow(3).getCell(1).getNumericCellValue()).isEqualTo(1234.5);
      assertThat(sheet.getRow(3).getCell(2).getLocalDateTimeCellValue().toLocalDate())
          .isEqualTo(LocalDate.of(2014, 3, 1));
      assertThat(sheet.getRow(4).getCell(1).getCellType()).isEqualTo(CellType.BLANK);
    }
  }

  @Test
  void aLargeNumberWithIdleZerosStaysANumber() throws Exception {
    Table table =
        Table.of(
            "金额",
            List.of(Table.Column.exact("金额（万元）", 14)),
            List.of(
                row(new BigDecimal("10000000000.000000")),
                row(new BigDecimal("123456789012.345678"))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Workbooks.write(table, out);

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(2).getCell(0).getNumericCellValue()).isEqualTo(1e10);
      assertThat(sheet.getRow(3).getCell(0).getCellType()).isEqualTo(CellType.STRING);
    }
  }

  @Test
  void theTotalStandsBelowWhatIsSortedAndFiltered() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Workbooks.write(TABLE.totalling(row("合计", new BigDecimal("1234.5"), null)), out);

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getRow(5).getCell(0).getStringCellValue()).isEqualTo("合计");
      assertThat(sheet.getRow(5).getCell(1).getNumericCellValue()).isEqualTo(1234.5);
      assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:C5");
    }
  }

  @Test
  void printsOnLandscapePaperWithTheHeadOnEveryPage() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Workbooks.write(TABLE, out);

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(2);
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
    }
  }

  @Test
  void csvOpensInChineseExcelAndRunsNothing() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Workbooks.writeCsv(TABLE, out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("\uFEFF企业,营业收入（万元）,成立日期")
        .contains("'=HYPERLINK")
        .contains("'+86 513,,");
  }

  @Test
  void whatIsWrittenReadsBackExactly() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbooks.write(TABLE, out);

    List<SheetRow> rows = new ArrayList<>();
    SpreadsheetFile file = SpreadsheetFile.open(out.toByteArray(), SpreadsheetLimits.STANDARD);
    file.read("企业名单", rows::add);

    assertThat(rows.get(3).cell(1))
        .isEqualTo(new SheetCell(SheetCell.Kind.NUMBER, "1234.5", SheetCell.Look.PLAIN));
    assertThat(rows.get(3).cell(2).shown()).isEqualTo("2014-03-01");
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
