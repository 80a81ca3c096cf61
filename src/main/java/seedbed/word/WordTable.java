package seedbed.word;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
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

  private WordTable() {}

  /// A column of a table.
  ///
  /// @param share its part of the width, beside those of the others
  public record Column(String label, int share, boolean centred) {

    public static Column text(String label, int share) {
      return new Column(label, share, false);
    }

    public static Column centred(String label, int share) {
      return new Column(label, share, true);
    }
  }

  static void add(XWPFDocument document, List<Column> columns, Iterable<List<String>> rows) {
    CTTbl table = document.getDocument().getBody().addNewTbl();
    frame(table);
    int shares = columns.stream().mapToInt(Column::share).sum();
    List<BigInteger> widths =
        columns.stream()
            .map(column ->
                BigInteger.valueOf((long) OfficialDocument.textWidth() * column.share() / shares))
            .toList();
    var grid = table.addNewTblGrid();
    widths.forEach(width -> grid.addNewGridCol().setW(width));
    CTRow head = table.addNewTr();
    CTTrPr repeated = head.addNewTrPr();
    repeated.addNewTblHeader();
    repeated.addNewCantSplit();
    for (int column = 0; column < columns.size(); column++) {
      cell(head, columns.get(column).label(), widths.get(column), true, OfficialDocument.HEAD);
    }
    for (List<String> values : rows) {
      CTRow row = table.addNewTr();
      row.addNewTrPr().addNewCantSplit();
      for (int column = 0; column < columns.size(); column++) {
        cell(
            row,
            values.get(column),
            widths.get(column),
            columns.get(column).centred(),
            OfficialDocument.BODY);
      }
    }
  }

  private static void frame(CTTbl table) {
    CTTblPr properties = table.addNewTblPr();
    var width = properties.addNewTblW();
    width.setType(STTblWidth.DXA);
    width.setW(BigInteger.valueOf(OfficialDocument.textWidth()));
    properties.addNewJc().setVal(STJcTable.CENTER);
    CTTblBorders borders = properties.addNewTblBorders();
    for (var border :
        List.of(
            borders.addNewTop(),
            borders.addNewLeft(),
            borders.addNewBottom(),
            borders.addNewRight(),
            borders.addNewInsideH(),
            borders.addNewInsideV())) {
      border.setVal(STBorder.SINGLE);
      border.setSz(BigInteger.valueOf(4));
    }
    properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
  }

  private static void cell(CTRow row, String text, BigInteger width, boolean centred, String face) {
    CTTc cell = row.addNewTc();
    var properties = cell.addNewTcPr();
    var cellWidth = properties.addNewTcW();
    cellWidth.setType(STTblWidth.DXA);
    cellWidth.setW(width);
    properties.addNewVAlign().setVal(STVerticalJc.CENTER);
    CTP paragraph = cell.addNewP();
    if (centred) {
      paragraph.addNewPPr().addNewJc().setVal(STJc.CENTER);
    }
    CTR run = paragraph.addNewR();
    CTRPr style = run.addNewRPr();
    CTFonts fonts = style.addNewRFonts();
    fonts.setAscii(face);
    fonts.setHAnsi(face);
    fonts.setEastAsia(face);
    style.addNewSz().setVal(BigInteger.valueOf(SIZE));
    run.addNewT().setStringValue(text);
  }
}
