package seedbed.secret;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/// Encrypts single texts for the database: names, phone numbers, secrets of second factors.
///
/// AES-GCM with a fresh nonce each; `place` (table, column) is authenticated with the text, so that
/// a sealed text copied into another column does not open.
@Singleton
public final class Sealing {

  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  Sealing(Keys keys) {
    key = keys.of("personal data", "AES");
  }

  public String seal(String text, String place) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8), place);
    byte[] whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    return Base64.getEncoder().encodeToString(whole);
  }

  public @Nullable String sealIfGiven(@Nullable String text, String place) {
    return text == null ? null : seal(text, place);
  }

  /// The text again.
  ///
  /// @throws IllegalStateException when it was sealed with another key or for another place
  public String open(String sealed, String place) {
    byte[] whole = Base64.getDecoder().decode(sealed);
    if (whole.length < NONCE) {
      throw new IllegalStateException("Not sealed at all: " + place);
    }
    byte[] nonce = new byte[NONCE];
    byte[] rest = new byte[whole.length - NONCE];
    ByteBuffer.wrap(whole).get(nonce).get(rest);
    return new String(run(Cipher.DECRYPT_MODE, nonce, rest, place), StandardCharsets.UTF_8);
  }

  public @Nullable String openIfGiven(@Nullable String sealed, String place) {
    return sealed == null ? null : open(sealed, place);
  }

  private byte[] run(int mode, byte[] nonce, byte[] text, String place) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Sealed for another place or with another key: " + place, e);
    }
  }
}
