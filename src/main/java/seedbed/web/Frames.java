package seedbed.web;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/// Builds the frame of a request's page.
@Singleton
final class Frames {

  /// Pages that only know the present, whatever day the address carries along.
  private static final List<String> PRESENT =
      List.of(
          "/inbox",
          "/inspections",
          "/confirmations",
          "/obligations",
          "/reminders",
          "/reminder-rules",
          "/working-days",
          "/chores",
          "/applications",
          "/drafts",
          "/sheets",
          "/operating-sheets",
          "/evidence",
          "/reviews",
          "/review-members",
          "/requests",
          "/plans",
          "/nominations",
          "/nomination-plans",
          "/archive",
          "/imports",
          "/assignments",
          "/aides",
          "/visits",
          "/accounts",
          "/account",
          "/access",
          "/trail");

  private final Clock clock;
  private final Navigation navigation;
  private final Loopback loopback;
  private final WebSettings settings;
  private final Visitors visitors;
  private final Unseen unseen;
  private final Imprint imprint;
  private final UploadLimit uploads;

  Frames(
      Clock clock,
      Navigation navigation,
      Loopback loopback,
      WebSettings settings,
      Visitors visitors,
      Unseen unseen,
      Imprint imprint,
      UploadLimit uploads) {
    this.clock = clock;
    this.navigation = navigation;
    this.loopback = loopback;
    this.settings = settings;
    this.visitors = visitors;
    this.unseen = unseen;
    this.imprint = imprint;
    this.uploads = uploads;
  }

  Frame of(HttpRequest<?> request) {
    return frame(request, unseen.of(request));
  }

  /// The same as far as it can be known without the database: who asks is known from the request,
  /// if it got that far.
  Frame alone(HttpRequest<?> request) {
    return frame(request, 0);
  }

  private Frame frame(HttpRequest<?> request, long waiting) {
    var told = Place.told(request);
    var here = told == null ? Address.of(request) : told;
    var visitor = visitors.of(request, navigation.paths());
    return new Frame(
        settings.region(),
        navigation.groups(here.path(), visitor),
        navigation.section(here.path()),
        here,
        chosen(here),
        Flash.read(request),
        loopback.alone(),
        visitor,
        waiting,
        imprint.line(),
        uploads.fileMegabytes());
  }

  private static boolean present(String path) {
    return path.endsWith("/evidence")
        || PRESENT.stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
  }

  // The page that says a day is wrong has a frame too: it is then that of today.
  private ChosenDay chosen(Address here) {
    if (present(here.path())) {
      var today = LocalDate.now(clock);
      return new ChosenDay(today, today);
    }
    try {
      return ChosenDay.parse(here.value(ChosenDay.PARAMETER), clock);
    } catch (Refusal.Invalid _) {
      var today = LocalDate.now(clock);
      return new ChosenDay(today, today);
    }
  }
}
