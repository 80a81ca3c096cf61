package seedbed.spreadsheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A text table; Chinese Excel saves it as GB18030 unless told otherwise.
public final class CsvFile implements SpreadsheetFile {

  public static final String SHEET = "CSV";

  /// What a head has at least; a line above it has less.
  private static final int FEWEST_COLUMNS = 3;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final String UNREADABLE =
      "文本表格读不完整：可能有引号不成对，或一个格子里内容过长。请在 Excel 中打开检查，另存为 .xlsx 后再上传。";

  private final byte[] bytes;
  private final Charset charset;
  private final SpreadsheetLimits limits;

  CsvFile(byte[] bytes, Charset charset, SpreadsheetLimits limits) {
    this.bytes = bytes;
    this.charset = charset;
    this.limits = limits;
  }

  @Override
  public String format() {
    return charset.equals(StandardCharsets.UTF_8) ? "CSV（UTF-8 编码）" : "CSV（GB18030 编码）";
  }

  @Override
  public List<SheetName> sheets() {
    return List.of(new SheetName(SHEET, false));
  }

  @Override
  public void read(String sheet, RowTaker taker) throws SpreadsheetRefused {
    int taken = 0;
    int widest = 0;
    try {
      for (CsvRecord line : records()) {
        widest = widest(line, widest);
        SheetRow row = row(line);
        if (row.blank()) {
          continue;
        }
        if (++taken > limits.rows()) {
          throw tooManyRows(limits);
        }
        if (!taker.take(row)) {
          return;
        }
      }
    } catch (CsvParseException e) {
      throw new SpreadsheetRefused(UNREADABLE, e);
    }
  }

  // Titles above the head are short and rows may end early; but a row that is longer than the head
  // has a comma too many, and every value behind it would be read for another.
  private static int widest(CsvRecord line, int before) throws SpreadsheetRefused {
    int fields = line.getFieldCount();
    if (before >= FEWEST_COLUMNS && fields > before) {
      throw new SpreadsheetRefused(
          "第 %d 行有 %d 格，比前面的行多。可能是数字或文字里的逗号没有加引号，请改正后重新上传，或另存为 .xlsx。"
              .formatted(line.getStartingLineNumber(), fields));
    }
    return Math.max(before, fields);
  }

  /// The lines with their own starting line numbers, for reading and for writing them back.
  Iterable<CsvRecord> records() {
    String text = new String(bytes, charset);
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return CsvReader.builder()
        .fieldSeparator(separator(content))
        .skipEmptyLines(false)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .maxBufferSize(4 * SpreadsheetLimits.CELL_CHARACTERS)
        .ofCsvRecord(content);
  }

  static SpreadsheetRefused tooManyRows(SpreadsheetLimits limits) {
    return new SpreadsheetRefused("表格超过 %,d 行。请分成几个文件上传。".formatted(limits.rows()));
  }

  private SheetRow row(CsvRecord line) throws SpreadsheetRefused {
    if (line.getFieldCount() > limits.columns()) {
      throw new SpreadsheetRefused("表格超过 " + limits.columns() + " 列。请使用从本系统下载的模板填写。");
    }
    if (line.getFields().stream().anyMatch(f -> f.length() > SpreadsheetLimits.CELL_CHARACTERS)) {
      throw new SpreadsheetRefused(UNREADABLE);
    }
    return new SheetRow(
        Math.toIntExact(line.getStartingLineNumber()),
        line.getFields().stream().map(SheetCell::text).toList());
  }

  private static char separator(String content) {
    String head = content.substring(0, Math.min(content.length(), 4_000));
    long commas = count(head, ',');
    long tabs = count(head, '\t');
    long semicolons = count(head, ';');
    return tabs > commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
