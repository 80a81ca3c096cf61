package seedbed.evidence;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Draws a page that nobody asked for, soon after the start. The first page that a process draws
/// takes about ten times as long as later ones: fonts of the machine are looked for, the library is
/// loaded, and nothing of it is compiled yet. This way nobody waits for that.
@Singleton
@Requires(notEnv = Environment.TEST)
class FirstPicture {

  private static final Logger LOG = LoggerFactory.getLogger(FirstPicture.class);
  private static final int TIMES = 3;
  private static final int LINES = 50;
  private static final int SIZE = 10;
  private static final int LEADING = 12;
  private static final int LEFT = 40;
  private static final int TOP = 740;

  /// A font that comes with the library, embedded as those of most papers are.
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final String WORDS =
      "Seedbed 0123456789 abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private final PagePictures pictures;
  private final ContentStore store;

  FirstPicture(PagePictures pictures, ContentStore store) {
    this.pictures = pictures;
    this.store = store;
  }

  @Scheduled(initialDelay = "10s")
  void draw() throws IOException {
    Path file = store.incoming();
    try {
      write(file);
      for (int time = 0; time < TIMES; time++) {
        pictures.draw(file, 1);
      }
      LOG.debug("Ready to draw pages");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static void write(Path file) throws IOException {
    try (PDDocument document = new PDDocument();
        InputStream font = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.setFont(PDType0Font.load(document, font), SIZE);
        content.setLeading(LEADING);
        content.beginText();
        content.newLineAtOffset(LEFT, TOP);
        for (int line = 0; line < LINES; line++) {
          content.showText(WORDS);
          content.newLine();
        }
        // One that is not embedded is looked for on the machine.
        content.setFont(new PDType1Font(FontName.HELVETICA), SIZE);
        content.showText(WORDS);
        content.endText();
      }
      document.save(file.toFile());
    }
  }
}
