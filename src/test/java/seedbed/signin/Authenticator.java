package seedbed.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;

/// The app on somebody's phone.
final class Authenticator {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
  private final SecretKeySpec key;

  /// @param typed the secret as the page shows it
  Authenticator(String typed) {
    key = new SecretKeySpec(decoded(typed.replace(" ", "")), codes.getAlgorithm());
  }

  String code(Instant then) {
    try {
      return codes.generateOneTimePasswordString(key, then, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] decoded(String text) {
    var bytes = new ByteArrayOutputStream();
    int buffer = 0;
    int held = 0;
    for (int next : text.chars().toArray()) {
      buffer = (buffer << 5) | ALPHABET.indexOf(next);
      held += 5;
      if (held >= 8) {
        held -= 8;
        bytes.write(buffer >> held);
      }
    }
    return bytes.toByteArray();
  }
}
