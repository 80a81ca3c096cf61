package seedbed.evidence.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where each part of an archive lies. The parts fill the file from its first byte to its directory
/// without gap or overlap, so that every program that reads it sees the same parts and nothing can
/// be hidden before, between or behind them.
final class ZipLayout {

  private static final int END_LENGTH = 22;
  private static final int CENTRAL_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int ENCRYPTED = 1;
  private static final int DESCRIBED = 1 << 3;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final Set<Long> DESCRIPTOR_LENGTHS = Set.of(0L, 12L, 16L, 20L, 24L);

  /// A part of the archive.
  ///
  /// @param name as written
  /// @param data where its bytes begin
  record Part(
      String name,
      int flags,
      boolean deflated,
      long crc,
      long packed,
      long unpacked,
      long header,
      long data) {

    String key() {
      return name.toLowerCase(Locale.ROOT);
    }

    private long end() {
      return data + packed;
    }
  }

  private ZipLayout() {}

  static List<Part> of(FileBytes bytes, FileLimits limits) throws FileRefused, IOException {
    try {
      long end = bytes.size() - END_LENGTH;
      if (end < 0 || bytes.int32(end) != END_SIGNATURE || bytes.int16(end + 20) != 0) {
        throw new FileRefused("文件末尾不完整，或者附有其他内容，没有受理。请用办公软件打开，另存后再上传。");
      }
      int count = bytes.int16(end + 10);
      long directory = bytes.uint32(end + 16);
      if (bytes.int32(end + 4) != 0
          || bytes.int16(end + 8) != count
          || directory + bytes.uint32(end + 12) != end) {
        throw damaged();
      }
      if (count > limits.entries()) {
        throw new FileRefused(
            "文件内部有 %,d 个部件，超过 %,d 个，没有受理。请拆成几个文件上传。".formatted(count, limits.entries()));
      }
      List<Part> parts = parts(bytes, directory, count, end);
      requireSeamless(parts, directory);
      return parts;
    } catch (UncheckedIOException | IndexOutOfBoundsException e) {
      throw new FileRefused(damaged().sentence(), e);
    }
  }

  static FileRefused damaged() {
    return new FileRefused("文件内部结构不正常，可能已损坏或被人改动，没有受理。请用办公软件打开，另存后再上传。");
  }

  private static List<Part> parts(FileBytes bytes, long directory, int count, long end)
      throws FileRefused {
    List<Part> parts = new ArrayList<>();
    Set<String> names = new HashSet<>();
    long at = directory;
    for (int i = 0; i < count; i++) {
      if (bytes.int32(at) != CENTRAL_SIGNATURE) {
        throw damaged();
      }
      Part part = part(bytes, at);
      requirePlainName(part);
      if (!names.add(part.key())) {
        throw damaged();
      }
      parts.add(part);
      at += CENTRAL_LENGTH + bytes.int16(at + 28) + bytes.int16(at + 30) + bytes.int16(at + 32);
    }
    if (at != end) {
      throw damaged();
    }
    return parts;
  }

  private static Part part(FileBytes bytes, long at) throws FileRefused {
    int flags = bytes.int16(at + 8);
    int method = bytes.int16(at + 10);
    if ((flags & ENCRYPTED) != 0) {
      throw new FileRefused("文件有密码保护，无法检查。请取消密码后再上传。");
    }
    if (method != STORED && method != DEFLATED) {
      throw damaged();
    }
    long header = bytes.uint32(at + 42);
    byte[] name = bytes.copy(at + CENTRAL_LENGTH, bytes.int16(at + 28));
    int localName = bytes.int16(header + 26);
    if (bytes.int32(header) != LOCAL_SIGNATURE
        || bytes.int16(header + 8) != method
        || !java.util.Arrays.equals(name, bytes.copy(header + LOCAL_LENGTH, localName))) {
      throw damaged();
    }
    long packed = bytes.uint32(at + 20);
    if ((flags & DESCRIBED) == 0 && bytes.uint32(header + 18) != packed) {
      throw damaged();
    }
    return new Part(
        new String(name, StandardCharsets.UTF_8),
        flags,
        method == DEFLATED,
        bytes.uint32(at + 16),
        packed,
        bytes.uint32(at + 24),
        header,
        header + LOCAL_LENGTH + localName + bytes.int16(header + 28));
  }

  private static void requirePlainName(Part part) throws FileRefused {
    String name = part.name();
    if (name.isEmpty()
        || name.startsWith("/")
        || name.contains("..")
        || name.chars().anyMatch(c -> c == '\\' || c == ':' || c < ' ' || c == 0xFFFD)) {
      throw new FileRefused("文件内部的部件名称不正常，可能被人改动过，没有受理。请用办公软件打开，另存后再上传。");
    }
  }

  private static void requireSeamless(List<Part> parts, long directory) throws FileRefused {
    long at = 0;
    boolean described = false;
    for (Part part : parts.stream().sorted(Comparator.comparingLong(Part::header)).toList()) {
      requireGap(part.header() - at, described);
      described = (part.flags() & DESCRIBED) != 0;
      at = part.end();
    }
    requireGap(directory - at, described);
  }

  private static void requireGap(long gap, boolean described) throws FileRefused {
    if (described ? !DESCRIPTOR_LENGTHS.contains(gap) : gap != 0) {
      throw new FileRefused("文件内部的部件互相重叠，或者夹带其他内容，没有受理。请用办公软件打开，另存后再上传。");
    }
  }
}
