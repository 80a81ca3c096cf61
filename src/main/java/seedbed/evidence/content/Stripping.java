package seedbed.evidence.content;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Takes out of a photo what its camera wrote beside the picture: place, time, device, owner,
/// thumbnails, and further pictures behind the first. The pixels stay as they are, and so does the
/// way to hold it. Works on what somebody sent: whatever does not read as a picture is refused.
public final class Stripping {

  private static final int APP0 = 0xe0;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final int APP15 = 0xef;
  private static final int COMMENT = 0xfe;
  private static final int START_OF_SCAN = 0xda;
  private static final int END = 0xd9;
  private static final byte[] PROFILE = "ICC_PROFILE".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int PNG_FRAME = 12;

  /// What a PNG needs to be drawn in its colours; everything else is about something else.
  private static final Set<String> DRAWN =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD",
          "pHYS");

  private Stripping() {}

  /// @return the photo without what was beside it
  /// @throws FileRefused when it is neither a JPG nor a PNG, or a broken one
  public static byte[] of(byte[] photo) throws FileRefused {
    if (photo.length > 3 && uint8(photo, 0) == 0xff && uint8(photo, 1) == 0xd8) {
      return jpeg(photo);
    }
    if (begins(photo, 0, PNG)) {
      return png(photo);
    }
    throw new FileRefused("走访照片只收 JPG、PNG 图片，这个文件没有受理。请直接用手机拍照，或者先转成 JPG。");
  }

  private static byte[] jpeg(byte[] photo) throws FileRefused {
    var out = new ByteArrayOutputStream(photo.length);
    out.write(0xff);
    out.write(0xd8);
    int orientation = Turn.of(photo).orientation();
    if (orientation != 1) {
      out.writeBytes(upright(orientation));
    }
    int at = 2;
    while (at + 1 < photo.length && uint8(photo, at) == 0xff) {
      int marker = uint8(photo, at + 1);
      if (marker == END) {
        out.write(0xff);
        out.write(END);
        return out.toByteArray();
      }
      if (marker == 0xff) {
        at++;
        continue;
      }
      int next = at + 2 + length(photo, at + 2);
      if (kept(photo, at, marker)) {
        out.write(photo, at, next - at);
      }
      at = next;
      if (marker == START_OF_SCAN) {
        int end = endOfScan(photo, at);
        out.write(photo, at, end - at);
        at = end;
      }
    }
    throw damaged();
  }

  // The length counts itself and reaches no further than the file.
  private static int length(byte[] photo, int at) throws FileRefused {
    if (at + 2 > photo.length) {
      throw damaged();
    }
    int length = (uint8(photo, at) << 8) | uint8(photo, at + 1);
    if (length < 2 || at + length > photo.length) {
      throw damaged();
    }
    return length;
  }

  private static boolean kept(byte[] photo, int at, int marker) {
    if (marker == COMMENT) {
      return false;
    }
    if (marker < APP0 || marker > APP15) {
      return true;
    }
    return marker == APP0 || marker == APP14 || (marker == APP2 && begins(photo, at + 4, PROFILE));
  }

  private static int endOfScan(byte[] photo, int from) throws FileRefused {
    for (int at = from; at + 1 < photo.length; at++) {
      int next = uint8(photo, at + 1);
      if (uint8(photo, at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
        return at;
      }
    }
    throw damaged();
  }

  // An Exif segment with one entry, the orientation.
  private static byte[] upright(int orientation) {
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    return exif;
  }

  private static byte[] png(byte[] photo) throws FileRefused {
    var out = new ByteArrayOutputStream(photo.length);
    out.writeBytes(PNG);
    int at = PNG.length;
    while (at + PNG_FRAME <= photo.length) {
      long length =
          ((long) uint8(photo, at) << 24)
              | (uint8(photo, at + 1) << 16)
              | (uint8(photo, at + 2) << 8)
              | uint8(photo, at + 3);
      if (at + PNG_FRAME + length > photo.length) {
        throw damaged();
      }
      String kind = new String(photo, at + 4, 4, StandardCharsets.ISO_8859_1);
      int whole = PNG_FRAME + (int) length;
      if (DRAWN.contains(kind)) {
        out.write(photo, at, whole);
      }
      at += whole;
      if (kind.equals("IEND")) {
        return out.toByteArray();
      }
    }
    throw damaged();
  }

  private static FileRefused damaged() {
    return new FileRefused("照片已损坏或不完整，没有受理。请重新拍一张再上传。");
  }

  private static boolean begins(byte[] bytes, int at, byte[] with) {
    if (bytes.length < at + with.length) {
      return false;
    }
    for (int i = 0; i < with.length; i++) {
      if (bytes[at + i] != with[i]) {
        return false;
      }
    }
    return true;
  }

  private static int uint8(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]);
  }
}
