package seedbed.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Where a request comes from.
///
/// @param address of the browser; behind a proxy, as the proxy says
/// @param agent what the browser or program calls itself
public record Origin(String address, @Nullable String agent) {

  private static final int LONGEST_ADDRESS = 45;
  private static final int LONGEST_AGENT = 200;

  /// Reads it from requests. Only a proxy that this deployment names is believed.
  @Singleton
  public static final class Resolver {

    private final HttpClientAddressResolver addresses;

    Resolver(HttpClientAddressResolver addresses) {
      this.addresses = addresses;
    }

    public Origin of(HttpRequest<?> request) {
      String address = addresses.resolve(request);
      return new Origin(
          cut(address == null ? "?" : address, LONGEST_ADDRESS),
          request
              .getHeaders()
              .findFirst("User-Agent")
              .map(a -> cut(a, LONGEST_AGENT))
              .orElse(null));
    }

    private static String cut(String text, int longest) {
      return text.length() <= longest ? text : text.substring(0, longest);
    }
  }
}
