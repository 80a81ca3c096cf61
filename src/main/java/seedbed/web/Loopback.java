package seedbed.web;

import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether this server listens on the machine itself only, and which names it then answers to.
@Singleton
final class Loopback {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private final boolean bound;
  private final PublicAddress outside;

  Loopback(HttpServerConfiguration server, PublicAddress outside) {
    this.outside = outside;
    bound = server.getHost().filter(Loopback::isLoopback).isPresent();
  }

  /// Whether nobody else comes here, not even through a proxy.
  boolean alone() {
    return bound && !outside.proxied();
  }

  boolean answersTo(@Nullable String hostHeader) {
    return !bound
        || (hostHeader != null
            && (NAMES.contains(name(hostHeader)) || outside.hasName(name(hostHeader))));
  }

  private static String name(String hostHeader) {
    var host = hostHeader.strip().toLowerCase(Locale.ROOT);
    var colon = host.lastIndexOf(':');
    return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
