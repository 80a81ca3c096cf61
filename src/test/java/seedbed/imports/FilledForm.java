package seedbed.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// A downloaded template that somebody fills in.
final class FilledForm {

  private static final int HEAD_ROW = 3;

  private final XSSFWorkbook workbook;
  private final XSSFSheet sheet;
  private final Map<String, Integer> columns = new HashMap<>();
  private int next = HEAD_ROW + 1;

  FilledForm(byte[] template) {
    try {
      workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sheet = workbook.getSheetAt(0);
    for (Cell cell : sheet.getRow(HEAD_ROW)) {
      columns.put(cell.getStringCellValue().replace("*", ""), cell.getColumnIndex());
    }
  }

  /// Adds a row of heads and values, in turn.
  FilledForm row(Object... headsAndValues) {
    Row row = sheet.createRow(next++);
    for (int i = 0; i < headsAndValues.length; i += 2) {
      Cell cell = row.createCell(column(headsAndValues[i].toString()));
      switch (headsAndValues[i + 1]) {
        case Number number -> cell.setCellValue(number.doubleValue());
        case Object text -> cell.setCellValue(text.toString());
      }
    }
    return this;
  }

  int column(String head) {
    Integer column = columns.get(head);
    if (column == null) {
      throw new AssertionError("no column " + head + " in " + columns.keySet());
    }
    return column;
  }

  XSSFWorkbook workbook() {
    return workbook;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      workbook.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
