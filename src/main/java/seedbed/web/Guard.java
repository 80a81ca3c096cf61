package seedbed.web;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterPatternStyle;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Refuses what a page of another site makes a browser send: other names for this server while it
/// is open to its own machine only (DNS rebinding), and changes that do not come from its pages.
@ServerFilter(patternStyle = FilterPatternStyle.ANT, value = ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Guard {

  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final Loopback loopback;
  private final PublicAddress outside;

  Guard(Loopback loopback, PublicAddress outside) {
    this.loopback = loopback;
    this.outside = outside;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    var host = request.getHeaders().get(HttpHeaders.HOST);
    if (!loopback.answersTo(host)) {
      throw new Refusal.Foreign(
          HttpStatus.MISDIRECTED_REQUEST, "本系统仅在本机可访问，请用 http://localhost 或 http://127.0.0.1 打开。");
    }
    if (!READING.contains(request.getMethod()) && isForeign(request, host)) {
      throw new Refusal.Foreign(HttpStatus.FORBIDDEN, "这项操作不是从本系统的页面发出的，没有执行。请回到本系统重新操作。");
    }
  }

  // Programs send neither header and are let through; browsers always send one of them.
  private boolean isForeign(HttpRequest<?> request, @Nullable String host) {
    var site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null) {
      return !OWN_SITES.contains(site);
    }
    var origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    return origin != null && !isSame(origin, host);
  }

  private boolean isSame(String origin, @Nullable String host) {
    if (outside.isOrigin(origin)) {
      return true;
    }
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
