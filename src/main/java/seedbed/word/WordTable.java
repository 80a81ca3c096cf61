package seedbed.word;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJcTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;

/// Tables of documents, written as elements: the library's own cells take ten times as long for the
/// lists of thousands that an office prints.
public final class WordTable {

  /// Half points: 10.5 point.
  private static final int SIZE = 21;

  // Twips: 56.7 a millimetre.
  private static final int CELL_MARGIN = 54;

  // In rows.
  private static final int SHORT = 8;
  private static final int KEPT = 3;

  private static final int WRITTEN_HEIGHT = 510;
  private static final int COVER_HEIGHT = 850;
  private static final int COVER_LABEL = 2800;
  private static final int COVER_TEXT = 4600;

  private WordTable() {}

  /// A column of a table.
  ///
  /// @param share its part of the width, beside those of the others
  public record Column(String label, int share, Side side) {

    public static Column text(String label, int share) {
      return new Column(label, share, Side.LEFT);
    }

    public static Column centred(String label, int share) {
      return new Column(label, share, Side.CENTRE);
    }

    /// Of numbers, whose digits then stand below each other.
    public static Column number(String label, int share) {
      return new Column(label, share, Side.RIGHT);
    }
  }

  /// Where a column's words stand; heads stand in the middle.
  public enum Side {
    LEFT,
    CENTRE,
    RIGHT
  }

  /// What a line of a cover says.
  public record Labelled(String label, String text) {}

  /// How the rows of a table behave.
  enum Rows {
    /// Short ones, each on one page.
    LISTED,
    /// Not too low to write into, each on one page.
    ENTERED,
    /// Not too low to write into, and going on overleaf.
    PROSE
  }

  /// @param twips the width of all columns
  /// @param said told each line as words
  static void add(
      XWPFDocument document,
      List<Column> columns,
      Iterable<List<String>> rows,
      Rows kind,
      int twips,
      Consumer<String> said) {
    CTTbl table = document.getDocument().getBody().addNewTbl();
    frame(table, twips);
    int shares = columns.stream().mapToInt(Column::share).sum();
    List<BigInteger> widths =
        columns.stream()
            .map(column -> BigInteger.valueOf((long) twips * column.share() / shares))
            .toList();
    grid(table, widths);
    CTRow head = table.addNewTr();
    CTTrPr repeated = head.addNewTrPr();
    repeated.addNewTblHeader();
    repeated.addNewCantSplit();
    for (int column = 0; column < columns.size(); column++) {
      cell(
          head,
          columns.get(column).label(),
          widths.get(column),
          Side.CENTRE,
          OfficialDocument.HEAD);
    }
    for (List<String> values : rows) {
      said.accept(String.join(" ", values));
      CTRow row = table.addNewTr();
      properties(row, kind);
      for (int column = 0; column < columns.size(); column++) {
        cell(
            row,
            values.get(column),
            widths.get(column),
            columns.get(column).side(),
            OfficialDocument.BODY);
      }
    }
  }

  /// Lets the end of a table stay with what follows it: all of a short one, the last rows of
  /// another.
  static void keepEnd(CTTbl table) {
    int rows = table.sizeOfTrArray();
    for (int row = rows <= SHORT ? 0 : rows - KEPT; row < rows; row++) {
      for (CTTc cell : table.getTrArray(row).getTcList()) {
        for (CTP paragraph : cell.getPList()) {
          var properties = paragraph.isSetPPr() ? paragraph.getPPr() : paragraph.addNewPPr();
          if (!properties.isSetKeepNext()) {
            properties.addNewKeepNext();
          }
        }
      }
    }
  }

  /// Two columns without a frame; what is written beside a label stands on a line.
  static void cover(XWPFDocument document, List<Labelled> lines) {
    CTTbl table = document.getDocument().getBody().addNewTbl();
    BigInteger label = BigInteger.valueOf(COVER_LABEL);
    BigInteger text = BigInteger.valueOf(COVER_TEXT);
    width(table.addNewTblPr(), COVER_LABEL + COVER_TEXT);
    grid(table, List.of(label, text));
    for (Labelled line : lines) {
      CTRow row = table.addNewTr();
      row.addNewTrPr().addNewTrHeight().setVal(BigInteger.valueOf(COVER_HEIGHT));
      write(
          cell(row, label, STVerticalJc.BOTTOM),
          line.label(),
          Side.CENTRE,
          OfficialDocument.BODY,
          32);
      CTTc written = cell(row, text, STVerticalJc.BOTTOM);
      line(written.getTcPr().addNewTcBorders().addNewBottom());
      write(written, line.text(), Side.CENTRE, OfficialDocument.BODY, 32);
    }
  }

