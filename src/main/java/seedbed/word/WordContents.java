package seedbed.word;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTabStop;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTabTlc;

/// Page numbers in the contents of a document. Only the program that lays the pages out knows them,
/// so each is a field that asks for the page of a mark.
final class WordContents {

  private WordContents() {}

  /// Marks where a part begins.
  ///
  /// @param part counted from one
  static void mark(XWPFParagraph paragraph, int part) {
    CTBookmark mark = paragraph.getCTP().addNewBookmarkStart();
    mark.setName(name(part));
    mark.setId(BigInteger.valueOf(part));
    paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(part));
  }

  /// Ends a line of the contents with dots and the page of a part at the right edge.
  ///
  /// @param width of the text, in twips
  static void pageOf(XWPFParagraph paragraph, int part, int width) {
    CTTabStop tab = paragraph.getCTPPr().addNewTabs().addNewTab();
    tab.setVal(STTabJc.RIGHT);
    tab.setLeader(STTabTlc.DOT);
    tab.setPos(BigInteger.valueOf(width));
    paragraph.createRun().addTab();
    CTSimpleField page = paragraph.getCTP().addNewFldSimple();
    page.setInstr("PAGEREF " + name(part) + " \\h");
    // Asked for when the file is opened: there is no number in it yet.
    page.setDirty(true);
  }

  private static String name(int part) {
    return "part" + part;
  }
}
