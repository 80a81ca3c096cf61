package seedbed.spreadsheet;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.DefaultIndexedColorMap;
import org.apache.poi.xssf.usermodel.XSSFColor;

/// How the product's workbooks look: official type faces, hairlines, a pale head.
public final class WorkbookStyles {

  private static final String BODY_FONT = "宋体";
  private static final String HEAD_FONT = "黑体";
  private static final short GREY = IndexedColors.GREY_40_PERCENT.getIndex();
  private static final int HEAD_GROUND = 0xE7EDF6;
  private static final int MUST_GROUND = 0xFFF4D6;
  private static final int BAND_GROUND = 0xF1F2F4;

  private final Workbook workbook;
  private final CellStyle title;
  private final CellStyle note;
  private final CellStyle head;
  private final Map<Table.Kind, CellStyle> cells = new EnumMap<>(Table.Kind.class);

  public WorkbookStyles(Workbook workbook) {
    this.workbook = workbook;
    title = style(HEAD_FONT, 16);
    title.setAlignment(HorizontalAlignment.CENTER);
    note = style(BODY_FONT, 10);
    note.setWrapText(true);
    head = framed(style(HEAD_FONT, 10));
    head.setAlignment(HorizontalAlignment.CENTER);
    head.setWrapText(true);
    fill(head, HEAD_GROUND);
    for (Table.Kind kind : Table.Kind.values()) {
      cells.put(kind, made(kind));
    }
  }

  public CellStyle title() {
    return title;
  }

  public CellStyle note() {
    return note;
  }

  public CellStyle head() {
    return head;
  }

  public CellStyle cell(Table.Kind kind) {
    return Objects.requireNonNull(cells.get(kind));
  }

  /// A cell of the line at the foot.
  public CellStyle total(Table.Kind kind) {
    CellStyle total = workbook.createCellStyle();
    total.cloneStyleFrom(cell(kind));
    fill(total, BAND_GROUND);
    return total;
  }

  /// A cell of long words.
  public CellStyle wrapped() {
    return cell(Table.Kind.PROSE);
  }

  /// The head of a column that must be filled.
  public CellStyle must() {
    return head(MUST_GROUND);
  }

  /// A band over several columns.
  public CellStyle band() {
    return head(BAND_GROUND);
  }

  /// A column still to be filled, without the lines of a table.
  public CellStyle column(Table.Kind kind) {
    CellStyle column = style(BODY_FONT, 10);
    column.setDataFormat(cell(kind).getDataFormat());
    column.setAlignment(cell(kind).getAlignment());
    return column;
  }

  private CellStyle head(int ground) {
    CellStyle other = workbook.createCellStyle();
    other.cloneStyleFrom(head);
    fill(other, ground);
    return other;
  }

  private CellStyle made(Table.Kind kind) {
    CellStyle style = framed(style(BODY_FONT, 10));
    switch (kind) {
      case TEXT -> style.setDataFormat(format("@"));
      case PROSE -> {
        style.setDataFormat(format("@"));
        style.setWrapText(true);
      }
      case COUNT -> style.setDataFormat(format("#,##0"));
      case AMOUNT -> style.setDataFormat(format("#,##0.00"));
      // Also of a word that stands in place of a number.
      case EXACT -> {
        style.setDataFormat(format("#,##0.00####"));
        style.setAlignment(HorizontalAlignment.RIGHT);
      }
      case NUMBER -> style.setDataFormat(format("General"));
      case DAY -> {
        style.setDataFormat(format("yyyy-mm-dd"));
        style.setAlignment(HorizontalAlignment.CENTER);
      }
    }
    return style;
  }

  private short format(String pattern) {
    return workbook.createDataFormat().getFormat(pattern);
  }

  private CellStyle style(String face, int points) {
    Font font = workbook.createFont();
    font.setFontName(face);
    font.setFontHeightInPoints((short) points);
    CellStyle style = workbook.createCellStyle();
    style.setFont(font);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    return style;
  }

  private static CellStyle framed(CellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    style.setTopBorderColor(GREY);
    style.setBottomBorderColor(GREY);
    style.setLeftBorderColor(GREY);
    style.setRightBorderColor(GREY);
    return style;
  }

  private static void fill(CellStyle style, int rgb) {
    style.setFillForegroundColor(
        new XSSFColor(
            new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb},
            new DefaultIndexedColorMap()));
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }
}
