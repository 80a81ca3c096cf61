package seedbed.audit;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.RouteTable;
import seedbed.access.RouteTable.Mark;
import seedbed.access.Standing;
import seedbed.web.Origin;

/// Decides what of a request goes on the trail.
@Singleton
class Recording {

  /// In place of a method of HTTP.
  static final String LATER = "LATER";

  private static final String BEGUN = "seedbed.deed.begun";
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<Integer> REFUSED = Set.of(403, 404);
  private static final int FIRST_FAILURE = 400;

  /// What may stand in the chained part; anything else in a path could be a secret or a name.
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");

  private final Trail trail;
  private final TrailKeys keys;
  private final RouteTable routes;
  private final Origin.Resolver origins;
  private final Clock clock;
  private final EntryIds ids = new EntryIds();

  Recording(Trail trail, TrailKeys keys, RouteTable routes, Origin.Resolver origins, Clock clock) {
    this.trail = trail;
    this.keys = keys;
    this.routes = routes;
    this.origins = origins;
    this.clock = clock;
  }

  /// The beginning of a request that goes on.
  private record Begun(long id, Trail.Entry entry) {}

  /// Puts the beginning of an act or of a recorded reading on its way. Neither waits for it, only
  /// its answer does: whoever is told that something is done can rely on the trail. As soon as the
  /// trail fails, acts do wait for what is returned, so that none is done that it cannot hold.
  Optional<CompletableFuture<@Nullable Void>> begin(HttpRequest<?> request) {
    RouteTable.Line line = line(request).orElse(null);
    boolean reading = READING.contains(request.getMethod());
    if (line == null || line.mark() == Mark.QUESTION || (reading && line.mark() == Mark.PLAIN)) {
      return Optional.empty();
    }
    Note note = note(request, null, null, asked(request));
    Trail.Entry entry = trail.add(note);
    request.setAttribute(BEGUN, new Begun(note.id(), entry));
    return reading || trail.works() ? Optional.empty() : Optional.of(entry.stored());
  }

  /// After an answer: done once it may be sent. The result is not waited for where the beginning is
  /// stored: without it the trail says that the result is not known.
  Optional<CompletableFuture<@Nullable Void>> end(HttpRequest<?> request, int status) {
    Begun begun = request.getAttribute(BEGUN, Begun.class).orElse(null);
    boolean question = line(request).filter(line -> line.mark() == Mark.QUESTION).isPresent();
    if (begun == null && !question && !refused(request, status)) {
      return Optional.empty();
    }
    Note.Asked asked = Deed.of(request).refine(asked(request), keys);
    Long beginning = begun == null ? null : begun.id;
    Note result = note(request, beginning, status, asked);
    if (begun == null && !question) {
      return Optional.of(trail.add(result).stored());
    }
    trail.addLater(result);
    if (begun == null) {
      return Optional.empty();
    }
    return Optional.of(
        CompletableFuture.allOf(
            Stream.concat(Stream.of(begun.entry.stored()), further(request, status))
                .toArray(CompletableFuture<?>[]::new)));
  }

  /// Each of many things that one request did something to, by itself.
  private Stream<CompletableFuture<@Nullable Void>> further(HttpRequest<?> request, int status) {
    if (status >= FIRST_FAILURE) {
      return Stream.empty();
    }
    Note.Asked asked = asked(request);
    return Deed.of(request).further().stream()
        .map(each ->
            note(
                request,
                null,
                status,
                new Note.Asked(asked.act(), asked.method(), asked.route(), each.about()),
                each.sentence()))
        .map(note -> trail.add(note).stored());
  }

  /// What is to go on after a request. Of no route: the request has its own entries.
  LastingAct lasting(HttpRequest<?> request) {
    Caller caller = caller(request);
    Note.Asked asked = asked(request);
    var later = new Note.Asked(asked.act(), LATER, null, asked.about());
    String address = origins.of(request).address();
    return new LastingAct(
        trail,
        (begun, result, detail) ->
            new Note(
                ids.next(clock.instant()),
                caller == null ? null : caller.account(),
                caller == null ? null : caller.session(),
                begun,
                result,
                later,
                detail,
                address));
  }

  private boolean refused(HttpRequest<?> request, int status) {
    return REFUSED.contains(status)
        && caller(request) != null
        && line(request).filter(line -> !line.open()).isPresent();
  }

  private Note note(
      HttpRequest<?> request, @Nullable Long begun, @Nullable Integer result, Note.Asked asked) {
    return note(request, begun, result, asked, result == null ? null : Deed.of(request).detail());
  }

  private Note note(
      HttpRequest<?> request,
      @Nullable Long begun,
      @Nullable Integer result,
      Note.Asked asked,
      @Nullable String detail) {
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
        detail,
        origins.of(request).address());
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
    return match(request)
        .flatMap(found -> routes.ofRoute(request.getMethodName(), template(found)));
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
}
