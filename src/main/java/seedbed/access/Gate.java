package seedbed.access;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Lets a request through as the two tables say, and leaves its permission on it.
@Singleton
final class Gate implements SecurityRule<HttpRequest<?>> {

  /// Files are found past empty parts of a path, so their lines are too.
  private static final Pattern SLASHES = Pattern.compile("/{2,}");

  private final RouteTable routes;
  private final AccessTable table;
  private final Permissions permissions;

  Gate(RouteTable routes, AccessTable table, Permissions permissions) {
    this.routes = routes;
    this.table = table;
    this.permissions = permissions;
  }

  /// Before any rule that the security library brings along: no other one decides.
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      @Nullable HttpRequest<?> request, @Nullable Authentication authentication) {
    Optional<Denial> denial = decide(Objects.requireNonNull(request), authentication);
    denial.ifPresent(reason -> request.setAttribute(Denial.ATTRIBUTE, reason));
    return Publishers.just(
        denial.isPresent() ? SecurityRuleResult.REJECTED : SecurityRuleResult.ALLOWED);
  }

  private Optional<Denial> decide(HttpRequest<?> request, @Nullable Authentication authentication) {
    Optional<RouteTable.Line> line = line(request);
    if (line.isEmpty() && RouteAttributes.getRouteMatch(request).isEmpty()) {
      // Nothing is there: the answer says so, in the words of every other error.
      return Optional.empty();
    }
    if (line.isPresent() && line.get().open()) {
      return Optional.empty();
    }
    if (!(authentication instanceof Standing(var caller, var step))) {
      return Optional.of(Denial.UNKNOWN);
    }
    Act act = line.map(RouteTable.Line::act).orElse(null);
    if (act == null) {
      return Optional.of(Denial.ABSENT);
    }
    if (!step.allows(act)) {
      return Optional.of(Denial.UNFINISHED);
    }
    Optional<Permission> permission = permissions.of(caller, act);
    permission.ifPresent(given -> request.setAttribute(PermissionBinder.ATTRIBUTE, given));
    if (permission.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(table.shows(caller.role(), act) ? Denial.NOT_ALLOWED : Denial.ABSENT);
  }

  // A request that matches no route is for a file, or for nothing at all.
  private Optional<RouteTable.Line> line(HttpRequest<?> request) {
    String method = request.getMethodName();
    return RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> match
        ? routes.ofRoute(method, match.getRouteInfo().getUriMatchTemplate().toPathString())
        : routes.ofFile(method, SLASHES.matcher(request.getPath()).replaceAll("/"));
  }
}
