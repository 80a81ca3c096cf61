package seedbed.signin;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import seedbed.access.Doors;
import seedbed.access.Standing;
import seedbed.account.People;
import seedbed.web.Visitor;
import seedbed.web.Visitors;

/// Tells the frame of a page whose page it is.
@Singleton
final class SignedIn implements Visitors {

  private final Doors doors;
  private final People people;
  private final Csrf csrf;

  SignedIn(Doors doors, People people, Csrf csrf) {
    this.doors = doors;
    this.people = people;
    this.csrf = csrf;
  }

  @Override
  public Visitor of(HttpRequest<?> request, Collection<String> places) {
    return request
        .getAttribute(SessionFetcher.FOUND, Sessions.Found.class)
        .map(found -> visitor(request, found, places))
        .orElse(Visitor.NOBODY);
  }

  private Visitor visitor(HttpRequest<?> request, Sessions.Found found, Collection<String> places) {
    boolean complete =
        request
            .getUserPrincipal(Standing.class)
            .filter(standing -> standing.step() == Standing.Step.COMPLETE)
            .isPresent();
    Set<String> open =
        places.stream()
            .filter(place -> complete && doors.open(found.account().role(), place))
            .collect(Collectors.toUnmodifiableSet());
    return new Visitor(
        people.name(found.account()),
        found.account().role().label(),
        csrf.token(found.session()),
        open);
  }
}
