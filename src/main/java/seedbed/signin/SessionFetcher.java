package seedbed.signin;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Finds out who sent a request, by the session's cookie or by a bearer's token.
@Singleton
final class SessionFetcher implements AuthenticationFetcher<HttpRequest<?>> {

  static final String FOUND = "seedbed.session";
  private static final String BEARER = "Bearer ";
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final ExecutorService blocking;

  SessionFetcher(
      Sessions sessions,
      SessionCookie cookie,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.blocking = blocking;
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    Optional<String> token = bearer(request).or(() -> cookie.read(request));
    return token.isEmpty() || request.getPath().startsWith("/assets/")
        ? Publishers.empty()
        : Publishers.fromCompletableFuture(
            () -> CompletableFuture.supplyAsync(() -> standing(request, token.get()), blocking));
  }

  static Optional<String> bearer(HttpRequest<?> request) {
    return request
        .getHeaders()
        .getAuthorization()
        .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
        .map(value -> value.substring(BEARER.length()).strip());
  }

  private @Nullable Authentication standing(HttpRequest<?> request, String token) {
    Optional<Sessions.Found> found =
        sessions.find(token).filter(session -> allows(session.session(), request));
    found.ifPresent(session -> request.setAttribute(FOUND, session));
    return found.map(sessions::standing).orElse(null);
  }

  // A browser's session is good in its cookie only, a program's in its header only.
  private boolean allows(Session session, HttpRequest<?> request) {
    boolean browser = bearer(request).isEmpty();
    return (session.kind() == Session.Kind.BROWSER) == browser
        && (!session.reading() || READING.contains(request.getMethod()) || isQuestion(request));
  }

  // Asking for a verdict stores nothing; the figures only do not fit into an address.
  private static boolean isQuestion(HttpRequest<?> request) {
    return request.getPath().equals("/api/v1/verdicts");
  }
}
