package seedbed.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where people find this Seedbed from outside.
@Singleton
public final class PublicAddress {

  private final Optional<URI> told;

  PublicAddress(WebSettings settings) {
    String url = settings.publicUrl();
    told = url == null || url.isBlank() ? Optional.empty() : Optional.of(URI.create(url));
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

  boolean hasName(String host) {
    return told.filter(url -> url.getHost().equals(host.toLowerCase(Locale.ROOT))).isPresent();
  }

  boolean isOrigin(@Nullable String origin) {
    return told.filter(url -> url.toString().equalsIgnoreCase(origin)).isPresent();
  }
}
