package seedbed.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where people find this Seedbed from outside.
@Singleton
public final class PublicAddress {

  private static final int USUAL_PORT = 8080;

  private final Optional<URI> told;
  private final String here;

  PublicAddress(WebSettings settings, HttpServerConfiguration server) {
    String url = settings.publicUrl();
    told = url == null || url.isBlank() ? Optional.empty() : Optional.of(URI.create(url));
    here =
        "http://"
            + server.getHost().orElse("127.0.0.1")
            + ":"
            + server.getPort().filter(port -> port > 0).orElse(USUAL_PORT);
  }

  /// Whether a proxy stands before this server, speaks TLS and says who asks.
  public boolean proxied() {
    return told.isPresent();
  }

  /// A link that works outside this browser too.
  public String link(HttpRequest<?> request, String path) {
    return told.map(URI::toString)
            .orElseGet(() -> "http://" + request.getHeaders().get(HttpHeaders.HOST))
        + path;
  }

  /// What is printed on paper, also when nobody asks. Without a public address it leads to this
  /// machine only.
  public String printed(String path) {
    return told.map(URI::toString).orElse(here) + path;
  }

  boolean hasName(String host) {
    return told.filter(url -> url.getHost().equals(host.toLowerCase(Locale.ROOT))).isPresent();
  }

  boolean isOrigin(@Nullable String origin) {
    return told.filter(url -> url.toString().equalsIgnoreCase(origin)).isPresent();
  }
}
