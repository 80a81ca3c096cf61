package seedbed.enrolment;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import seedbed.account.People;
import seedbed.web.PublicAddress;

/// A link as its maker copies it; it is shown once and kept nowhere.
///
/// @param back where its maker goes on
@Introspected
record OneTimeLink(
    String username, String name, String link, Instant expires, String back, String backLabel) {

  /// Writes links down as they are sent on.
  @Singleton
  static final class Writer {

    private final PublicAddress outside;
    private final People people;

    Writer(PublicAddress outside, People people) {
      this.outside = outside;
      this.people = people;
    }

    OneTimeLink of(HttpRequest<?> request, Inviting.Issued issued) {
      return of(request, issued, "/accounts/" + issued.account().id(), "查看账号");
    }

    OneTimeLink of(HttpRequest<?> request, Inviting.Issued issued, String back, String backLabel) {
      return new OneTimeLink(
          issued.account().username(),
          people.name(issued.account()),
          outside.link(request, "/invitations/" + issued.token().text()),
          issued.expires(),
          back,
          backLabel);
    }
  }
}
