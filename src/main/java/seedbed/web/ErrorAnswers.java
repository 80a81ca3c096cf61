package seedbed.web;

import static io.micronaut.http.HttpHeaders.LOCATION;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers every failed request: programs by {@link ApiErrors}, browsers by {@link PageErrors}.
@Singleton
final class ErrorAnswers implements ErrorResponseProcessor<Object> {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  private final PageErrors pages;
  private final ApiErrors api;
  private final NearestPage nearest;

  ErrorAnswers(PageErrors pages, ApiErrors api, NearestPage nearest) {
    this.pages = pages;
    this.api = api;
    this.nearest = nearest;
  }

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    var request = context.getRequest();
    var failure = Failure.of(context, HttpStatus.valueOf(response.code()));
    if (failure.ours()) {
      LOG.error(
          "Failure {} at {} {}",
          failure.reference(),
          request.getMethod(),
          route(request),
          context.getRootCause().orElse(null));
    }
    var answer = response.status(failure.status());
    if (request.getMethod() == HttpMethod.HEAD) {
      return answer.body(null);
    }
    if (isProgram(request)) {
      return api.answer(failure, request, answer);
    }
    if (failure.status() == HttpStatus.CONFLICT) {
      return pages.overtaken(failure, thing(context), request, answer);
    }
    if (failure.status() == HttpStatus.UNPROCESSABLE_ENTITY) {
      return pages.refused(failure, thing(context), request, answer);
    }
    return nearest
        .of(failure, request)
        .map(page ->
            answer.status(HttpStatus.SEE_OTHER).body(null).header(LOCATION, page.toString()))
        .orElseGet(() -> pages.answer(failure, request, answer));
  }

  // What the refusal names, or else the nearest page above.
  private @Nullable String thing(ErrorContext context) {
    Address told =
        context.getRootCause().orElse(null) instanceof Refusal.Stale stale ? stale.page() : null;
    return told == null
        ? nearest.ofThing(context.getRequest()).map(URI::toString).orElse(null)
        : told.toString();
  }

  // Not the path: it may be a link that still opens an account.
  private static String route(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> match
        ? match.getRouteInfo().getUriMatchTemplate().toPathString()
        : "a file";
  }

  private static boolean isProgram(HttpRequest<?> request) {
    return request.getPath().startsWith("/api/")
        || (request.accept().contains(MediaType.APPLICATION_JSON_TYPE)
            && !request.accept().contains(MediaType.TEXT_HTML_TYPE));
  }
}
