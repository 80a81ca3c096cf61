package seedbed.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/// A workbook that passed [WorkbookArchive].
public final class XlsxFile implements SpreadsheetFile {

  private static final String DAMAGED = "工作簿的内容已损坏，无法读取。请在 Excel 或 WPS 中打开，另存为 .xlsx 后再上传。";
  private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

  /// Days between the two ways spreadsheet programs count them.
  private static final BigDecimal DAYS_1900_TO_1904 = BigDecimal.valueOf(1_462);

  private final byte[] bytes;
  private final SpreadsheetLimits limits;

  XlsxFile(byte[] bytes, SpreadsheetLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  @Override
  public String format() {
    return "Excel 工作簿";
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public List<SheetName> sheets() throws SpreadsheetRefused {
    try (ReadableWorkbook workbook = workbook()) {
      List<SheetName> names =
          workbook
              .getSheets()
              .map(sheet ->
                  new SheetName(
                      String.valueOf(sheet.getName()),
                      sheet.getVisibility() != SheetVisibility.VISIBLE))
              .toList();
      if (names.isEmpty()) {
        throw new SpreadsheetRefused(DAMAGED);
      }
      return names;
    } catch (IOException | ExcelReaderException e) {
      throw new SpreadsheetRefused(DAMAGED, e);
    }
  }

  @Override
  public void read(String name, RowTaker taker) throws SpreadsheetRefused {
    try (ReadableWorkbook workbook = workbook()) {
      Sheet sheet =
          workbook
              .findSheet(name)
              .orElseThrow(() -> new SpreadsheetRefused("找不到工作表“" + name + "”。"));
      try (Stream<Row> rows = sheet.openStream()) {
        read(rows.iterator(), workbook.isDate1904(), taker);
      }
    } catch (IOException | UncheckedIOException | ExcelReaderException e) {
      throw new SpreadsheetRefused(DAMAGED, e);
    }
  }

  private void read(Iterator<Row> rows, boolean from1904, RowTaker taker)
      throws SpreadsheetRefused {
    int taken = 0;
    while (rows.hasNext()) {
      SheetRow row = row(rows.next(), from1904);
      if (row.blank()) {
        continue;
      }
      if (++taken > limits.rows()) {
        throw CsvFile.tooManyRows(limits);
      }
      if (!taker.take(row)) {
        return;
      }
    }
  }

  private ReadableWorkbook workbook() throws IOException, SpreadsheetRefused {
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(bytes), OPTIONS);
    } catch (ExcelReaderException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new SpreadsheetRefused(DAMAGED, e);
    }
  }

  private SheetRow row(Row row, boolean from1904) throws SpreadsheetRefused {
    int last = row.getCellCount() - 1;
    while (last >= 0 && cell(row, last, from1904).blank()) {
      last--;
    }
    if (last >= limits.columns()) {
      throw new SpreadsheetRefused("表格超过 " + limits.columns() + " 列。请使用从本系统下载的模板填写。");
    }
    List<SheetCell> cells = new ArrayList<>(last + 1);
    for (int column = 0; column <= last; column++) {
      cells.add(cell(row, column, from1904));
    }
    return new SheetRow(row.getRowNum(), cells);
  }

  private static SheetCell cell(Row row, int column, boolean from1904) {
    @Nullable Cell cell = row.getCell(column);
    if (cell == null) {
      return SheetCell.BLANK;
    }
    return switch (cell.getValue()) {
      case null -> cell.getFormula() == null ? SheetCell.BLANK : uncalculated();
      case BigDecimal number -> number(cell, number, from1904);
      case Boolean yes ->
          new SheetCell(SheetCell.Kind.LOGICAL, yes ? "1" : "0", SheetCell.Look.PLAIN);
      case Object other when cell.getType() == CellType.ERROR || isError(cell, other.toString()) ->
          new SheetCell(SheetCell.Kind.ERROR, other.toString(), SheetCell.Look.PLAIN);
      case Object other -> SheetCell.text(other.toString());
    };
  }

  private static SheetCell uncalculated() {
    return new SheetCell(SheetCell.Kind.UNCALCULATED, "", SheetCell.Look.PLAIN);
  }

  // A formula's error arrives as a formula with a text.
  private static boolean isError(Cell cell, String text) {
    return cell.getType() == CellType.FORMULA && text.matches("#[A-Z0-9/_]+[!?]?");
  }

  private static SheetCell number(Cell cell, BigDecimal number, boolean from1904) {
    SheetCell.Look look = look(cell);
    // A scale out of all bounds would make the sum fill memory; it is no day anyway.
    if (look == SheetCell.Look.DAY && from1904 && Math.abs(number.scale()) < 20) {
      return new SheetCell(SheetCell.Kind.NUMBER, number.add(DAYS_1900_TO_1904).toString(), look);
    }
    return new SheetCell(SheetCell.Kind.NUMBER, cell.getRawValue(), look);
  }

  private static SheetCell.Look look(Cell cell) {
    @Nullable String format = cell.getDataFormatString();
    @Nullable Integer id = cell.getDataFormatId();
    if (format == null) {
      // 27 to 36 and 50 to 58 are the Chinese date formats, which need no pattern in the file.
      boolean chineseDay = id != null && ((id >= 27 && id <= 36) || (id >= 50 && id <= 58));
      return chineseDay ? SheetCell.Look.DAY : SheetCell.Look.PLAIN;
    }
    String pattern =
        format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "").toLowerCase(Locale.ROOT);
    if (pattern.contains("%")) {
      return SheetCell.Look.PERCENT;
    }
    return pattern.matches(".*[ydm年月日].*") && !pattern.contains("general")
        ? SheetCell.Look.DAY
        : SheetCell.Look.PLAIN;
  }
}
