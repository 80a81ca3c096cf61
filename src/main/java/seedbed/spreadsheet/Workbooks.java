package seedbed.spreadsheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import seedbed.web.DatedArchive;

/// Writes tables as files that print well and open without surprises, row by row and so in the same
/// memory however long they are.
public final class Workbooks {

  private static final int ROWS_IN_MEMORY = 100;
  private static final int LONGEST_SHEET_NAME = 31;
  private static final float LINE_POINTS = 14;

  // Wide tables are made smaller to fit; less of the paper is left empty.
  private static final double SIDE_INCHES = 0.4;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Workbooks() {}

  /// An A4 landscape workbook: title, notes, a frozen head repeated on every printed page. Text
  /// stays text whatever it begins with; numbers stay numbers.
  public static void write(Table table, OutputStream out) throws IOException {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true)) {
      fill(workbook, table);
      workbook.write(out);
    }
  }

  /// The same as of a moment: the same table is then the same file to the byte. The file is held in
  /// memory before it goes out.
  ///
  /// @param made from 1980 on
  public static void write(Table table, Instant made, OutputStream out) throws IOException {
    var written = new ByteArrayOutputStream();
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, ROWS_IN_MEMORY, true)) {
      // What reads the archive again does not know the long form that is written otherwise.
      workbook.setZip64Mode(Zip64Mode.AsNeeded);
      var properties =
          workbook.getXSSFWorkbook().getProperties().getCoreProperties().getUnderlyingProperties();
      properties.setCreatedProperty(Optional.of(Date.from(made)));
      properties.setModifiedProperty(Optional.of(Date.from(made)));
      fill(workbook, table);
      workbook.write(written);
    }
    DatedArchive.copy(written, made, out);
  }

  private static void fill(SXSSFWorkbook workbook, Table table) {
    WorkbookStyles styles = new WorkbookStyles(workbook);
    SXSSFSheet sheet = workbook.createSheet(sheetName(table.title()));
    int head = front(sheet, table, styles);
    printed(sheet, head);
    int next = head + 1;
    for (List<@Nullable Object> values : table.rows()) {
      line(sheet.createRow(next++), table.columns(), values, styles::cell);
    }
    sheet.setAutoFilter(
        new CellRangeAddress(head, Math.max(head, next - 1), 0, table.columns().size() - 1));
    if (table.total() != null) {
      line(sheet.createRow(next), table.columns(), table.total(), styles::total);
    }
  }

  private static void line(
      Row row,
      List<Table.Column> columns,
      List<@Nullable Object> values,
      Function<Table.Kind, CellStyle> style) {
    int lines = lines(columns, values);
    if (lines > 1) {
      row.setHeightInPoints(lines * LINE_POINTS);
    }
    for (int column = 0; column < columns.size(); column++) {
      Cell cell = row.createCell(column);
      cell.setCellStyle(style.apply(columns.get(column).kind()));
      fill(cell, values.get(column));
    }
  }

  /// A text table that Chinese Excel opens as it is: UTF-8 with a byte order mark. A text that
  /// Excel would run as a formula gets an apostrophe before it.
  public static void writeCsv(Table table, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(BYTE_ORDER_MARK);
    CsvWriter csv = CsvWriter.builder().build(writer);
    csv.writeRecord(table.columns().stream().map(column -> harmless(column.label())).toList());
    for (List<@Nullable Object> values : table.rows()) {
      csv.writeRecord(values.stream().map(Workbooks::csvText).toList());
    }
    csv.flush();
  }

  /// Sets up printing: A4 landscape, one page wide, the head on every page.
  public static void printed(Sheet sheet, int head) {
    PrintSetup print = sheet.getPrintSetup();
    print.setPaperSize(PrintSetup.A4_PAPERSIZE);
    print.setLandscape(true);
    print.setFitWidth((short) 1);
    print.setFitHeight((short) 0);
    sheet.setFitToPage(true);
    sheet.setMargin(PageMargin.LEFT, SIDE_INCHES);
    sheet.setMargin(PageMargin.RIGHT, SIDE_INCHES);
    sheet.setRepeatingRows(new CellRangeAddress(head, head, -1, -1));
    sheet.getFooter().setCenter("第 &P 页 共 &N 页");
    sheet.createFreezePane(0, head + 1);
  }

  private static int front(SXSSFSheet sheet, Table table, WorkbookStyles styles) {
    int lastColumn = table.columns().size() - 1;
    int row = 0;
    line(sheet, row++, table.title(), 30, lastColumn).setCellStyle(styles.title());
    for (String note : table.notes()) {
      line(sheet, row++, note, 18, lastColumn).setCellStyle(styles.note());
    }
    Row head = sheet.createRow(row);
    head.setHeightInPoints(30);
    for (int column = 0; column <= lastColumn; column++) {
      Table.Column wanted = table.columns().get(column);
      sheet.setColumnWidth(column, Math.min(wanted.width(), 100) * 256);
      Cell cell = head.createCell(column);
      cell.setCellValue(wanted.label());
      cell.setCellStyle(styles.head());
    }
    return row;
  }

  private static Cell line(SXSSFSheet sheet, int number, String text, int height, int lastColumn) {
    Row row = sheet.createRow(number);
    row.setHeightInPoints(height);
    Cell cell = row.createCell(0);
    cell.setCellValue(text);
    if (lastColumn > 0) {
      sheet.addMergedRegion(new CellRangeAddress(number, number, 0, lastColumn));
    }
    return cell;
  }

  /// How many lines a row takes: not every program that opens the file finds out by itself.
  private static int lines(List<Table.Column> columns, List<@Nullable Object> values) {
    int most = 1;
    for (int column = 0; column < columns.size(); column++) {
      Table.Column wanted = columns.get(column);
      if (wanted.kind() == Table.Kind.PROSE && values.get(column) instanceof String text) {
        // A Chinese character is as wide as two of the digits that a width is counted in.
        long width = text.chars().map(character -> character < 0x2E80 ? 1 : 2).sum();
        most = Math.max(most, (int) Math.ceilDiv(width, Math.max(1L, wanted.width() - 2L)));
      }
    }
    return most;
  }

  private static void fill(Cell cell, @Nullable Object value) {
    switch (value) {
      case null -> cell.setBlank();
      // A cell's number is binary; what it cannot hold exactly goes in as text.
      case BigDecimal number when number.stripTrailingZeros().precision() > 15 ->
          cell.setCellValue(number.toPlainString());
      case Number number -> cell.setCellValue(number.doubleValue());
      case LocalDate day -> cell.setCellValue(day);
      case Object text -> cell.setCellValue(printable(text.toString()));
    }
  }

  private static String csvText(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case Object text -> harmless(text.toString());
    };
  }

  private static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String printable(String text) {
    return text.length() <= SpreadsheetLimits.CELL_CHARACTERS
        ? text
        : text.substring(0, SpreadsheetLimits.CELL_CHARACTERS);
  }

  private static String sheetName(String title) {
    String safe = WorkbookUtil.createSafeSheetName(title, '_');
    return safe.length() <= LONGEST_SHEET_NAME ? safe : safe.substring(0, LONGEST_SHEET_NAME);
  }
}
