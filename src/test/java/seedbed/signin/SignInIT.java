package seedbed.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Inject Door door;
  @Inject Opening opening;
  @Inject Accounts accounts;
  @Inject LockRows locks;

  private String name = "";

  @BeforeEach
  void begin() {
    name = "u" + UUID.randomUUID().toString().substring(0, 8);
    locks.forgetAll();
  }

  @Test
  void whoIsNotSignedInIsAskedToAndComesBack() {
    var answer = door.page("/companies?q=abc", null);

    assertThat(answer.code()).isEqualTo(303);
    assertThat(answer.location()).isEqualTo("/sign-in?to=%2Fcompanies%3Fq%3Dabc");
    assertThat(door.signIn(anOfficer(), PASSWORD, "/companies?q=abc").location())
        .isEqualTo("/companies?q=abc");
  }

  @Test
  void programsAreToldInTheirOwnWords() {
    var answer = door.program("GET", "/api/v1/companies", null, "");

    assertThat(answer.code()).isEqualTo(401);
    assertThat(answer.body()).contains("没有登录");
  }

  @ParameterizedTest
  @ValueSource(strings = {"//evil.example", "https://evil.example", "/\\evil.example", "x"})
  void theNextPageIsNeverOnAnotherHost(String to) {
    assertThat(door.signIn(anOfficer(), PASSWORD, to).location()).isEqualTo("/");
  }

  @Test
  void everySignInHasASessionOfItsOwn() {
    String officer = anOfficer();

    assertThat(door.signIn(officer, PASSWORD, "/").session())
        .isNotEqualTo(door.signIn(officer, PASSWORD, "/").session());
  }

  @Test
  void theCookieIsNotForScriptsOrOtherSites() {
    assertThat(door.signIn(anOfficer(), PASSWORD, "/").cookie())
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Lax");
  }

  @Test
  void wrongNameAndWrongPasswordLookTheSame() {
    var wrong = door.signIn(anOfficer(), "Falsch-2026-xx", "/");
    var unknown = door.signIn("nobody-" + name, "Falsch-2026-xx", "/");

    assertThat(wrong.code()).isEqualTo(422);
    assertThat(unknown.code()).isEqualTo(422);
    assertThat(wrong.page().select(".notice").text())
        .isNotEmpty()
        .isEqualTo(unknown.page().select(".notice").text());
  }

  @Test
  void aNameInAnyScriptIsUnknownAndNoFailure() {
    assertThat(door.signIn("张三" + name, "Falsch-2026-xx", "/").code()).isEqualTo(422);
    assertThat(
            door.program(
                    "POST",
                    "/api/v1/sessions",
                    null,
                    "{\"username\":\"张三\",\"password\":\"Falsch-2026-xx\"}")
                .code())
        .isEqualTo(401);
  }

  @Test
  void fiveFailuresLockTheNameEvenForTheRightPassword() {
    String officer = anOfficer();
    failFiveTimes(officer);

    assertThat(door.signIn(officer, PASSWORD, "/").code()).isEqualTo(429);
  }

  @Test
  void aNameThatDoesNotExistIsLockedAlike() {
    failFiveTimes("nobody-" + name);

    assertThat(door.signIn("nobody-" + name, "Falsch-2026-6", "/").code()).isEqualTo(429);
  }

  @Test
  void aThousandGuessesAtOnceGetFiveTries() throws InterruptedException {
    String officer = anOfficer();
    List<Callable<Integer>> guesses =
        IntStream.range(0, 1000)
            .<Callable<Integer>>mapToObj(
                i -> () -> door.signIn(officer, "Falsch-2026-" + i, "/").code())
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
    String session = door.signIn(anOfficer(), PASSWORD, "/").session();
    assertThat(door.page("/companies", session).code()).isEqualTo(200);

    Account account = accounts.findByUsername(name).orElseThrow();
    accounts.update(account.disabled());

    assertThat(door.page("/companies", session).code()).isEqualTo(303);
  }

  @Test
  void aNewRoleCountsFromTheNextRequestOn() {
    String session = door.signIn(anOfficer(), PASSWORD, "/").session();

    Account account = accounts.findByUsername(name).orElseThrow();
    accounts.update(account.in(Role.AUDITOR));

    assertThat(door.page("/companies", session).code()).isEqualTo(404);
  }

  @Test
  void signingOutEndsTheSessionItself() {
    String session = door.signIn(anOfficer(), PASSWORD, "/").session();
    String token = door.page("/companies", session).formToken();

    assertThat(door.form("/sign-out", session, Map.of("csrfToken", token)).code()).isEqualTo(303);
    assertThat(door.page("/companies", session).code()).isEqualTo(303);
  }

  @Test
  void aFormWithoutItsTokenChangesNothing() {
    String session = door.signIn(anOfficer(), PASSWORD, "/").session();

    assertThat(door.form("/sign-out", session, Map.of()).code()).isEqualTo(403);
    assertThat(door.form("/sign-out", session, Map.of("csrfToken", "x")).code()).isEqualTo(403);
    assertThat(door.page("/companies", session).code()).isEqualTo(200);
  }

  @Test
  void theTokenOfAnotherSessionDoesNotFit() {
    String mine = door.signIn(anOfficer(), PASSWORD, "/").session();
    String other = door.signIn(name, PASSWORD, "/").session();
    String token = door.page("/companies", other).formToken();

    assertThat(token).isNotEmpty();
    assertThat(door.form("/sign-out", mine, Map.of("csrfToken", token)).code()).isEqualTo(403);
  }

  @Test
  void aGivenPasswordIsChangedBeforeAnythingElse() {
    opening.openFor(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
    String session = door.signIn(name, PASSWORD, "/companies").session();

    assertThat(door.page("/companies", session).location()).isEqualTo("/account/password");
    String token = door.page("/account/password", session).formToken();
    var changed =
        door.form(
            "/account/password",
            session,
            Map.of(
                "csrfToken",
                token,
                "current",
                PASSWORD,
                "password",
                "Neue-Reise-2027",
                "again",
                "Neue-Reise-2027"));

    assertThat(changed.code()).isEqualTo(303);
    assertThat(door.page("/companies", session).location()).startsWith("/sign-in");
    String fresh = door.signIn(name, "Neue-Reise-2027", "/").session();
    assertThat(door.page("/companies", fresh).code()).isEqualTo(200);
  }

  @Test
  void aProgramSignsInAndOut() {
    var answer = program(anOfficer(), PASSWORD);
    assertThat(answer.code()).isEqualTo(201);
    assertThat(answer.body()).contains("\"expires\"");
    String token = answer.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");

    assertThat(door.program("GET", "/api/v1/companies", token, "").code()).isEqualTo(200);
    assertThat(door.program("DELETE", "/api/v1/sessions", token, "").code()).isEqualTo(204);
    assertThat(door.program("GET", "/api/v1/companies", token, "").code()).isEqualTo(401);
  }

  @Test
  void aProgramWithAWrongPasswordGetsNothing() {
    assertThat(program(anOfficer(), "Falsch-2026-xx").code()).isEqualTo(401);
  }

  @Test
  void aBrowsersSessionIsNoProgramsToken() {
    String session = door.signIn(anOfficer(), PASSWORD, "/").session();
    String text = session.substring(session.indexOf('=') + 1);

    assertThat(door.program("GET", "/api/v1/companies", text, "").code()).isEqualTo(401);
  }

  private String anOfficer() {
    opening.open(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
    return name;
  }

  private void failFiveTimes(String username) {
    for (int i = 0; i < 5; i++) {
      door.signIn(username, "Falsch-2026-" + i, "/");
    }
  }

  private Door.Answer program(String username, String password) {
    return door.program(
        "POST",
        "/api/v1/sessions",
        null,
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(username, password));
  }
}
