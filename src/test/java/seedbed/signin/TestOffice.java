package seedbed.signin;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.reactivestreams.Publisher;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountState;
import seedbed.secret.Sealing;

/// Somebody of an office above all provinces, for the tests that are about something else: a
/// request that shows neither cookie nor token is hers. Tests of access turn her off.
@Singleton
@Requires(property = "seedbed.test.office", notEquals = "false")
final class TestOffice implements AuthenticationFetcher<HttpRequest<?>> {

  /// The root of the tree, so that tests may have provinces of their own.
  private static final String EVERYWHERE = "";

  private final Sessions sessions;
  private final SessionCookie cookie;
  private final Account account;

  TestOffice(Sessions sessions, SessionCookie cookie, Sealing sealing) {
    this.sessions = sessions;
    this.cookie = cookie;
    account =
        new Account(
            0,
            "test-office",
            Role.OFFICE,
            EVERYWHERE,
            null,
            null,
            AccountState.ACTIVE,
            false,
            sealing.seal("测试人员", "account.name"),
            null,
            null,
            null,
            null,
            false,
            null,
            Instant.EPOCH,
            null,
            null,
            0);
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    if (request.getHeaders().contains(HttpHeaders.AUTHORIZATION)
        || cookie.read(request).isPresent()) {
      return Publishers.empty();
    }
    var found = new Sessions.Found(session(), account);
    request.setAttribute(SessionFetcher.FOUND, found);
    return Publishers.just(sessions.standing(found));
  }

  // A program's, which sends no form's token.
  private static Session session() {
    return new Session(
        0,
        "test",
        0,
        Session.Kind.PROGRAM,
        null,
        false,
        true,
        Instant.EPOCH,
        Instant.EPOCH,
        Instant.MAX,
        null,
        null,
        null);
  }
}
