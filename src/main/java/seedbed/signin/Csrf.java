package seedbed.signin;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.csrf.validator.CsrfTokenValidator;
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
@Replaces(CsrfTokenValidator.class)
final class Csrf implements CsrfTokenValidator<HttpRequest<?>> {

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

  /// Without a cookie there is nothing to abuse: nobody signed in, or a program with its token.
  @Override
  @SuppressWarnings("NullAway") // the library hands over null where there is no token
  public boolean validateCsrfToken(HttpRequest<?> request, @Nullable String token) {
    Session session =
        request
            .getAttribute(SessionFetcher.FOUND, Sessions.Found.class)
            .map(Sessions.Found::session)
            .orElse(null);
    if (session == null || session.kind() != Session.Kind.BROWSER) {
      return true;
    }
    return token != null
        && MessageDigest.isEqual(
            token(session).getBytes(StandardCharsets.UTF_8),
            token.getBytes(StandardCharsets.UTF_8));
  }
}
