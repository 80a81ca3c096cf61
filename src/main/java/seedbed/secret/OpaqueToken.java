package seedbed.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// A random text that lets its bearer in; only its hash is ever stored.
public record OpaqueToken(String text) {

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  public static OpaqueToken fresh() {
    byte[] random = new byte[BYTES];
    RANDOM.nextBytes(random);
    return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  /// What the database keeps. The token is as random as the hash is long, so no salt is needed.
  public String hash() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 belongs to every JDK", e);
    }
  }

  /// Without the text, so that it never reaches a log.
  @Override
  public String toString() {
    return "OpaqueToken";
  }
}
