package seedbed.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import seedbed.web.Formats;

/// A document in the making, from its title to the date. Margins, type faces and sizes are those of
/// official documents: title in 22 point, text in 仿宋 of 16 point with 28 point lines, heads in 黑体,
/// tables in 10.5 point with their head on every page, page numbers as — 1 —.
public final class OfficialDocument implements AutoCloseable {

  static final String BODY = "仿宋";
  static final String HEAD = "黑体";
  private static final String TITLE = "方正小标宋简体";
  private static final int TITLE_POINTS = 22;
  private static final int TEXT_POINTS = 16;
  private static final int NOTE_POINTS = 14;
  // What an archive can say: 1980.
  private static final long EARLIEST_SECONDS = 315_532_800L;
  private static final int LINE_TWIPS = 28 * 20;
  private static final int TWO_CHARACTERS = 2 * TEXT_POINTS * 20;

  // Twips: 1440 an inch, 56.7 a millimetre.
  private static final int A4_WIDTH = 11906;
  private static final int A4_HEIGHT = 16838;
  private static final int TOP = 2098;
  private static final int BOTTOM = 1984;
  private static final int LEFT = 1588;
  private static final int RIGHT = 1474;

  private final XWPFDocument document = new XWPFDocument();
  private Instant made = Instant.EPOCH.plusSeconds(EARLIEST_SECONDS);

  /// Begins with the title.
  public OfficialDocument(String title) {
    page();
    pageNumbers();
    XWPFParagraph paragraph = paragraph(ParagraphAlignment.CENTER);
    paragraph.setSpacingAfter(120);
    run(paragraph, title, TITLE, TITLE_POINTS);
  }

  /// How wide the text is, in twips.
  static int textWidth() {
    return A4_WIDTH - LEFT - RIGHT;
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

  public OfficialDocument text(String text) {
    XWPFParagraph paragraph = paragraph(ParagraphAlignment.BOTH);
    paragraph.setIndentationFirstLine(TWO_CHARACTERS);
    run(paragraph, text, BODY, TEXT_POINTS);
    return this;
  }

  /// A table as wide as the text; columns share the width as they say.
  public OfficialDocument table(List<WordTable.Column> columns, Iterable<List<String>> rows) {
    WordTable.add(document, columns, rows);
    return this;
  }

  /// Who issued it and when, at the right.
  public OfficialDocument signed(String unit, LocalDate day) {
    paragraph(ParagraphAlignment.BOTH);
    run(paragraph(ParagraphAlignment.RIGHT), unit, BODY, TEXT_POINTS);
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

  /// The same content, made at the same moment, is the same to the byte: the entries of the archive
  /// carry that moment and not the one of writing.
  public void write(OutputStream out) throws IOException {
    var written = new ByteArrayOutputStream();
    document.write(written);
    try (var entries = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()));
        var archive = new ZipOutputStream(out)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        var stamped = new ZipEntry(entry.getName());
        stamped.setTimeLocal(LocalDateTime.ofInstant(made, ZoneOffset.UTC));
        archive.putNextEntry(stamped);
        entries.transferTo(archive);
        archive.closeEntry();
      }
    }
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

  private static void run(XWPFParagraph paragraph, String text, String face, int points) {
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
    XWPFParagraph paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    run(paragraph, "— ", BODY, NOTE_POINTS);
    paragraph.getCTP().addNewFldSimple().setInstr("PAGE");
    run(paragraph, " —", BODY, NOTE_POINTS);
  }
}
