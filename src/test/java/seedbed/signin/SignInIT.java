package seedbed.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.client.BlockingHttpClient;
import io.micronaut.http.client.DefaultHttpClientConfiguration;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.exceptions.HttpClientResponseException;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;

/// Coming in, staying in and being kept out, as browsers and programs see it.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class SignInIT {

  private static final String PASSWORD = "Gute-Reise-2026";

  @Inject EmbeddedServer server;
  @Inject Opening opening;
  @Inject Accounts accounts;
  @Inject Sessions sessions;
  @Inject LockRows locks;

  private BlockingHttpClient http;
  private String name;

  @BeforeEach
  void open() {
    var configuration = new DefaultHttpClientConfiguration();
    configuration.setFollowRedirects(false);
    configuration.setExceptionOnErrorStatus(false);
    http = HttpClient.create(server.getURL(), configuration).toBlocking();
    name = "u" + UUID.randomUUID().toString().substring(0, 8);
    locks.forgetAll();
  }

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void whoIsNotSignedInIsAskedToAndComesBack() {
    HttpResponse<String> answer = page("/companies?q=abc");

    assertThat(answer.getStatus().getCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/sign-in?to=%2Fcompanies%3Fq%3Dabc");
    assertThat(signIn(anOfficer(), PASSWORD, "/companies?q=abc").header("Location"))
        .isEqualTo("/companies?q=abc");
  }

  @Test
  void programsAreToldInTheirOwnWords() {
    HttpResponse<String> answer = http.exchange(HttpRequest.GET("/api/v1/companies"), String.class);

    assertThat(answer.getStatus().getCode()).isEqualTo(401);
    assertThat(answer.body()).contains("没有登录");
  }

  @Test
  void theNextPageIsNeverOnAnotherHost() {
    String officer = anOfficer();

    for (String to : List.of("//evil.example", "https://evil.example", "/\\evil.example", "x")) {
      assertThat(signIn(officer, PASSWORD, to).header("Location")).isEqualTo("/");
    }
  }

  @Test
  void everySignInHasASessionOfItsOwn() {
    String officer = anOfficer();

    assertThat(cookie(signIn(officer, PASSWORD, "/")).getValue())
        .isNotEqualTo(cookie(signIn(officer, PASSWORD, "/")).getValue());
  }

  @Test
  void theCookieIsNotForScripts() {
    assertThat(signIn(anOfficer(), PASSWORD, "/").header("Set-Cookie"))
        .contains("HTTPOnly")
        .contains("SameSite=Lax");
  }

  @Test
  void wrongNameAndWrongPasswordLookTheSame() {
    HttpResponse<String> wrong = signIn(anOfficer(), "Falsch-2026-xx", "/");
    HttpResponse<String> unknown = signIn("nobody-" + name, "Falsch-2026-xx", "/");

    assertThat(wrong.getStatus().getCode()).isEqualTo(422);
    assertThat(unknown.getStatus().getCode()).isEqualTo(422);
    assertThat(notice(wrong)).isEqualTo(notice(unknown));
  }

  @Test
  void fiveFailuresLockTheNameEvenForTheRightPassword() {
    String officer = anOfficer();
    for (int i = 0; i < 5; i++) {
      signIn(officer, "Falsch-2026-" + i, "/");
    }

    assertThat(signIn(officer, PASSWORD, "/").getStatus().getCode()).isEqualTo(429);
  }

  @Test
  void aNameThatDoesNotExistIsLockedAlike() {
    for (int i = 0; i < 5; i++) {
      signIn("nobody-" + name, "Falsch-2026-" + i, "/");
    }

    assertThat(signIn("nobody-" + name, "Falsch-2026-6", "/").getStatus().getCode()).isEqualTo(429);
  }

  @Test
  void aThousandGuessesAtOnceGetFiveTries() throws Exception {
    String officer = anOfficer();
    List<Callable<Integer>> guesses =
        IntStream.range(0, 1000)
            .<Callable<Integer>>mapToObj(
                i -> () -> signIn(officer, "Falsch-2026-" + i, "/").getStatus().getCode())
            .toList();

    List<Integer> answers;
    try (var threads = Executors.newFixedThreadPool(16)) {
      answers = threads.invokeAll(guesses).stream().map(Future::resultNow).toList();
    }

    assertThat(answers).containsOnly(422, 429);
    assertThat(answers).filteredOn(code -> code == 422).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void closingAnAccountEndsItsSessionsAtTheNextRequest() {
    String officer = anOfficer();
    Cookie session = cookie(signIn(officer, PASSWORD, "/"));
    assertThat(page("/companies", session).getStatus().getCode()).isEqualTo(200);

    Account account = accounts.findByUsername(officer).orElseThrow();
    accounts.update(account.disabled());

    assertThat(page("/companies", session).getStatus().getCode()).isEqualTo(303);
  }

  @Test
  void aNewRoleCountsFromTheNextRequestOn() {
    String officer = anOfficer();
    Cookie session = cookie(signIn(officer, PASSWORD, "/"));

    Account account = accounts.findByUsername(officer).orElseThrow();
    accounts.update(account.in(Role.AUDITOR));

    assertThat(page("/companies", session).getStatus().getCode()).isEqualTo(404);
  }

  @Test
  void signingOutEndsTheSessionItself() {
    Cookie session = cookie(signIn(anOfficer(), PASSWORD, "/"));
    String token = formToken(page("/companies", session));

    assertThat(post("/sign-out", Map.of("csrfToken", token), session).getStatus().getCode())
        .isEqualTo(303);
    assertThat(page("/companies", session).getStatus().getCode()).isEqualTo(303);
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    Cookie session = cookie(signIn(anOfficer(), PASSWORD, "/"));

    assertThat(post("/sign-out", Map.of(), session).getStatus().getCode()).isEqualTo(403);
    assertThat(post("/sign-out", Map.of("csrfToken", "x"), session).getStatus().getCode())
        .isEqualTo(403);
    assertThat(page("/companies", session).getStatus().getCode()).isEqualTo(200);
  }

  @Test
  void theTokenOfAnotherSessionDoesNotFit() {
    Cookie mine = cookie(signIn(anOfficer(), PASSWORD, "/"));
    Cookie other = cookie(signIn(name, PASSWORD, "/"));
    String token = formToken(page("/companies", other));

    assertThat(post("/sign-out", Map.of("csrfToken", token), mine).getStatus().getCode())
        .isEqualTo(403);
  }

  @Test
  void aGivenPasswordIsChangedBeforeAnythingElse() {
    opening.openFor(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
    Cookie session = cookie(signIn(name, PASSWORD, "/companies"));

    HttpResponse<String> answer = page("/companies", session);

    assertThat(answer.getStatus().getCode()).isEqualTo(303);
    assertThat(answer.header("Location")).isEqualTo("/account/password");
  }

  @Test
  void aProgramSignsInAndOut() {
    HttpResponse<Map<String, String>> answer = program(anOfficer(), PASSWORD);
    assertThat(answer.getStatus().getCode()).isEqualTo(201);
    String token = answer.body().get("token");
    assertThat(answer.body().get("expires")).isNotBlank();

    assertThat(asked("/api/v1/companies", token)).isEqualTo(200);
    http.exchange(HttpRequest.DELETE("/api/v1/sessions").bearerAuth(token));
    assertThat(asked("/api/v1/companies", token)).isEqualTo(401);
  }

  @Test
  void aProgramWithAWrongPasswordGetsNothing() {
    assertThat(program(anOfficer(), "Falsch-2026-xx").getStatus().getCode()).isEqualTo(401);
  }

  @Test
  void aBrowsersSessionIsNoProgramsToken() {
    Cookie session = cookie(signIn(anOfficer(), PASSWORD, "/"));

    assertThat(asked("/api/v1/companies", session.getValue())).isEqualTo(401);
  }

  private String anOfficer() {
    opening.open(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
    return name;
  }

  private HttpResponse<String> signIn(String username, String password, String to) {
    return post("/sign-in", Map.of("username", username, "password", password, "to", to), null);
  }

  private HttpResponse<String> post(
      String path, Map<String, String> form, @Nullable Cookie session) {
    var request =
        HttpRequest.POST(path, form)
            .contentType(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
            .accept(MediaType.TEXT_HTML_TYPE);
    return answer(session == null ? request : request.cookie(session));
  }

  private HttpResponse<String> page(String path) {
    return answer(HttpRequest.GET(path).accept(MediaType.TEXT_HTML_TYPE));
  }

  private HttpResponse<String> page(String path, Cookie session) {
    return answer(HttpRequest.GET(path).accept(MediaType.TEXT_HTML_TYPE).cookie(session));
  }

  private int asked(String path, String token) {
    return http.exchange(HttpRequest.GET(path).bearerAuth(token), String.class)
        .getStatus()
        .getCode();
  }

  @SuppressWarnings("unchecked")
  private HttpResponse<Map<String, String>> program(String username, String password) {
    HttpResponse<?> answer =
        http.exchange(
            HttpRequest.POST(
                "/api/v1/sessions", Map.of("username", username, "password", password)),
            Map.class);
    return (HttpResponse<Map<String, String>>) answer;
  }

  private HttpResponse<String> answer(HttpRequest<?> request) {
    try {
      return http.exchange(request, String.class);
    } catch (HttpClientResponseException refused) {
      throw new AssertionError(HttpStatus.valueOf(refused.code()) + " at " + request, refused);
    }
  }

  private static Cookie cookie(HttpResponse<?> answer) {
    String[] pair =
        String.valueOf(answer.header("Set-Cookie")).split(";", -1)[0].split("=", 2);
    return Cookie.of(pair[0], pair[1]);
  }

  private static String notice(HttpResponse<String> answer) {
    return Jsoup.parse(String.valueOf(answer.body())).select(".notice").text();
  }

  private static String formToken(HttpResponse<String> answer) {
    return Jsoup.parse(String.valueOf(answer.body())).select("[name=csrfToken]").attr("value");
  }
}