  private static void properties(CTRow row, Rows kind) {
    CTTrPr properties = row.addNewTrPr();
    switch (kind) {
      case LISTED -> properties.addNewCantSplit();
      case ENTERED -> {
        properties.addNewCantSplit();
        properties.addNewTrHeight().setVal(BigInteger.valueOf(WRITTEN_HEIGHT));
      }
      case PROSE -> properties.addNewTrHeight().setVal(BigInteger.valueOf(WRITTEN_HEIGHT));
    }
  }

  private static void grid(CTTbl table, List<BigInteger> widths) {
    var grid = table.addNewTblGrid();
    widths.forEach(width -> grid.addNewGridCol().setW(width));
  }

  private static void width(CTTblPr properties, int twips) {
    var width = properties.addNewTblW();
    width.setType(STTblWidth.DXA);
    width.setW(BigInteger.valueOf(twips));
    properties.addNewJc().setVal(STJcTable.CENTER);
  }

  private static void frame(CTTbl table, int twips) {
    CTTblPr properties = table.addNewTblPr();
    width(properties, twips);
    CTTblBorders borders = properties.addNewTblBorders();
    line(borders.addNewTop());
    line(borders.addNewLeft());
    line(borders.addNewBottom());
    line(borders.addNewRight());
    line(borders.addNewInsideH());
    line(borders.addNewInsideV());
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
    // Half of what programs leave: figures and days would not stand on one line.
    CTTblCellMar margins = properties.addNewTblCellMar();
    margin(margins.addNewLeft());
    margin(margins.addNewRight());
  }

  private static void margin(CTTblWidth margin) {
    margin.setType(STTblWidth.DXA);
    margin.setW(BigInteger.valueOf(CELL_MARGIN));
  }

  private static void line(CTBorder border) {
    border.setVal(STBorder.SINGLE);
    border.setSz(BigInteger.valueOf(4));
  }

  private static void cell(CTRow row, String text, BigInteger width, Side side, String face) {
    write(cell(row, width, STVerticalJc.CENTER), text, side, face, SIZE);
  }

  private static CTTc cell(CTRow row, BigInteger width, STVerticalJc.Enum place) {
    CTTc cell = row.addNewTc();
    var properties = cell.addNewTcPr();
    var cellWidth = properties.addNewTcW();
    cellWidth.setType(STTblWidth.DXA);
    cellWidth.setW(width);
    properties.addNewVAlign().setVal(place);
    return cell;
  }

  /// Each line is a paragraph, as people make them.
  private static void write(CTTc cell, String text, Side side, String face, int halfPoints) {
    text.lines().forEach(line -> paragraph(cell, line, side, face, halfPoints));
    if (text.isEmpty()) {
      paragraph(cell, "", side, face, halfPoints);
    }
  }

  private static void paragraph(CTTc cell, String line, Side side, String face, int halfPoints) {
    CTP paragraph = cell.addNewP();
    switch (side) {
      case LEFT -> {
        // Where programs put it anyway.
      }
      case CENTRE -> paragraph.addNewPPr().addNewJc().setVal(STJc.CENTER);
      case RIGHT -> paragraph.addNewPPr().addNewJc().setVal(STJc.RIGHT);
    }
    CTR run = paragraph.addNewR();
    CTRPr style = run.addNewRPr();
    CTFonts fonts = style.addNewRFonts();
    fonts.setAscii(face);
    fonts.setHAnsi(face);
    fonts.setEastAsia(face);
    style.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    int from = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
      text(run, line.substring(from, tab));
      run.addNewTab();
      from = tab + 1;
    }
    text(run, line.substring(from));
  }

  private static void text(CTR run, String text) {
    CTText written = run.addNewT();
    written.setStringValue(text);
    if (!text.equals(text.strip())) {
      written.setSpace(SpaceAttribute.Space.PRESERVE);
    }
  }
}
