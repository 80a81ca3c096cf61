package seedbed.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import jakarta.inject.Singleton;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.secret.Sealing;

/// Codes of six digits that an authenticator app makes every thirty seconds (RFC 6238).
@Singleton
public class SecondFactor {

  private static final String PLACE = "account.totp";
  private static final int SECRET_BYTES = 20;

  private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
  private final SecureRandom random = new SecureRandom();
  private final Accounts accounts;
  private final Sealing sealing;
  private final Clock clock;

  SecondFactor(Accounts accounts, Sealing sealing, Clock clock) {
    this.accounts = accounts;
    this.sealing = sealing;
    this.clock = clock;
  }

  /// A new secret, sealed; it counts once a code of it was given.
  public String fresh() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return sealing.seal(Base64.getEncoder().encodeToString(secret), PLACE);
  }

  /// The secret that a form brought back, or a new one when it is none that was given out here.
  String givenOut(String sealed) {
    try {
      sealing.open(sealed, PLACE);
      return sealed;
    } catch (IllegalStateException | IllegalArgumentException _) {
      return fresh();
    }
  }

  /// The secret as an authenticator app takes it.
  public String typed(String sealed) {
    return Base32.encode(secret(sealed));
  }

  /// Gives the account a secret once a code of it was typed, which is thereby used up.
  boolean setUp(Account account, String sealed, String code) {
    Long step = step(sealed, code);
    if (step == null) {
      return false;
    }
    accounts.update(account.withSecondFactor(sealed));
    accounts.takeStep(account.id(), step);
    return true;
  }

  /// Whether the code is right and was not used before.
  boolean accept(Account account, String code) {
    String sealed = account.totpSealed();
    Long step = sealed == null ? null : step(sealed, code);
    return step != null && accounts.takeStep(account.id(), step) > 0;
  }

  // A clock may be one step off on either side.
  private @Nullable Long step(String sealed, String code) {
    String typed = code.replaceAll("\\s", "");
    SecretKey key = new SecretKeySpec(secret(sealed), codes.getAlgorithm());
    Instant now = clock.instant();
    for (int off = -1; off <= 1; off++) {
      Instant then = now.plus(codes.getTimeStep().multipliedBy(off));
      if (expected(key, then).equals(typed)) {
        return then.getEpochSecond() / codes.getTimeStep().toSeconds();
      }
    }
    return null;
  }

  private String expected(SecretKey key, Instant then) {
    try {
      return codes.generateOneTimePasswordString(key, then, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("Any bytes are a key of HMAC", e);
    }
  }

  private byte[] secret(String sealed) {
    return Base64.getDecoder().decode(sealing.open(sealed, PLACE));
  }
}
