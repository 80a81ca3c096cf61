package seedbed.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.imageio.ImageIO;

/// Draws QR codes: for a page without a second request, so that a secret in it is nowhere but on
/// the page, and as a picture for paper.
public final class QrCode {

  private static final int QUIET = 2;

  /// Dots of one module: sharp in print at two or three centimetres.
  private static final int MODULE = 8;

  private QrCode() {}

  /// As the address of an image.
  public static String image(String text) {
    BitMatrix bits = bits(text);
    var path = new StringBuilder();
    for (int y = 0; y < bits.getHeight(); y++) {
      for (int x = 0; x < bits.getWidth(); x++) {
        if (bits.get(x, y)) {
          path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
        }
      }
    }
    String drawing =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
        <rect width="100%%" height="100%%" fill="#fff"/><path d="%s"/></svg>\
        """
            .formatted(bits.getWidth(), bits.getHeight(), path);
    return "data:image/svg+xml,"
        + URLEncoder.encode(drawing, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// As a PNG.
  public static byte[] png(String text) {
    BitMatrix bits = bits(text);
    int side = bits.getWidth() * MODULE;
    var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        picture.setRGB(x, y, bits.get(x / MODULE, y / MODULE) ? 0x000000 : 0xffffff);
      }
    }
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static BitMatrix bits(String text) {
    try {
      return new QRCodeWriter()
          .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
    } catch (WriterException e) {
      throw new IllegalStateException("Too long for a QR code", e);
    }
  }
}
