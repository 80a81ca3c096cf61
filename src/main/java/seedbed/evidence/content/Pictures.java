package seedbed.evidence.content;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// JPG and PNG, walked from their first byte to their last, so that nothing else hides in one file
/// with them.
final class Pictures {

  /// Enough to know the size of any honest picture.
  static final int HEAD = 64 * 1024;

  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final List<String> ACTIVE =
      List.of("<?php", "<script", "<html", "<svg", "<!doctype", "<iframe");
  private static final int MOST_PICTURES = 8;

  /// Width and height.
  private record Size(long width, long height) {
    private long pixels() {
      return width * height;
    }
  }

  private Pictures() {}

  static boolean png(FileBytes bytes) {
    return bytes.has(0, PNG);
  }

  static boolean jpeg(FileBytes bytes) {
    return bytes.has(0, (byte) 0xff, (byte) 0xd8, (byte) 0xff);
  }

  static void checkPng(FileBytes bytes, FileLimits limits) throws FileRefused {
    refuseActive(bytes);
    long at = PNG.length;
    boolean ended = false;
    while (!ended) {
      if (at + 12 > bytes.size()) {
        throw damaged();
      }
      long length = Integer.toUnsignedLong(Integer.reverseBytes(bytes.int32(at)));
      ended = bytes.has(at + 4, "IEND".getBytes(StandardCharsets.US_ASCII));
      at += 12 + length;
    }
    if (at != bytes.size()) {
      throw appended();
    }
    requireSmall(size(bytes.head(HEAD)).orElseThrow(Pictures::damaged), "这张图片", limits);
  }

  static void checkJpeg(FileBytes bytes, FileLimits limits) throws FileRefused {
    refuseActive(bytes);
    long at = 0;
    // Phones put a second, smaller picture behind the first one.
    for (int picture = 0; at < bytes.size(); picture++) {
      if (picture == MOST_PICTURES || !bytes.has(at, (byte) 0xff, (byte) 0xd8)) {
        throw appended();
      }
      at = endOfJpeg(bytes, at + 2, limits);
    }
  }

  private static long endOfJpeg(FileBytes bytes, long from, FileLimits limits) throws FileRefused {
    long at = from;
    boolean sized = false;
    while (at + 4 <= bytes.size() || bytes.has(at, (byte) 0xff, (byte) 0xd9)) {
      if (bytes.uint8(at) != 0xff) {
        throw damaged();
      }
      int marker = bytes.uint8(at + 1);
      if (marker == 0xd9) {
        if (!sized) {
          throw damaged();
        }
        return at + 2;
      }
      if (marker == 0xff) {
        at++;
      } else {
        int length = (bytes.uint8(at + 2) << 8) | bytes.uint8(at + 3);
        if (frame(marker) && at + 9 < bytes.size()) {
          requireSmall(new Size(big16(bytes, at + 7), big16(bytes, at + 5)), "这张图片", limits);
          sized = true;
        }
        at += 2 + length;
        if (marker == 0xda) {
          at = endOfScan(bytes, at);
        }
      }
    }
    throw damaged();
  }

  private static long endOfScan(FileBytes bytes, long from) throws FileRefused {
    for (long at = from; at + 1 < bytes.size(); at++) {
      int next = bytes.uint8(at + 1);
      if (bytes.uint8(at) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
        return at;
      }
    }
    throw damaged();
  }

  private static boolean frame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static int big16(FileBytes bytes, long at) {
    return (bytes.uint8(at) << 8) | bytes.uint8(at + 1);
  }

