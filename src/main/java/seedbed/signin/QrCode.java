package seedbed.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Draws a QR code that needs no second request: the secret in it is nowhere but on the page.
final class QrCode {

  private static final int QUIET = 2;

  private QrCode() {}

  /// As the address of an image.
  static String image(String text) {
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

  private static BitMatrix bits(String text) {
    try {
      return new QRCodeWriter()
          .encode(text, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, QUIET));
    } catch (WriterException e) {
      throw new IllegalStateException("Too long for a QR code", e);
    }
  }
}
