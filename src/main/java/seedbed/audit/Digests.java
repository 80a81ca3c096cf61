package seedbed.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests of sealed texts, written in hexadecimal.
///
/// A sealed text begins with a random nonce, so that its digest tells nothing about the text once
/// the sealed text is erased.
final class Digests {

  private Digests() {}

  static String of(String sealed) {
    return HexFormat.of().formatHex(raw(sealed.getBytes(StandardCharsets.US_ASCII)));
  }

  static byte[] raw(byte[] sealed) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(sealed);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 belongs to every JDK", e);
    }
  }
}
