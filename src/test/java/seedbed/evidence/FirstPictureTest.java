package seedbed.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody waits for the first page that is drawn, and nothing of it stays.
final class FirstPictureTest {

  @TempDir Path folder;

  @Test
  void pagesAreDrawnAndNothingOfThemStays() throws IOException {
    List<byte[]> drawn = new ArrayList<>();
    PagePictures pictures =
        new PagePictures() {
          @Override
          byte[] draw(Path file, int page) throws IOException {
            byte[] picture = super.draw(file, page);
            drawn.add(picture);
            return picture;
          }
        };
    EvidenceSettings settings =
        new EvidenceSettings(folder, 20, 300, 2000, 150, 60, 500, 2000, 30, null, 60);

    new FirstPicture(pictures, new DirectoryStore(settings, Clock.systemUTC())).draw();

    assertThat(drawn).hasSizeGreaterThan(1);
    var picture = ImageIO.read(new ByteArrayInputStream(drawn.getFirst()));
    assertThat(picture.getWidth()).isGreaterThan(1_000);
    assertThat(dark(picture)).as("letters on the page").isGreaterThan(1_000);
    assertThat(folder.resolve("incoming")).isEmptyDirectory();
  }

  private static long dark(BufferedImage picture) {
    long dark = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        dark += (picture.getRGB(x, y) & 0xff) < 100 ? 1 : 0;
      }
    }
    return dark;
  }
}
