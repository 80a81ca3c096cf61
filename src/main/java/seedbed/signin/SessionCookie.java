package seedbed.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.util.Optional;
import seedbed.secret.OpaqueToken;

/// The cookie that carries a session: bound to this host alone where people come over TLS.
@Singleton
class SessionCookie {

  private final boolean secure;

  SessionCookie(SessionSettings settings) {
    secure = settings.secure();
  }

  Optional<String> read(HttpRequest<?> request) {
    return request.getCookies().findCookie(name()).map(Cookie::getValue).filter(v -> !v.isEmpty());
  }

  Cookie of(OpaqueToken token) {
    return cookie(token.text());
  }

  Cookie gone() {
    return cookie("").maxAge(0);
  }

  // Lax, not strict: a link in a mail opens the page for who is signed in, but changes nothing.
  private Cookie cookie(String value) {
    return Cookie.of(name(), value).path("/").httpOnly(true).secure(secure).sameSite(SameSite.Lax);
  }

  // Browsers take the prefix only over TLS.
  private String name() {
    return secure ? "__Host-seedbed-session" : "seedbed-session";
  }
}
