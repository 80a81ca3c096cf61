package seedbed.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a request comes from.
///
/// @param address of the browser; behind a proxy, as the proxy says
/// @param agent what the browser or program calls itself
public record Origin(String address, @Nullable String agent) {

  private static final int LONGEST_ADDRESS = 45;
  private static final int LONGEST_AGENT = 200;

  /// Reads it from requests. A proxy is believed where the deployment has one, and only on this
  /// machine.
  @Singleton
  public static final class Resolver {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final PublicAddress outside;

    Resolver(PublicAddress outside) {
      this.outside = outside;
    }

    public Origin of(HttpRequest<?> request) {
      return new Origin(
          cut(address(request), LONGEST_ADDRESS),
          request
              .getHeaders()
              .findFirst("User-Agent")
              .map(a -> cut(a, LONGEST_AGENT))
              .orElse(null));
    }

    private String address(HttpRequest<?> request) {
      InetAddress sender = request.getRemoteAddress().getAddress();
      if (sender == null) {
        return "?";
      }
      return outside.proxied() && sender.isLoopbackAddress()
          ? forwarded(request).orElse(sender.getHostAddress())
          : sender.getHostAddress();
    }

    // The last one is what the proxy itself saw; those before it are whatever the browser claims.
    private static Optional<String> forwarded(HttpRequest<?> request) {
      List<String> lines = request.getHeaders().getAll(FORWARDED_FOR);
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(lines.getLast().replaceFirst("^.*,", "").strip())
              .filter(address -> address.matches("[0-9a-fA-F.:]{3,45}"));
    }

    private static String cut(String text, int longest) {
      return text.length() <= longest ? text : text.substring(0, longest);
    }
  }
}
