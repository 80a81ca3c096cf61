package seedbed.word;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.util.Units;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.w3c.dom.Node;
import seedbed.web.DatedArchive;
import seedbed.web.Formats;
import seedbed.web.QrCode;

/// A document in the making, from its title or cover to the date. Margins, type faces and sizes are
/// those of official documents: title in 22 point, text in 仿宋 of 16 point with 28 point lines,
/// heads in 黑体 and 楷体, tables in 10.5 point with their head on every page, page numbers as — 1 —.
public final class OfficialDocument implements AutoCloseable {

  static final String BODY = "仿宋";
  static final String HEAD = "黑体";
  private static final String SUBHEAD = "楷体";
  private static final String TITLE = "方正小标宋简体";
  private static final int TITLE_POINTS = 22;
  private static final int TEXT_POINTS = 16;
  private static final int NOTE_POINTS = 14;
  private static final double HINT_POINTS = 10.5;
  private static final double MARGIN_POINTS = 9;
  private static final double GAP_POINTS = 10;
  // What an archive can say: 1980.
  private static final long EARLIEST_SECONDS = 315_532_800L;
  private static final double POINTS_A_MILLIMETRE = 72 / 25.4;
  private static final int LINE_TWIPS = 28 * 20;
  private static final int TWO_CHARACTERS = 2 * TEXT_POINTS * 20;

  // Twips: 1440 an inch, 56.7 a millimetre.
  private static final int A4_WIDTH = 11906;
  private static final int A4_HEIGHT = 16838;
  private static final int TOP = 2098;
  private static final int BOTTOM = 1984;
  private static final int LEFT = 1588;
  private static final int RIGHT = 1474;

  // A code of this size is read by any phone from paper.
  private static final int CODE_MILLIMETRES = 24;

  private static final Set<String> WRITTEN = Set.of("p", "tbl");
  private static final int CODE_TWIPS = 1500;
  private static final double IMPRINT_POINTS = 10.5;

  private final XWPFDocument document = new XWPFDocument();
  private final XWPFFooter footer;
  private final StringBuilder words = new StringBuilder();
  private int textWidth = A4_WIDTH - LEFT - RIGHT;
  private int parts;
  private Instant made = Instant.EPOCH.plusSeconds(EARLIEST_SECONDS);

  private OfficialDocument() {
    page();
    footer = document.createFooter(HeaderFooterType.DEFAULT);
    pageNumbers();
  }

  /// Begins with the title.
  public OfficialDocument(String title) {
    this();
    title(title);
  }

  /// The first page of a document that has one.
  ///
  /// @param above the title, in smaller letters
  /// @param lines what is written or filled in beside a label
  /// @param below the lines at the foot of the page
  public record Cover(
      String above, String title, List<WordTable.Labelled> lines, List<String> below) {
    public Cover {
      lines = List.copyOf(lines);
      below = List.copyOf(below);
    }
  }

  /// Begins with a cover, which has no page number; what follows it begins with [#part].
  public OfficialDocument(Cover cover) {
    this();
    // A footer of its own, without anything in it.
    document.createFooter(HeaderFooterType.FIRST).createParagraph();
    run(spaced(90), cover.above(), TITLE, 24);
    run(spaced(24), cover.title(), TITLE, 36);
    spaced(70);
    WordTable.cover(document, cover.lines());
    // So that the last line stands at the same height whether there are two lines or four.
    int before = Math.max(12, 260 - 40 * cover.lines().size());
    for (String line : cover.below()) {
      run(spaced(before), line, BODY, TEXT_POINTS);
      before = 12;
    }
  }

