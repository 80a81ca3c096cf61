package seedbed.web;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// One sentence that the next page shows once, carried over a redirect in a short-lived cookie.
public final class Flash {

  static final String COOKIE = "seedbed-flash";
  private static final String OPEN = "?";
  private static final int SECONDS = 60;
  private static final int LONGEST = 300;

  private Flash() {}

  /// @param open something is left to do, so that it must not look like an end
  @Introspected
  record Message(String text, boolean open) {}

  /// 303 to the address, whose page then says the sentence.
  public static HttpResponse<?> seeOther(Address address, String sentence) {
    return said(address, sentence);
  }

  /// The same about what is kept, but not finished.
  public static HttpResponse<?> unfinished(Address address, String sentence) {
    return said(address, OPEN + sentence);
  }

  private static HttpResponse<?> said(Address address, String value) {
    var cookie = cookie(URLEncoder.encode(value, StandardCharsets.UTF_8)).maxAge(SECONDS);
    return HttpResponse.seeOther(address.uri()).cookie(cookie);
  }

  static @Nullable Message read(HttpRequest<?> request) {
    return request
        .getCookies()
        .findCookie(COOKIE)
        .map(Cookie::getValue)
        .map(Flash::decoded)
        .filter(text -> !text.isBlank() && text.length() <= LONGEST)
        .map(Flash::message)
        .orElse(null);
  }

  private static Message message(String value) {
    return value.startsWith(OPEN)
        ? new Message(value.substring(OPEN.length()), true)
        : new Message(value, false);
  }

  static void forget(MutableHttpResponse<?> response) {
    response.cookie(cookie("").maxAge(0));
  }

  private static Cookie cookie(String value) {
    return Cookie.of(COOKIE, value).path("/").httpOnly(true).sameSite(SameSite.Strict);
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
