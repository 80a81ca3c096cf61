package seedbed.audit;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import seedbed.secret.Keys;

/// What only Seedbed can compute, and nobody who has the database alone.
@Singleton
final class TrailKeys {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int NAME_BYTES = 16;

  private final SecretKey entries;
  private final SecretKey chain;
  private final SecretKey erasures;
  private final SecretKey names;

  TrailKeys(Keys keys) {
    entries = keys.of("trail entries", ALGORITHM);
    chain = keys.of("trail chain", ALGORITHM);
    erasures = keys.of("trail erasures", ALGORITHM);
    names = keys.of("trail names", ALGORITHM);
  }

  /// For the entries of one thread.
  Mac ofEntries() {
    return mac(entries);
  }

  /// For the links of one thread.
  Mac ofChain() {
    return mac(chain);
  }

  /// For what one thread erases, or finds erased.
  Mac ofErasures() {
    return mac(erasures);
  }

  /// Stands for a name that somebody typed, which may be no account's, or even a password.
  String pseudonym(String name) {
    byte[] text = name.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(mac(names).doFinal(text), 0, NAME_BYTES);
  }

  private static Mac mac(SecretKey key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
    }
  }
}
