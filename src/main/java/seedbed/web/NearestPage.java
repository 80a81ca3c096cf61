package seedbed.web;

import io.micronaut.context.BeanProvider;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where an address that only takes forms leads when it is opened: to the nearest page above it.
///
/// A form that was refused is shown under the address it was sent to. Whoever opens that address
/// again, from its bar, from a bookmark or by waking the computer, wants the page of the form.
@Singleton
final class NearestPage {

  // Lazily: what answers errors is there before routes and sessions are.
  private final BeanProvider<Router> routes;
  private final BeanProvider<Visitors> visitors;

  NearestPage(BeanProvider<Router> routes, BeanProvider<Visitors> visitors) {
    this.routes = routes;
    this.visitors = visitors;
  }

  /// The page to show in place of a failure, when it is open to who asks. It is always shorter than
  /// the address that was asked for, so that one leads to another only so many times.
  Optional<URI> of(Failure failure, HttpRequest<?> request) {
    String path = request.getUri().getRawPath();
    return couldBeForm(failure) && wantsPage(request) && isPlain(path) && takesForms(path, request)
        ? above(path)
            .map(parent -> match(parent, request))
            .flatMap(Optional::stream)
            .findFirst()
            .filter(page -> isOpen(page, request))
            .map(page -> URI.create(page.getUri()))
        : Optional.empty();
  }

  /// The page of the thing that a request was about, when it is open to who asks: of a form the one
  /// under its own address or the nearest above it. The first page of all is not about anything.
  Optional<URI> ofThing(HttpRequest<?> request) {
    String path = request.getUri().getRawPath();
    if (!isPlain(path)) {
      return Optional.empty();
    }
    Stream<String> candidates =
        request.getMethod() == HttpMethod.GET || !isPageToo(path, request)
            ? above(path)
            : Stream.concat(Stream.of(path), above(path));
    return candidates
        .filter(address -> address.length() > 1)
        .map(address -> match(address, request))
        .flatMap(Optional::stream)
        .findFirst()
        .filter(page -> isOpen(page, request))
        .map(page -> URI.create(page.getUri()));
  }

  // By what matches it best, as below.
  private boolean isPageToo(String path, HttpRequest<?> request) {
    List<UriRouteMatch<Object, Object>> matches =
        routes.get().<Object, Object>findAny(path, request).toList();
    return variables(matches, HttpMethod.GET) <= variables(matches, HttpMethod.POST);
  }

  // Absent is /drafts/uploads too, which takes files: to a GET it is a draft with a strange number.
  private static boolean couldBeForm(Failure failure) {
    return switch (failure.status()) {
      case METHOD_NOT_ALLOWED, NOT_FOUND -> true;
      default -> false;
    };
  }

  private static boolean wantsPage(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET
        && request.accept().stream().anyMatch(NearestPage::isPage);
  }

  private static boolean isPage(@Nullable MediaType type) {
    return MediaType.TEXT_HTML_TYPE.equals(type);
  }

  // Two slashes at its beginning would make a path the address of another host.
  private static boolean isPlain(String path) {
    return path.startsWith("/") && !path.contains("//");
  }

  // By what matches it best: /sheets/5/corrections/new is a page, though its last word could be the
  // number of a correction, which takes forms.
  private boolean takesForms(String path, HttpRequest<?> request) {
    List<UriRouteMatch<Object, Object>> matches =
        routes.get().<Object, Object>findAny(path, request).toList();
    return variables(matches, HttpMethod.POST) < variables(matches, HttpMethod.GET);
  }

  private static long variables(List<UriRouteMatch<Object, Object>> matches, HttpMethod method) {
    return matches.stream()
        .filter(match -> match.getHttpMethod() == method)
        .mapToLong(match -> template(match).chars().filter(letter -> letter == '{').count())
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private static Stream<String> above(String path) {
    return Stream.iterate(parent(path), address -> !address.isEmpty(), address -> parent(address));
  }

  // Nothing is above the first page.
  private static String parent(String path) {
    int slash = path.lastIndexOf('/');
    return slash > 0 ? path.substring(0, slash) : path.length() > 1 ? "/" : "";
  }

  private Optional<UriRouteMatch<Object, Object>> match(String path, HttpRequest<?> request) {
    return routes
        .get()
        .<Object, Object>find(HttpMethod.GET, path, request)
        .filter(match -> match.getRouteInfo().getProduces().contains(MediaType.TEXT_HTML_TYPE))
        .findFirst();
  }

  private boolean isOpen(UriRouteMatch<?, ?> page, HttpRequest<?> request) {
    String template = template(page);
    return visitors.get().of(request, List.of(template)).places().contains(template);
  }

  private static String template(UriRouteMatch<?, ?> match) {
    return match.getRouteInfo().getUriMatchTemplate().toPathString();
  }
}
