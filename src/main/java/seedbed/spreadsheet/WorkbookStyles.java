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

/// How the product's workbooks look: official type faces, hairlines, a pale head.
public final class WorkbookStyles {

  private static final String BODY_FONT = "宋体";
  private static final String HEAD_FONT = "黑体";
  private static final short GREY = IndexedColors.GREY_40_PERCENT.getIndex();

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
    fill(head, IndexedColors.PALE_BLUE);
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

  /// A cell of long words.
  public CellStyle wrapped() {
    CellStyle style = workbook.createCellStyle();
    style.cloneStyleFrom(cell(Table.Kind.TEXT));
    style.setWrapText(true);
    return style;
  }

  /// A head in another shade, for a band over columns or a column that must be filled.
  public CellStyle head(IndexedColors colour) {
    CellStyle band = workbook.createCellStyle();
    band.cloneStyleFrom(head);
    fill(band, colour);
    return band;
  }

  private CellStyle made(Table.Kind kind) {
    CellStyle style = framed(style(BODY_FONT, 10));
    switch (kind) {
      case TEXT -> style.setDataFormat(format("@"));
      case COUNT -> style.setDataFormat(format("#,##0"));
      case AMOUNT -> style.setDataFormat(format("#,##0.00"));
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

  private static void fill(CellStyle style, IndexedColors colour) {
    style.setFillForegroundColor(colour.getIndex());
    style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
  }
}
