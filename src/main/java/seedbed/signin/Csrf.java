package seedbed.signin;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import seedbed.secret.Keys;

/// The token in every form, made of the session, so that another site cannot know it.
@Singleton
final class Csrf {

  private final SecretKey key;

  Csrf(Keys keys) {
    key = keys.of("forms", "HmacSHA256");
  }

  String token(Session session) {
    try {
      Mac mac = Mac.getInstance(key.getAlgorithm());
      mac.init(key);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(session.tokenHash().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 belongs to every JDK", e);
    }
  }

  boolean fits(Session session, @Nullable String token) {
    return token != null
        && MessageDigest.isEqual(
            token(session).getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }
}
