package seedbed.evidence.folder;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Writes text on A4, line after line; a full page is followed by the next.
final class Sheets implements AutoCloseable {

  private static final float MARGIN = 72;
  private static final float FOOT = 64;
  private static final float LEADING = 1.7f;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

  private final PDDocument document;
  private final Letters font;
  private PDPageContentStream content;
  private float y;

  Sheets(PDDocument document, Letters font) throws IOException {
    this.document = document;
    this.font = font;
    content = next();
  }

  private PDPageContentStream next() throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, page);
  }

  Sheets down(float points) {
    y -= points;
    return this;
  }

  Sheets paragraph(String text, float size) throws IOException {
    for (String line : lines(font, text, size, WIDTH)) {
      put(line, MARGIN, size);
    }
    return this;
  }

  Sheets centred(String text, float size) throws IOException {
    for (String line : lines(font, text, size, WIDTH)) {
      put(line, (PDRectangle.A4.getWidth() - font.width(line, size)) / 2, size);
    }
    return this;
  }

  /// Text at the left, a number at the right edge of its last line.
  Sheets entry(String text, String number, float size) throws IOException {
    List<String> lines = lines(font, text, size, WIDTH - 48);
    for (int i = 0; i < lines.size(); i++) {
      put(lines.get(i), MARGIN, size);
      if (i == lines.size() - 1) {
        write(number, MARGIN + WIDTH - font.width(number, size), y, size);
      }
    }
    return this;
  }

  Sheets rule() throws IOException {
    content.setStrokingColor(Color.GRAY);
    content.setLineWidth(0.6f);
    content.moveTo(MARGIN, y - 8);
    content.lineTo(MARGIN + WIDTH, y - 8);
    content.stroke();
    return down(16);
  }

  private void put(String line, float x, float size) throws IOException {
    if (y - size * LEADING < FOOT) {
      content.close();
      content = next();
    }
    y -= size * LEADING;
    write(line, x, y, size);
  }

  private void write(String line, float x, float at, float size) throws IOException {
    content.beginText();
    content.newLineAtOffset(x, at);
    font.show(content, line, size);
    content.endText();
  }

  /// Cut where a line is full; what the font cannot write becomes a box.
  static List<String> lines(Letters font, String text, float size, float width) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    float used = 0;
    for (int point : text.replace("\t", "  ").codePoints().toArray()) {
      String letter = font.writable(point);
      float room = point == '\n' ? 0 : font.width(letter, size);
      if (point == '\n' || used + room > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      if (point != '\n') {
        line.append(letter);
        used += room;
      }
    }
    lines.add(line.toString());
    return lines;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
