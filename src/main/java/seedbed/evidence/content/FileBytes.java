package seedbed.evidence.content;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// The bytes of a file, mapped instead of read into memory; numbers are little-endian, as archives
/// and old office files write them.
final class FileBytes implements AutoCloseable {

  private static final ValueLayout.OfInt INT32 =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort INT16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final int SHORT = 0xffff;
  private static final long INT = 0xffff_ffffL;

  private final Arena arena;
  private final MemorySegment bytes;

  private FileBytes(Arena arena, MemorySegment bytes) {
    this.arena = arena;
    this.bytes = bytes;
  }

  static FileBytes map(Path file) throws IOException {
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new FileBytes(
          arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (IOException e) {
      arena.close();
      throw e;
    }
  }

  long size() {
    return bytes.byteSize();
  }

  byte at(long place) {
    return bytes.get(ValueLayout.JAVA_BYTE, place);
  }

  int uint8(long place) {
    return at(place) & 0xff;
  }

  int int16(long place) {
    return bytes.get(INT16, place) & SHORT;
  }

  int int32(long place) {
    return bytes.get(INT32, place);
  }

  long uint32(long place) {
    return int32(place) & INT;
  }

  byte[] copy(long from, int length) {
    return bytes.asSlice(from, length).toArray(ValueLayout.JAVA_BYTE);
  }

  /// The first bytes, or all of a shorter file.
  byte[] head(int length) {
    return copy(0, (int) Math.min(length, size()));
  }

  boolean has(long place, byte... wanted) {
    return place >= 0
        && place + wanted.length <= size()
        && Arrays.equals(copy(place, wanted.length), wanted);
  }

  /// The first place from there on, or -1.
  long find(byte[] wanted, long from) {
    byte first = wanted[0];
    for (long place = Math.max(0, from); place + wanted.length <= size(); place++) {
      if (at(place) == first && has(place, wanted)) {
        return place;
      }
    }
    return -1;
  }

  /// The last place, or -1.
  long findLast(byte[] wanted) {
    for (long place = size() - wanted.length; place >= 0; place--) {
      if (at(place) == wanted[0] && has(place, wanted)) {
        return place;
      }
    }
    return -1;
  }

  @Override
  public void close() {
    arena.close();
  }
}
