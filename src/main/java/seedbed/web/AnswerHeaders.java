package seedbed.web;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.Map;

/// Headers that every answer carries: nothing inline, nothing from elsewhere, no framing.
@ServerFilter(patternStyle = FilterPatternStyle.ANT, value = ServerFilter.MATCH_ALL_PATTERN)
final class AnswerHeaders implements Ordered {

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), geolocation=(), microphone=()",
          HttpHeaders.CACHE_CONTROL,
          "no-store");

  private static final String ONLY_TLS = "max-age=31536000";

  private final PublicAddress outside;

  AnswerHeaders(PublicAddress outside) {
    this.outside = outside;
  }

  /// Around everything: who is turned away early gets them too.
  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order();
  }

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    ALWAYS.forEach((name, value) -> {
      if (!response.getHeaders().contains(name)) {
        response.header(name, value);
      }
    });
    if (outside.proxied()) {
      response.header("Strict-Transport-Security", ONLY_TLS);
    }
    if (isHtml(response)) {
      response.contentType(PageErrors.HTML);
    }
    if (response.status() == HttpStatus.OK && isHtml(response) && Flash.read(request) != null) {
      Flash.forget(response);
    }
  }

  private static boolean isHtml(MutableHttpResponse<?> response) {
    return response.getContentType().map(MediaType.TEXT_HTML_TYPE::equals).orElse(false);
  }
}