  /// A part of an office file that is no markup: a picture of bearable size, or at least no program
  /// and no archive.
  static void requireHarmless(String name, byte[] head, FileLimits limits) throws FileRefused {
    String text = new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1);
    if (text.startsWith("MZ")
        || text.startsWith("\u007fELF")
        || text.startsWith("PK\u0003\u0004")
        || text.startsWith("%PDF")
        || text.startsWith("\u00d0\u00cf\u0011\u00e0")
        || text.startsWith("#!")
        || text.startsWith("Rar!")
        || text.startsWith("7z\u00bc\u00af")
        || text.startsWith("\u001f\u008b")
        || ACTIVE.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains)) {
      throw new FileRefused("文件里夹带了程序、压缩包或其他文件（“" + name + "”），没有受理。请删除后再上传，夹带的材料请单独上传。");
    }
    Optional<Size> size = size(head);
    if (size.isPresent()) {
      requireSmall(size.get(), "文件里的图片“" + name + "”", limits);
    }
  }

  private static void refuseActive(FileBytes bytes) throws FileRefused {
    for (long at = 0; at < bytes.size(); at++) {
      if (bytes.at(at) == '<' && active(bytes, at)) {
        throw new FileRefused("图片里夹带了网页或脚本代码，没有受理。请用看图软件打开，另存后再上传。");
      }
    }
  }

  private static boolean active(FileBytes bytes, long at) {
    int length = (int) Math.min(10, bytes.size() - at);
    String word = new String(bytes.copy(at, length), StandardCharsets.ISO_8859_1);
    return ACTIVE.stream().anyMatch(word.toLowerCase(Locale.ROOT)::startsWith);
  }

  /// As the head says; empty for what is neither PNG, JPG, GIF nor BMP.
  private static Optional<Size> size(byte[] head) {
    if (head.length >= 24 && head[0] == PNG[0] && head[1] == 'P' && head[12] == 'I') {
      return Optional.of(new Size(big(head, 16, 4), big(head, 20, 4)));
    }
    if (head.length >= 10 && head[0] == 'G' && head[1] == 'I' && head[2] == 'F') {
      return Optional.of(new Size(little(head, 6, 2), little(head, 8, 2)));
    }
    if (head.length >= 26 && head[0] == 'B' && head[1] == 'M') {
      return Optional.of(
          new Size(Math.abs((int) little(head, 18, 4)), Math.abs((int) little(head, 22, 4))));
    }
    return jpegSize(head);
  }

  private static Optional<Size> jpegSize(byte[] head) {
    if (head.length < 4 || (head[0] & 0xff) != 0xff || (head[1] & 0xff) != 0xd8) {
      return Optional.empty();
    }
    int at = 2;
    while (at + 9 < head.length && (head[at] & 0xff) == 0xff) {
      if (frame(head[at + 1] & 0xff)) {
        return Optional.of(new Size(big(head, at + 7, 2), big(head, at + 5, 2)));
      }
      at += 2 + (int) big(head, at + 2, 2);
    }
    return Optional.empty();
  }

  private static long big(byte[] head, int at, int length) {
    long number = 0;
    for (int i = 0; i < length; i++) {
      number = (number << 8) | (head[at + i] & 0xff);
    }
    return number;
  }

  private static long little(byte[] head, int at, int length) {
    long number = 0;
    for (int i = length - 1; i >= 0; i--) {
      number = (number << 8) | (head[at + i] & 0xff);
    }
    return number;
  }

  private static void requireSmall(Size size, String what, FileLimits limits) throws FileRefused {
    if (size.pixels() <= 0) {
      throw damaged();
    }
    requirePixels(size.width(), size.height(), what, limits);
  }

  static void requirePixels(long width, long height, String what, FileLimits limits)
      throws FileRefused {
    if (width > limits.pixels() || height > limits.pixels() || width * height > limits.pixels()) {
      throw new FileRefused(
          "%s有 %,d × %,d 像素，超过 %,d 万像素，没有受理。请缩小图片后再上传。"
              .formatted(what, width, height, limits.pixels() / 10_000));
    }
  }

  private static FileRefused damaged() {
    return new FileRefused("图片已损坏或不完整，没有受理。请用看图软件打开，另存后再上传。");
  }

  private static FileRefused appended() {
    return new FileRefused("图片末尾附有其他内容，可能夹带了别的文件，没有受理。请用看图软件打开，另存后再上传。");
  }
}
