package seedbed.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.access.Doors;
import seedbed.access.Role;
import seedbed.access.RouteTable;

/// Addresses that take forms, opened as a reader of the office opens them.
@MicronautTest(transactional = false)
final class FormAddressesIT {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @Inject EmbeddedServer server;
  @Inject RouteTable routes;
  @Inject Doors doors;

  private final HttpClient http =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  @ParameterizedTest
  @CsvSource({
    "/reviews/999999999/closing, /reviews/999999999",
    "/applications/9/objections/3, /applications/9",
    "/drafts/9/cases/removals, /drafts/9/cases",
    "/drafts/uploads, /drafts",
    "/drafts/confirmations, /drafts",
    "/account/sessions/9/end, /account",
    "/evidence/9/versions, /",
    "/sign-out, /"
  })
  void leadToTheNearestPage(String address, String page) {
    var answer = open("GET", address, BROWSER);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo(page);
  }

  @Test
  void everyOneLeadsUpwardsUntilAPageAnswersOrStaysClosed() {
    var forms =
        routes.lines().stream()
            .filter(line -> line.method().equals("POST") && !line.route().startsWith("/api/"))
            .map(RouteTable.Line::route)
            .toList();
    assertThat(forms).hasSizeGreaterThan(50);
    for (var form : forms) {
      var steps = steps(form.replaceAll("\\{[a-z]+}", "999999999"));

      for (var i = 1; i < steps.size(); i++) {
        assertThat(steps.get(i - 1)).as(form).startsWith(steps.get(i)).isNotEqualTo(steps.get(i));
      }
      var last = open("GET", steps.getLast(), BROWSER).statusCode();
      assertThat(last).as("%s ends at %s", form, steps.getLast()).isIn(200, 303, 403, 404, 405);
      if (last == 405) {
        assertThat(doors.open(Role.OFFICE, above(form))).as(form).isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/accounts/9/closure",
        "/accounts/locks/x/lifting",
        "/accounts/programs/9/revocation"
      })
  void whoMayNotSeeThePageIsLedNowhere(String address) {
    assertThat(open("GET", address, BROWSER).statusCode()).isEqualTo(405);
  }

  @Test
  void whoIsNotSignedInIsLedNowhere() {
    var answer =
        send(
            HttpRequest.newBuilder(server.getURI().resolve("/reviews/9/closing"))
                .header("Authorization", "Bearer of-nobody")
                .header("Accept", BROWSER)
                .GET());

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(location(answer)).isEmpty();
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    assertThat(open("GET", "/reviews/999999999", BROWSER).statusCode()).isEqualTo(404);
    assertThat(open("GET", "/drafts/abc", BROWSER).statusCode()).isEqualTo(404);
    assertThat(open("GET", "/nowhere/at/all", BROWSER).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/drafts/uploads",
        "//evil.example/closing",
        "//reviews/9/closing",
        "/reviews//evil.example/closing",
        "/reviews/%2f%2fevil.example/closing",
        "/reviews/9/closing?to=https://evil.example/"
      })
  void nobodyIsLedToAnotherHost(String path) {
    var answer =
        send(
            HttpRequest.newBuilder(URI.create(server.getURL() + path))
                .header("Accept", BROWSER)
                .GET());

    assertThat(location(answer)).doesNotStartWith("//").doesNotContain("evil.example/");
    assertThat(location(answer)).matches("|/[a-z0-9/%.-]*");
  }

  @Test
  void programsAndHeadAreToldThatItIsNoPage() {
    var program = open("GET", "/api/v1/imports/9/storage", BROWSER);
    assertThat(program.statusCode()).isEqualTo(405);
    assertThat(program.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(open("GET", "/reviews/9/closing", "application/json").statusCode()).isEqualTo(405);
    assertThat(open("HEAD", "/reviews/9/closing", BROWSER).statusCode()).isEqualTo(405);
    assertThat(open("DELETE", "/reviews/9", BROWSER).statusCode()).isEqualTo(405);
  }

  private List<String> steps(String address) {
    List<String> steps = new ArrayList<>(List.of(address));
    for (var answer = open("GET", address, BROWSER);
        answer.statusCode() == 303 && steps.getLast().startsWith(location(answer));
        answer = open("GET", steps.getLast(), BROWSER)) {
      steps.add(location(answer));
    }
    return steps;
  }

  private static String above(String route) {
    int slash = route.lastIndexOf('/');
    return slash == 0 ? "/" : route.substring(0, slash);
  }

  private HttpResponse<String> open(String method, String path, String accept) {
    return send(
        HttpRequest.newBuilder(server.getURI().resolve(path))
            .header("Accept", accept)
            .method(method, HttpRequest.BodyPublishers.noBody()));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("No answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String location(HttpResponse<?> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