  /// A centred paragraph so many points below the last one.
  private XWPFParagraph spaced(int points) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    paragraph.setSpacingBefore(points * 20);
    return paragraph;
  }

  private XWPFParagraph title(String title) {
    XWPFParagraph paragraph = paragraph(ParagraphAlignment.CENTER);
    paragraph.setSpacingAfter(120);
    run(paragraph, title, TITLE, TITLE_POINTS);
    return paragraph;
  }

  /// A title on a new page.
  public OfficialDocument part(String title) {
    XWPFParagraph paragraph = title(title);
    paragraph.setPageBreak(true);
    WordContents.mark(paragraph, ++parts);
    return this;
  }

  /// What parts follow, each with the number of its page.
  ///
  /// @param parts in their order, one for each [#part] that comes
  public OfficialDocument contents(List<String> parts) {
    heading("目录");
    for (int part = 1; part <= parts.size(); part++) {
      String line = part + ". " + parts.get(part - 1);
      XWPFParagraph paragraph = paragraph(ParagraphAlignment.LEFT);
      run(paragraph, line, BODY, TEXT_POINTS);
      WordContents.pageOf(paragraph, part, textWidth);
    }
    return this;
  }

  /// On pages that lie on their side, for tables that are too wide for upright ones.
  public OfficialDocument sideways() {
    CTSectPr section = document.getDocument().getBody().getSectPr();
    CTPageSz size = section.getPgSz();
    size.setOrient(STPageOrientation.LANDSCAPE);
    size.setW(BigInteger.valueOf(A4_HEIGHT));
    size.setH(BigInteger.valueOf(A4_WIDTH));
    // Turned with the sheet: what was above is at the left.
    CTPageMar margins = section.getPgMar();
    margins.setTop(BigInteger.valueOf(RIGHT));
    margins.setBottom(BigInteger.valueOf(LEFT));
    margins.setLeft(BigInteger.valueOf(TOP));
    margins.setRight(BigInteger.valueOf(BOTTOM));
    textWidth = A4_HEIGHT - TOP - BOTTOM;
    return this;
  }

  /// A centred line under the title, such as the number of the document.
  public OfficialDocument subtitle(String text) {
    run(paragraph(ParagraphAlignment.CENTER), text, BODY, NOTE_POINTS);
    return this;
  }

  public OfficialDocument heading(String text) {
    XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(TWO_CHARACTERS);
    paragraph.setKeepNext(true);
    run(paragraph, text, HEAD, TEXT_POINTS);
    return this;
  }

  /// A little room: two tables without anything between them become one.
  public OfficialDocument gap() {
    XWPFParagraph paragraph = plain(ParagraphAlignment.LEFT);
    paragraph.setSpacingBetween(GAP_POINTS, LineSpacingRule.EXACT);
    return this;
  }

  /// A heading below [#heading].
  public OfficialDocument subheading(String text) {
    XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(TWO_CHARACTERS);
    paragraph.setKeepNext(true);
    run(paragraph, text, SUBHEAD, TEXT_POINTS);
    return this;
  }

  /// What a table is about, over it.
  public OfficialDocument caption(String text) {
    XWPFParagraph paragraph = paragraph(ParagraphAlignment.LEFT);
    paragraph.setKeepNext(true);
    run(paragraph, text, HEAD, NOTE_POINTS);
    return this;
  }

  /// How something is to be filled in or understood, in small letters.
  public OfficialDocument hint(String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    paragraph.setSpacingBefore(60);
    paragraph.setSpacingAfter(60);
    paragraph.setKeepNext(true);
    run(paragraph, text, BODY, HINT_POINTS);
    return this;
  }

  /// The same at the end of a document, where nothing follows that it has to stay with.
  public OfficialDocument note(String text) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.BOTH);
    run(paragraph, text, BODY, HINT_POINTS);
    return this;
  }

  public OfficialDocument text(String text) {
    XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(TWO_CHARACTERS);
    run(paragraph, text, BODY, TEXT_POINTS);
    return this;
  }

  /// A table as wide as the text; columns share the width as they say.
  public OfficialDocument table(List<WordTable.Column> columns, Iterable<List<String>> rows) {
    return table(columns, rows, WordTable.Rows.LISTED);
  }

  /// A table to write entries into: rows are as high as a hand needs.
  public OfficialDocument form(List<WordTable.Column> columns, Iterable<List<String>> rows) {
    return table(columns, rows, WordTable.Rows.ENTERED);
  }

  /// A table of longer texts; they go on overleaf.
  public OfficialDocument prose(List<WordTable.Column> columns, Iterable<List<String>> rows) {
    return table(columns, rows, WordTable.Rows.PROSE);
  }

  private OfficialDocument table(
      List<WordTable.Column> columns, Iterable<List<String>> rows, WordTable.Rows kind) {
    WordTable.add(
        document, columns, rows, kind, textWidth, line -> words.append(line).append('\n'));
    return this;
  }

  /// A centred picture of its own height.
  ///
  /// @param png not empty
  public OfficialDocument picture(byte[] png, int widthMm) {
    draw(plain(ParagraphAlignment.CENTER), png, widthMm);
    return this;
  }

  /// Lets what was written last stay with what follows, so that no page has nothing but a signature
  /// or a code.
  public OfficialDocument keepLast() {
    var body = document.getDocument().getBody();
    if (endsWithTable()) {
      WordTable.keepEnd(body.getTblArray(body.sizeOfTblArray() - 1));
    } else if (body.sizeOfPArray() > 0) {
      document.getParagraphs().getLast().setKeepNext(true);
    }
    return this;
  }

  private boolean endsWithTable() {
    Node last = document.getDocument().getBody().getDomNode().getLastChild();
    while (last != null && !WRITTEN.contains(last.getLocalName())) {
      last = last.getPreviousSibling();
    }
    return last != null && "tbl".equals(last.getLocalName());
  }

  /// What proves the paper, at its end: number, code, and the QR code of an address.
  public OfficialDocument imprint(Imprint imprint) {
    return keepLast().imprint(imprint, List.of());
  }

  /// The same below other lines. All of it stands beside the picture: below it, it is so high that
  /// it is often pushed to a page of its own.
  public OfficialDocument imprint(Imprint imprint, List<String> above) {
    XWPFTable table = document.createTable(1, 2);
    table.removeBorders();
    table.setWidth(textWidth);
    XWPFTableRow row = table.getRow(0);
    row.setCantSplitRow(true);
    row.getCell(0).setWidth(String.valueOf(CODE_TWIPS));
    row.getCell(1).setWidth(String.valueOf(textWidth - CODE_TWIPS));
    row.getCell(1).setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
    draw(
        row.getCell(0).getParagraphs().getFirst(), QrCode.png(imprint.address()), CODE_MILLIMETRES);
    List<String> lines = new ArrayList<>(above);
    lines.addAll(List.of("档案编号：" + imprint.number(), "校验码：" + imprint.code(), Imprint.ADVICE));
    for (int place = 0; place < lines.size(); place++) {
      XWPFParagraph paragraph =
          place == 0 ? row.getCell(1).getParagraphs().getFirst() : row.getCell(1).addParagraph();
      run(paragraph, lines.get(place), BODY, IMPRINT_POINTS);
    }
    return this;
  }

  // A table cannot be the last thing of a document: Word puts a line behind it, which may begin a
  // page. This one is as low as can be.
  private void end() {
    XWPFParagraph last = plain(ParagraphAlignment.LEFT);
    last.setSpacingBetween(1, LineSpacingRule.EXACT);
    last.createRun().setFontSize(1);
  }

  /// A line in small letters under the number of every page but a cover.
  public OfficialDocument foot(String line) {
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    run(paragraph, line, BODY, MARGIN_POINTS);
    return this;
  }

  /// What programs find in the file and nobody sees on paper.
  public OfficialDocument property(String name, String value) {
    document.getProperties().getCustomProperties().addProperty(name, value);
    return this;
  }

  /// What is outside of tables, in its order, and at the foot of pages.
  public List<String> sentences() {
    return Stream.concat(document.getParagraphs().stream(), footer.getParagraphs().stream())
        .map(XWPFParagraph::getText)
        .toList();
  }

  /// All that it says so far, line by line, for whoever searches.
  public String words() {
    return words.toString();
  }

  private XWPFParagraph plain(ParagraphAlignment alignment) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(alignment);
    return paragraph;
  }

  // A line of fixed height would cut the picture off.
  private static void draw(XWPFParagraph paragraph, byte[] png, int widthMm) {
    try {
      BufferedImage image =
          Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "not a picture");
      int width = Units.toEMU(widthMm * POINTS_A_MILLIMETRE);
      int height = (int) ((long) width * image.getHeight() / image.getWidth());
      paragraph
          .createRun()
          .addPicture(new ByteArrayInputStream(png), PictureType.PNG, "picture.png", width, height);
    } catch (IOException | InvalidFormatException e) {
      throw new IllegalStateException("a picture in memory can be read", e);
    }
  }

  /// Who issued it and when, at the right.
  public OfficialDocument signed(String unit, LocalDate day) {
    keepLast();
    paragraph(ParagraphAlignment.BOTH).setKeepNext(true);
    XWPFParagraph signature = paragraph(ParagraphAlignment.RIGHT);
    signature.setKeepNext(true);
    run(signature, unit, BODY, TEXT_POINTS);
    run(
        paragraph(ParagraphAlignment.RIGHT),
        Formats.longDay(day).replace(" ", ""),
        BODY,
        TEXT_POINTS);
    return this;
  }

  /// The moment that the file names as its making; the same content then makes the same properties.
  public OfficialDocument made(Instant at) {
    made = at;
    var properties = document.getProperties().getCoreProperties();
    properties.setCreator("培育库");
    properties.getUnderlyingProperties().setCreatedProperty(Optional.of(Date.from(at)));
    properties.getUnderlyingProperties().setModifiedProperty(Optional.of(Date.from(at)));
    return this;
  }

  /// The same content, made at the same moment, is the same to the byte.
  public void write(OutputStream out) throws IOException {
    if (endsWithTable()) {
      end();
    }
    var written = new ByteArrayOutputStream();
    document.write(written);
    DatedArchive.copy(written, made, out);
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private XWPFParagraph paragraph(ParagraphAlignment alignment) {
    XWPFParagraph paragraph = document.createParagraph();
    paragraph.setAlignment(alignment);
    paragraph.setSpacingBetween(LINE_TWIPS / 20.0, LineSpacingRule.EXACT);
    return paragraph;
  }

  private void run(XWPFParagraph paragraph, String text, String face, double points) {
    words.append(text).append('\n');
    written(paragraph, text, face, points);
  }

  private static void written(XWPFParagraph paragraph, String text, String face, double points) {
    XWPFRun run = paragraph.createRun();
    run.setText(text);
    run.setFontSize(points);
    faces(run, face);
  }

  /// The face for Chinese and for everything else.
  static void faces(XWPFRun run, String face) {
    run.setFontFamily(face);
    run.setFontFamily(face, XWPFRun.FontCharRange.eastAsia);
  }

  private void page() {
    CTSectPr section = document.getDocument().getBody().addNewSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(BigInteger.valueOf(A4_WIDTH));
    size.setH(BigInteger.valueOf(A4_HEIGHT));
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(BigInteger.valueOf(TOP));
    margins.setBottom(BigInteger.valueOf(BOTTOM));
    margins.setLeft(BigInteger.valueOf(LEFT));
    margins.setRight(BigInteger.valueOf(RIGHT));
  }

  private void pageNumbers() {
    XWPFParagraph paragraph = footer.createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    written(paragraph, "— ", BODY, NOTE_POINTS);
    paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    written(paragraph, " —", BODY, NOTE_POINTS);
  }
}
