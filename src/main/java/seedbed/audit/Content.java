package seedbed.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/// An entry as the bytes over which its MAC and its link are computed. The database joins its
/// columns in this form, so that nothing is taken apart while a million entries are verified.
///
/// Two different rows never give the same bytes: numbers and times cannot hold a bar, which of the
/// others are absent is said before them, texts of Seedbed hold no bar, so that one more of them
/// shows, and digests have their fixed length at the end.
final class Content {

  /// The bytes of an entry `e` with its MAC at the end.
  static final String SQL =
      """
      CONCAT_WS('|', e.id,
        (e.act IS NULL) + 2 * (e.route IS NULL) + 4 * (e.object_kind IS NULL)
          + 8 * (e.object_id IS NULL) + 16 * (e.place IS NOT NULL)
          + 32 * (e.detail_digest IS NOT NULL),
        e.at, IFNULL(e.account_id, ''), IFNULL(e.session_id, ''), IFNULL(e.begun, ''),
        IFNULL(e.result, ''), IFNULL(e.act, ''), e.method, IFNULL(e.route, ''),
        IFNULL(e.object_kind, ''), IFNULL(e.object_id, ''),
        CONCAT(IFNULL(e.place, ''), IFNULL(e.detail_digest, ''), e.mac))\
      """;

  static final int DIGEST = 32;

  private static final int NO_ACT = 1;
  private static final int NO_ROUTE = 2;
  private static final int NO_KIND = 4;
  private static final int NO_OBJECT = 8;
  private static final int PLACE = 16;
  private static final int DETAIL = 32;
  private static final DateTimeFormatter MILLISECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneId.of("Asia/Shanghai"));

  private final byte[] bytes;
  private final long id;
  private final long flags;

  /// As it was read.
  Content(byte[] bytes) {
    this.bytes = bytes;
    var fields = new Fields(bytes);
    id = fields.number();
    flags = bytes.length < 3 * DIGEST ? 0 : Math.max(0, fields.number());
  }

  /// A new entry without its MAC.
  static byte[] of(Note note, byte[] place, byte @Nullable [] detail) {
    Note.Asked asked = note.asked();
    Note.Thing about = asked.about();
    int flags =
        (asked.act() == null ? NO_ACT : 0)
            + (asked.route() == null ? NO_ROUTE : 0)
            + (about == null ? NO_KIND + NO_OBJECT : 0)
            + PLACE
            + (detail == null ? 0 : DETAIL);
    var text = new StringBuilder(200);
    text.append(note.id()).append('|').append(flags).append('|').append(at(note));
    add(text, note.account());
    add(text, note.session());
    add(text, note.begun());
    add(text, note.result());
    add(text, asked.act());
    add(text, asked.method());
    add(text, asked.route());
    add(text, about == null ? null : about.kind());
    add(text, about == null ? null : about.id());
    byte[] start = text.append('|').toString().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer whole =
        ByteBuffer.allocate(start.length + DIGEST + (detail == null ? 0 : DIGEST))
            .put(start)
            .put(place);
    return detail == null ? whole.array() : whole.put(detail).array();
  }

  /// The moment as the database writes it.
  static String at(Note note) {
    return MILLISECOND.format(EntryIds.at(note.id()));
  }

  private static void add(StringBuilder text, @Nullable Object value) {
    text.append('|').append(value == null ? "" : value);
  }

  long id() {
    return id;
  }

  /// Whether Seedbed wrote it and nobody has changed it since.
  boolean sound(Mac entries) {
    int end = Math.max(0, bytes.length - DIGEST);
    entries.update(bytes, 0, end);
    return MessageDigest.isEqual(entries.doFinal(), Arrays.copyOfRange(bytes, end, bytes.length));
  }

  /// The hash of its link: of the one before it, its number, and everything in it.
  byte[] link(Mac chain, byte[] previous, long seq, boolean sound) {
    chain.update(previous);
    chain.update(
        ByteBuffer.allocate(Long.BYTES + 1).putLong(seq).put((byte) (sound ? 1 : 0)).flip());
    return chain.doFinal(bytes);
  }

  /// The digest of where it came from.
  @Nullable ByteBuffer place() {
    int after = (flags & DETAIL) == 0 ? DIGEST : 2 * DIGEST;
    return (flags & PLACE) == 0
        ? null
        : ByteBuffer.wrap(bytes, bytes.length - after - DIGEST, DIGEST);
  }

  /// The digest of what was before and after.
  @Nullable ByteBuffer detail() {
    return (flags & DETAIL) == 0 ? null : ByteBuffer.wrap(bytes, bytes.length - 2 * DIGEST, DIGEST);
  }
}
