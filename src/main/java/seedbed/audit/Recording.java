package seedbed.audit;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.RouteTable;
import seedbed.access.Standing;

/// Decides what of a request goes on the trail.
@Singleton
class Recording {

  private static final String BEGUN = "seedbed.deed.begun";
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<Integer> REFUSED = Set.of(403, 404);
  private static final int LONGEST_ADDRESS = 45;

  /// What may stand in the chained part; anything else in a path could be a secret or a name.
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

  private final Trail trail;
  private final TrailKeys keys;
  private final RouteTable routes;
  private final HttpClientAddressResolver addresses;
  private final Clock clock;
  private final EntryIds ids = new EntryIds();

  Recording(
      Trail trail,
      TrailKeys keys,
      RouteTable routes,
      HttpClientAddressResolver addresses,
      Clock clock) {
    this.trail = trail;
    this.keys = keys;
    this.routes = routes;
    this.addresses = addresses;
    this.clock = clock;
  }

  /// Before an act: done once its beginning is stored; nothing where there is no act.
  Optional<CompletableFuture<@Nullable Void>> begin(HttpRequest<?> request) {
    if (READING.contains(request.getMethod()) || match(request).isEmpty()) {
      return Optional.empty();
    }
    Note note = note(request, null, null, asked(request));
    request.setAttribute(BEGUN, note.id());
    return Optional.of(trail.add(note));
  }

  /// After an answer: done once it may be sent. The result of an act whose beginning is stored is
  /// not waited for: without it the trail says that the result is not known.
  Optional<CompletableFuture<@Nullable Void>> end(HttpRequest<?> request, int status) {
    Long begun = request.getAttribute(BEGUN, Long.class).orElse(null);
    if (begun == null && !recorded(request, status)) {
      return Optional.empty();
    }
    Note.Asked asked = Deed.of(request).refine(asked(request), keys);
    CompletableFuture<@Nullable Void> stored = trail.add(note(request, begun, status, asked));
    return begun == null ? Optional.of(stored) : Optional.empty();
  }

  private boolean recorded(HttpRequest<?> request, int status) {
    RouteTable.Line line = line(request).orElse(null);
    if (line == null || line.open()) {
      return false;
    }
    return caller(request) != null && (line.recorded() || REFUSED.contains(status));
  }

  private Note note(
      HttpRequest<?> request, @Nullable Long begun, @Nullable Integer result, Note.Asked asked) {
    Deed deed = Deed.of(request);
    Caller caller = caller(request);
    Long account = deed.account();
    Long session = deed.session();
    return new Note(
        ids.next(clock.instant()),
        account == null && caller != null ? Long.valueOf(caller.account()) : account,
        session == null && caller != null ? Long.valueOf(caller.session()) : session,
        begun,
        result,
        asked,
        result == null ? null : deed.detail(),
        address(request));
  }

  private Note.Asked asked(HttpRequest<?> request) {
    RouteTable.Line line = line(request).orElse(null);
    Act act = line == null ? null : line.act();
    return new Note.Asked(
        act == null ? null : act.code(),
        request.getMethodName(),
        match(request).map(Recording::template).orElse(null),
        match(request).flatMap(found -> thing(found, line)).orElse(null));
  }

  // The first variable of the route, by the name that the table of routes gives it.
  private static Optional<Note.Thing> thing(
      UriRouteMatch<?, ?> match, RouteTable.@Nullable Line line) {
    String about = line == null ? null : line.about();
    Pattern allowed = about == null ? NUMBER : CODE;
    return match.getRouteInfo().getUriMatchTemplate().getVariableNames().stream()
        .findFirst()
        .map(name -> match.getVariableValues().get(name))
        .map(Object::toString)
        .filter(id -> allowed.matcher(id).matches())
        .map(id -> new Note.Thing(about == null ? first(template(match)) : about, id));
  }

  private static String first(String template) {
    return template.replaceFirst("^/api/v1", "").split("/", -1)[1];
  }

  private Optional<RouteTable.Line> line(HttpRequest<?> request) {
    return match(request).flatMap(found -> routes.ofRoute(request.getMethodName(), template(found)));
  }

  private static Optional<UriRouteMatch<?, ?>> match(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request).orElse(null) instanceof UriRouteMatch<?, ?> found
        ? Optional.of(found)
        : Optional.empty();
  }

  private static String template(UriRouteMatch<?, ?> match) {
    return match.getRouteInfo().getUriMatchTemplate().toPathString();
  }

  private static @Nullable Caller caller(HttpRequest<?> request) {
    return request.getUserPrincipal(Standing.class).map(Standing::caller).orElse(null);
  }

  private String address(HttpRequest<?> request) {
    String address = addresses.resolve(request);
    return address == null
        ? "?"
        : address.substring(0, Math.min(address.length(), LONGEST_ADDRESS));
  }
}
