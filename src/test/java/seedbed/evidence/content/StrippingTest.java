package seedbed.evidence.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("照片里不留拍摄信息")
final class StrippingTest {

  private static final String PLACE = "GPS 32.39N 120.56E";

  private static byte[] picture(String format) throws IOException {
    var image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 24; x++) {
      image.setRGB(x, x % 16, 0xff8800);
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  /// A JPG with one more segment behind its first two bytes.
  private static byte[] with(byte[] jpeg, int marker, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.write(0xff);
    out.write(marker);
    out.write((content.length + 2) >> 8);
    out.write(content.length + 2);
    out.writeBytes(content);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static byte[] exif(int orientation) {
    var out = new ByteArrayOutputStream();
    out.writeBytes("Exif\0\0MM\0*\0\0\0\10".getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(new byte[] {0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0});
    out.writeBytes(new byte[4]);
    out.writeBytes(PLACE.getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static int[] pixels(byte[] photo) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photo));
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void placeAndCommentGoAndThePixelsStay() throws Exception {
    byte[] plain = picture("jpg");
    byte[] taken =
        with(with(plain, 0xe1, exif(1)), 0xfe, PLACE.getBytes(StandardCharsets.US_ASCII));

    byte[] stripped = Stripping.of(taken);

    assertThat(text(taken)).contains(PLACE);
    assertThat(text(stripped)).doesNotContain(PLACE).doesNotContain("Exif");
    assertThat(pixels(stripped)).isEqualTo(pixels(plain));
  }

  @Test
  void thePhotoStillStandsUpright() throws Exception {
    for (int orientation = 2; orientation <= 8; orientation++) {
      byte[] stripped = Stripping.of(with(picture("jpg"), 0xe1, exif(orientation)));

      assertThat(Turn.of(stripped).orientation()).isEqualTo(orientation);
      assertThat(text(stripped)).doesNotContain(PLACE);
    }
  }

  @Test
  void whatLiesBehindThePictureGoes() throws Exception {
    byte[] plain = picture("jpg");
    byte[] second = with(plain, 0xe1, exif(1));
    byte[] both = Arrays.copyOf(plain, plain.length + second.length);
    System.arraycopy(second, 0, both, plain.length, second.length);

    assertThat(Stripping.of(both)).isEqualTo(Stripping.of(plain));
  }

  @Test
  void aPngKeepsOnlyWhatIsDrawn() throws Exception {
    byte[] plain = picture("png");
    byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
    var out = new ByteArrayOutputStream();
    out.write(plain, 0, 33);
    byte[] chunk = new byte[4 + place.length];
    System.arraycopy("tEXt".getBytes(StandardCharsets.US_ASCII), 0, chunk, 0, 4);
    System.arraycopy(place, 0, chunk, 4, place.length);
    out.writeBytes(new byte[] {0, 0, 0, (byte) place.length});
    out.writeBytes(chunk);
    var crc = new CRC32();
    crc.update(chunk);
    long sum = crc.getValue();
    out.writeBytes(
        new byte[] {(byte) (sum >> 24), (byte) (sum >> 16), (byte) (sum >> 8), (byte) sum});
    out.write(plain, 33, plain.length - 33);

    assertThat(text(out.toByteArray())).contains(PLACE);
    assertThat(Stripping.of(out.toByteArray())).isEqualTo(plain);
  }

  @Test
  @DisplayName("截断的、乱写长度的、不是照片的，一律不收")
  void whatIsNoWholePictureIsRefused() throws IOException {
    byte[] jpeg = picture("jpg");
    byte[] png = picture("png");
    for (byte[] broken :
        new byte[][] {
          Arrays.copyOf(jpeg, jpeg.length - 2),
          Arrays.copyOf(jpeg, 20),
          Arrays.copyOf(png, png.length - 5),
          {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, (byte) 0xff, (byte) 0xff},
          {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 0, 0, 0, 0},
          "%PDF-1.4".getBytes(StandardCharsets.US_ASCII),
          "<svg onload='x()'/>".getBytes(StandardCharsets.US_ASCII),
          {}
        }) {
      assertThatThrownBy(() -> Stripping.of(broken)).isInstanceOf(FileRefused.class);
    }
  }
}
