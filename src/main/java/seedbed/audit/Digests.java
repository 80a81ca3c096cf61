package seedbed.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Digests of sealed texts.
///
/// A sealed text begins with a random nonce, so that its digest tells nothing about the text once
/// the sealed text is erased.
final class Digests {

  private Digests() {}

  static byte[] of(String sealed) {
    return sha256().digest(sealed.getBytes(StandardCharsets.US_ASCII));
  }

  /// For the texts of one thread.
  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 belongs to every JDK", e);
    }
  }
}
