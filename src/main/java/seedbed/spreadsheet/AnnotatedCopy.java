package seedbed.spreadsheet;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// Gives a file back as it came, with a column that says what is wrong with a row.
public final class AnnotatedCopy {

  /// The head of the added column; a file that comes back with it is read as if it were not there.
  public static final String COLUMN = "问题";

  /// What is wrong with a row.
  ///
  /// @param columns the cells to mark, counted from 0
  public record Annotation(String text, SortedSet<Integer> columns) {}

  private final String sheet;
  private final int headRow;
  private final int column;
  private final Map<Integer, Annotation> byRow;

  /// @param headRow the row of the column heads, as the spreadsheet program counts
  /// @param column where the added column goes, counted from 0
  /// @param byRow annotations by row number, as the spreadsheet program counts
  public AnnotatedCopy(String sheet, int headRow, int column, Map<Integer, Annotation> byRow) {
    this.sheet = sheet;
    this.headRow = headRow;
    this.column = column;
    this.byRow = Map.copyOf(byRow);
  }

  public void write(SpreadsheetFile file, OutputStream out) throws IOException, SpreadsheetRefused {
    switch (file) {
      case XlsxFile workbook ->
          new AnnotatedWorkbook(sheet, headRow, column, byRow).write(workbook.bytes(), out);
      case CsvFile text -> write(text, out);
    }
  }

  private void write(CsvFile file, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write("\uFEFF");
    CsvWriter csv = CsvWriter.builder().build(writer);
    for (CsvRecord line : file.records()) {
      int number = Math.toIntExact(line.getStartingLineNumber());
      List<String> fields = new ArrayList<>(line.getFields());
      while (fields.size() <= column) {
        fields.add("");
      }
      Annotation annotation = byRow.get(number);
      fields.set(column, number == headRow ? COLUMN : annotation == null ? "" : annotation.text());
      csv.writeRecord(fields);
    }
    csv.flush();
  }
}
