package seedbed.evidence.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.evidence.content.Turn;

/// The same picture as a camera keeps it however it is held: red, green / blue, black.
final class PhotosTest {

  private static final List<Color> UPRIGHT =
      List.of(Color.RED, Color.GREEN, Color.BLUE, Color.BLACK);
  private static final int WIDE = 240;
  private static final int HIGH = 120;

  @TempDir Path folder;

  static Stream<List<Integer>> held() {
    // The orientation, and where its stored corners stand in the upright picture: upper left, upper
    // right, lower left, lower right. From the table of Exif 2.3, 4.6.4.
    return Stream.of(
        List.of(1, 0, 1, 2, 3),
        List.of(2, 1, 0, 3, 2),
        List.of(3, 3, 2, 1, 0),
        List.of(4, 2, 3, 0, 1),
        List.of(5, 0, 2, 1, 3),
        List.of(6, 1, 3, 0, 2),
        List.of(7, 3, 1, 2, 0),
        List.of(8, 2, 0, 3, 1));
  }

  @ParameterizedTest
  @MethodSource("held")
  void standsUprightHoweverTheCameraWasHeld(List<Integer> held) throws IOException {
    for (var order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      var stored = held.subList(1, 5).stream().map(UPRIGHT::get).toList();
      var photo = photo(stored, held.getFirst() >= 5, exif(held.getFirst(), order));

      assertThat(corners(photo)).as("%s, %s", held, order).isEqualTo(UPRIGHT);
    }
  }

  @Test
  void withoutANoteItStaysAsItIs() throws IOException {
    assertThat(corners(photo(UPRIGHT, false, new byte[0]))).isEqualTo(UPRIGHT);
  }

  /// Nobody is to be kept from his folder by a camera that counts wrong.
  @ParameterizedTest
  @ValueSource(ints = {0, 9, 65_535})
  void anOrientationThatThereIsNotTurnsNothing(int orientation) {
    assertThat(Turn.of(head(exif(orientation, ByteOrder.BIG_ENDIAN)))).isEqualTo(Turn.NONE);
  }

  @Test
  void aNoteCutOffAnywhereTurnsNothingAndFailsNowhere() {
    var whole = head(exif(6, ByteOrder.BIG_ENDIAN));
    assertThat(Turn.of(whole)).isEqualTo(new Turn(false, 1));

    for (var length = 0; length < whole.length; length++) {
      assertThat(Turn.of(java.util.Arrays.copyOf(whole, length))).isEqualTo(Turn.NONE);
    }
  }

  @Test
  void directoriesOutsideTheNoteAreNotFollowed() {
    for (var offset : List.of(-1, 0, 7, 1_000, Integer.MAX_VALUE, Integer.MIN_VALUE)) {
      var note = exif(6, ByteOrder.BIG_ENDIAN);
      ByteBuffer.wrap(note).putInt(14, offset);

      assertThat(Turn.of(head(note))).isEqualTo(Turn.NONE);
    }
  }

  private List<Color> corners(byte[] photo) throws IOException {
    var file = Files.write(folder.resolve("photo.jpg"), photo);
    try (var document = new PDDocument()) {
      Photos.add(document, file.toFile());
      var page = new PDFRenderer(document).renderImage(0);
      var x = page.getWidth() / 2;
      var y = page.getHeight() / 2;
      return Stream.of(
              new Color(page.getRGB(x - WIDE / 4, y - HIGH / 4)),
              new Color(page.getRGB(x + WIDE / 4, y - HIGH / 4)),
              new Color(page.getRGB(x - WIDE / 4, y + HIGH / 4)),
              new Color(page.getRGB(x + WIDE / 4, y + HIGH / 4)))
          .map(PhotosTest::pure)
          .toList();
    }
  }

  // A JPEG changes colours a little.
  private static Color pure(Color seen) {
    return new Color(
        seen.getRed() > 127 ? 255 : 0,
        seen.getGreen() > 127 ? 255 : 0,
        seen.getBlue() > 127 ? 255 : 0);
  }

  private static byte[] photo(List<Color> corners, boolean sideways, byte[] note)
      throws IOException {
    var wide = sideways ? HIGH : WIDE;
    var high = sideways ? WIDE : HIGH;
    var image = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
    var brush = image.createGraphics();
    for (var i = 0; i < 4; i++) {
      brush.setColor(corners.get(i));
      brush.fillRect(i % 2 * wide / 2, i / 2 * high / 2, wide / 2, high / 2);
    }
    brush.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    var jpeg = bytes.toByteArray();
    var photo = new ByteArrayOutputStream();
    photo.write(jpeg, 0, 2);
    photo.writeBytes(note);
    photo.write(jpeg, 2, jpeg.length - 2);
    return photo.toByteArray();
  }

  private static byte[] head(byte[] note) {
    return ByteBuffer.allocate(2 + note.length).putShort((short) 0xffd8).put(note).array();
  }

  /// The segment in which a camera notes this orientation.
  private static byte[] exif(int orientation, ByteOrder order) {
    var note = ByteBuffer.allocate(36);
    note.putShort((short) 0xffe1)
        .putShort((short) 34)
        .put("Exif\0\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    note.order(order);
    note.putShort((short) (order == ByteOrder.BIG_ENDIAN ? 0x4d4d : 0x4949));
    note.putShort((short) 42).putInt(8).putShort((short) 1);
    note.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return note.array();
  }
}
