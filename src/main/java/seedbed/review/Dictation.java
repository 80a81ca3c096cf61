package seedbed.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads lines to a hash so that no two contents sound alike: each line says how many fields it
/// has, each field how many bytes; nothing (`-`) is another thing than an empty text (`0:`).
final class Dictation {

  private static final char NOTHING = '-';

  private final MessageDigest hash = sha256();

  Dictation line(List<@Nullable String> fields) {
    var text = new StringBuilder().append(fields.size()).append(';');
    for (String field : fields) {
      if (field == null) {
        text.append(NOTHING);
      } else {
        text.append(bytes(field).length).append(':').append(field);
      }
    }
    hash.update(bytes(text.toString()));
    return this;
  }

  /// SHA-256 of everything so far, in hexadecimal digits; ends it.
  String digest() {
    return HexFormat.of().formatHex(hash.digest());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
