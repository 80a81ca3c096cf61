package seedbed.evidence.folder;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Letters for a document: of the Chinese font, and where that one has none of the sort, which is
/// so for Latin ones in some, of the one every reader has.
final class Letters {

  private static final String UNKNOWN = "?";
  private static final int WHOLE = 1000;

  private final PDType0Font chinese;
  private final PDFont latin = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private final Map<Integer, String> written = new HashMap<>();

  Letters(PDType0Font chinese) {
    this.chinese = chinese;
  }

  /// What stands for a letter; a question mark where no font has it.
  String writable(int point) {
    return written.computeIfAbsent(point, this::find);
  }

  private String find(int point) {
    if (Character.isISOControl(point) || Character.isWhitespace(point)) {
      return point == '\u3000' ? "  " : " ";
    }
    String letter = Character.toString(point);
    return has(chinese, letter) || has(latin, letter) ? letter : UNKNOWN;
  }

  private static boolean has(PDFont font, String letter) {
    try {
      font.encode(letter);
      return true;
    } catch (IOException | IllegalArgumentException _) {
      return false;
    }
  }

  private PDFont font(String letter) {
    return has(latin, letter) ? latin : chinese;
  }

  float width(String text, float size) throws IOException {
    float width = 0;
    for (int point : text.codePoints().toArray()) {
      String letter = writable(point);
      width += font(letter).getStringWidth(letter);
    }
    return width / WHOLE * size;
  }

  /// Writes it where the text stands, changing the font as often as needed.
  void show(PDPageContentStream content, String text, float size) throws IOException {
    StringBuilder run = new StringBuilder();
    PDFont current = latin;
    for (int point : text.codePoints().toArray()) {
      String letter = writable(point);
      PDFont wanted = font(letter);
      if (!wanted.equals(current)) {
        flush(content, run, current, size);
        current = wanted;
      }
      run.append(letter);
    }
    flush(content, run, current, size);
  }

  private static void flush(PDPageContentStream content, StringBuilder run, PDFont font, float size)
      throws IOException {
    if (!run.isEmpty()) {
      content.setFont(font, size);
      content.showText(run.toString());
      run.setLength(0);
    }
  }
}
