package seedbed.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/// The bytes of an entry over which its MAC and its link are computed: every column as the text
/// protocol of the database sends it, with its length before it. So nothing is parsed or formatted
/// while a million entries are verified. One thread uses it at a time.
final class Content {

  /// What an entry's own MAC covers, in this order; the alias is `e`.
  static final String COLUMNS =
      """
      e.id, e.at, e.account_id, e.session_id, e.begun, e.result, e.act, e.method, e.route,
      e.object_kind, e.object_id, e.place, e.detail_digest\
      """;

  static final int COUNT = 13;
  static final int PLACE = 12;
  static final int DETAIL_DIGEST = 13;

  private byte[] bytes = new byte[512];
  private int length;

  Content clear() {
    length = 0;
    return this;
  }

  Content add(byte @Nullable [] value) {
    if (value == null) {
      return number(-1);
    }
    number(value.length);
    raw(value);
    return this;
  }

  Content add(@Nullable Object value) {
    return add(value == null ? null : value.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// Bytes whose length is known beforehand.
  Content raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
    return this;
  }

  Content number(long value) {
    room(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[length++] = (byte) (value >>> shift);
    }
    return this;
  }

  /// Columns of a row; the statement must not be a prepared one, which may speak another protocol.
  Content columns(ResultSet row, int first, int count) throws SQLException {
    for (int column = first; column < first + count; column++) {
      add(row.getBytes(column));
    }
    return this;
  }

  byte[] mac(Mac mac) {
    mac.update(bytes, 0, length);
    return mac.doFinal();
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (length + more));
    }
  }
}
