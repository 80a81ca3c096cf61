package seedbed.evidence.folder;

import java.awt.geom.AffineTransform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import seedbed.evidence.content.Turn;

/// Pictures on pages of their own, upright as a browser shows them: a phone held sideways leaves
/// the pixels as they came and notes how it was held.
final class Photos {

  private static final float MARGIN = 48;

  private Photos() {}

  static void add(PDDocument document, File content) throws IOException {
    PDImageXObject image = PDImageXObject.createFromFileByContent(content, document);
    Turn turn = turn(content);
    float across = turn.sideways() ? image.getHeight() : image.getWidth();
    float down = turn.sideways() ? image.getWidth() : image.getHeight();
    float scale =
        Math.min(
            1,
            Math.min(
                (PDRectangle.A4.getWidth() - 2 * MARGIN) / across,
                (PDRectangle.A4.getHeight() - 2 * MARGIN) / down));
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (var stream = new PDPageContentStream(document, page)) {
      stream.drawImage(image, place(turn, across * scale, down * scale));
    }
  }

  // The picture is the square from 0 to 1: turned about its middle, then stretched, then centred.
  private static Matrix place(Turn turn, float wide, float high) {
    var place = new AffineTransform();
    place.translate(PDRectangle.A4.getWidth() / 2, PDRectangle.A4.getHeight() / 2);
    place.scale(wide, high);
    // Counted against the clock, since a page begins at its lower left.
    place.quadrantRotate(-turn.quarters());
    place.scale(turn.mirrored() ? -1 : 1, 1);
    place.translate(-0.5, -0.5);
    return new Matrix(place);
  }

  private static Turn turn(File content) throws IOException {
    try (var bytes = Files.newInputStream(content.toPath())) {
      return Turn.of(bytes.readNBytes(Turn.HEAD));
    }
  }
}
