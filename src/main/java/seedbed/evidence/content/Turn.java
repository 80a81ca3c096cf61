package seedbed.evidence.content;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// What the pixels of a photo have to go through to stand upright, as the camera noted it (Exif,
/// tag Orientation): first mirrored left to right, then turned clockwise.
///
/// @param quarters how many right angles
public record Turn(boolean mirrored, int quarters) {

  public static final Turn NONE = new Turn(false, 0);

  /// Enough for the segments that cameras put before the picture.
  public static final int HEAD = Pictures.HEAD;

  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int APP1 = 0xe1;
  private static final int START_OF_SCAN = 0xda;
  private static final int ORIENTATION = 0x0112;
  private static final int ENTRY = 12;

  /// As Exif counts it; 1 for a picture that stands upright.
  int orientation() {
    return switch (quarters) {
      case 1 -> mirrored ? 7 : 6;
      case 2 -> mirrored ? 4 : 3;
      case 3 -> mirrored ? 5 : 8;
      default -> mirrored ? 2 : 1;
    };
  }

  public boolean sideways() {
    return quarters % 2 == 1;
  }

  /// Of a picture that begins like this; none where it says nothing or nothing that can be read.
  public static Turn of(byte[] head) {
    ByteBuffer bytes = ByteBuffer.wrap(head);
    if (head.length < 4 || uint16(bytes, 0) != 0xffd8) {
      return NONE;
    }
    for (int at = 2; at + 4 <= head.length && uint8(bytes, at) == 0xff; ) {
      int marker = uint8(bytes, at + 1);
      int length = uint16(bytes, at + 2);
      if (marker == START_OF_SCAN || at + 2 + length > head.length) {
        return NONE;
      }
      if (marker == APP1 && isExif(bytes, at + 4, length - 2)) {
        int begin = at + 4 + EXIF.length;
        return written(bytes.slice(begin, at + 2 + length - begin));
      }
      at += 2 + length;
    }
    return NONE;
  }

  private static boolean isExif(ByteBuffer bytes, int at, int length) {
    return length > EXIF.length && bytes.slice(at, EXIF.length).equals(ByteBuffer.wrap(EXIF));
  }

  // A TIFF of which only the first directory is looked at.
  private static Turn written(ByteBuffer tiff) {
    if (tiff.limit() < 8) {
      return NONE;
    }
    tiff.order(uint16(tiff, 0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 8 || directory > tiff.limit() - 2) {
      return NONE;
    }
    int entries = uint16(tiff, directory);
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + i * ENTRY;
      if (at + ENTRY > tiff.limit()) {
        return NONE;
      }
      if (uint16(tiff, at) == ORIENTATION) {
        return numbered(uint16(tiff, at + 8));
      }
    }
    return NONE;
  }

  private static Turn numbered(int orientation) {
    return switch (orientation) {
      case 2 -> new Turn(true, 0);
      case 3 -> new Turn(false, 2);
      case 4 -> new Turn(true, 2);
      case 5 -> new Turn(true, 3);
      case 6 -> new Turn(false, 1);
      case 7 -> new Turn(true, 1);
      case 8 -> new Turn(false, 3);
      default -> NONE;
    };
  }

  private static int uint8(ByteBuffer bytes, int at) {
    return Byte.toUnsignedInt(bytes.get(at));
  }

  private static int uint16(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }
}
