package seedbed.signin;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import seedbed.account.Account;
import seedbed.audit.Deed;
import seedbed.web.Address;
import seedbed.web.Origin;

/// Brings a person in who has just shown who that is.
@Singleton
public class Entrance {

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Origin.Resolver origins;

  Entrance(Sessions sessions, SessionCookie cookie, Origin.Resolver origins) {
    this.sessions = sessions;
    this.cookie = cookie;
    this.origins = origins;
  }

  /// A new session and the person's first page.
  public HttpResponse<?> welcome(Account account, HttpRequest<?> request) {
    return welcome(account, request, URI.create("/"));
  }

  HttpResponse<?> welcome(Account account, HttpRequest<?> request, URI place) {
    Sessions.Opened opened = sessions.open(account, Session.Kind.BROWSER, origins.of(request));
    Deed.of(request).by(account.id(), opened.session().id());
    return welcome(opened, place);
  }

  /// On to a place of this server, or to the second factor where there is one.
  HttpResponse<?> welcome(Sessions.Opened opened, URI place) {
    URI next =
        opened.session().passed()
            ? place
            : Address.of("/sign-in/second-factor").with("to", place.toString()).uri();
    return HttpResponse.seeOther(next).cookie(cookie.of(opened.token()));
  }
}
