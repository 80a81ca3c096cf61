package seedbed.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;

/// Codes of an authenticator: set up, asked for, taken once; and the own list of sessions.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.second-factor", value = "AUDITOR,TOWNSHIP")
final class SecondFactorIT {

  private static final String PASSWORD = "Gute-Reise-2026";

  @Inject Door door;
  @Inject Opening opening;
  @Inject Accounts accounts;
  @Inject LockRows locks;
  @Inject Clock clock;

  private String name = "";

  @BeforeEach
  void begin() {
    name = "u" + UUID.randomUUID().toString().substring(0, 8);
    locks.forgetAll();
  }

  @Test
  void theCodeIsAskedForAndTakenOnce() {
    Authenticator phone = setUp(Role.OFFICE);
    String code = phone.code(clock.instant().plusSeconds(30));
    Door.Answer half = door.signIn(name, PASSWORD, "/companies");
    assertThat(half.location()).startsWith("/sign-in/second-factor");
    assertThat(door.page("/companies", half.session()).location())
        .isEqualTo("/sign-in/second-factor");

    Door.Answer in = give(half.session(), code);
    assertThat(in.code()).isEqualTo(303);
    assertThat(in.session()).isNotEqualTo(half.session());
    assertThat(door.page("/companies", in.session()).code()).isEqualTo(200);

    String again = door.signIn(name, PASSWORD, "/companies").session();
    assertThat(give(again, code).code()).isEqualTo(422);
  }

  @Test
  void theCodeOfTheSetUpDoesNotOpenTheDoor() {
    Instant then = clock.instant();
    Authenticator phone = setUp(Role.OFFICE);
    String half = door.signIn(name, PASSWORD, "/").session();

    assertThat(give(half, phone.code(then)).code()).isEqualTo(422);
    assertThat(give(half, phone.code(clock.instant().plusSeconds(30))).code()).isEqualTo(303);
  }

  /// The code just used opens nothing for half a minute: nobody may have to wait for the next one.
  @Test
  void whoChangesThePasswordIsNotAskedForACodeAgain() {
    Authenticator phone = setUp(Role.OFFICE);
    String half = door.signIn(name, PASSWORD, "/").session();
    String in = give(half, phone.code(clock.instant().plusSeconds(30))).session();

    Door.Answer changed =
        door.form(
            "/account/password",
            in,
            Map.of(
                "csrfToken",
                door.page("/account/password", in).formToken(),
                "current",
                PASSWORD,
                "password",
                "Frische-Luft-2027",
                "again",
                "Frische-Luft-2027"));

    assertThat(changed.code()).isEqualTo(303);
    assertThat(changed.session()).isNotEqualTo(in);
    assertThat(door.page("/companies", in).code()).isEqualTo(303);
    assertThat(door.page("/companies", changed.session()).code()).isEqualTo(200);
  }

  @Test
  void aCodeDoesNotLengthenASessionThatIsOpen() {
    Authenticator phone = setUp(Role.OFFICE);
    String half = door.signIn(name, PASSWORD, "/").session();
    String in = give(half, phone.code(clock.instant().plusSeconds(30))).session();
    locks.forgetSteps(name);

    Door.Answer open = code(in, door.page("/account", in).formToken(), phone.code(clock.instant()));

    assertThat(open.location()).isEqualTo("/companies");
    assertThat(open.cookie()).isEmpty();
    assertThat(door.page("/companies", in).code()).isEqualTo(200);
  }

  @Test
  void aChangeOfTheAccountGivesNoUsedCodeOutAgain() {
    setUp(Role.OFFICE);
    Account before = accounts.findByUsername(name).orElseThrow();
    long step = clock.instant().getEpochSecond();
    assertThat(accounts.takeStep(before.id(), step)).isOne();

    accounts.update(before.touched(before.id(), clock.instant()));

    assertThat(accounts.takeStep(before.id(), step)).isZero();
  }

  @Test
  void fiveWrongCodesLock() {
    Authenticator phone = setUp(Role.OFFICE);
    String half = door.signIn(name, PASSWORD, "/").session();
    String token = door.page("/sign-in/second-factor", half).formToken();
    for (int i = 0; i < 5; i++) {
      assertThat(code(half, token, "00000" + i).code()).isEqualTo(422);
    }

    assertThat(code(half, token, phone.code(clock.instant().plusSeconds(30))).code())
        .isEqualTo(429);
  }

  @Test
  void aRoleThatNeedsOneIsSentToSetItUp() {
    opening.open(NewAccount.of(name, Role.AUDITOR, "320682", "测试"), PASSWORD);
    String session = door.signIn(name, PASSWORD, "/").session();

    assertThat(door.page("/trail", session).location()).isEqualTo("/account/second-factor");
    enrol(session);
    assertThat(door.page("/trail", session).code()).isEqualTo(200);
    String token = door.page("/account", session).formToken();
    assertThat(
            door.form(
                    "/account/second-factor/removal",
                    session,
                    Map.of("csrfToken", token, "password", PASSWORD))
                .code())
        .isEqualTo(403);
  }

  @Test
  void aSecretThatWasNeverGivenOutIsRefused() {
    opening.open(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
    String session = door.signIn(name, PASSWORD, "/").session();
    String token = door.page("/account/second-factor", session).formToken();

    for (String forged : new String[] {"", "AAAA", "%%%", "A".repeat(80)}) {
      assertThat(
              door.form(
                      "/account/second-factor",
                      session,
                      Map.of("csrfToken", token, "sealed", forged, "code", "123456"))
                  .code())
          .isEqualTo(422);
    }
  }

  @Test
  void otherSessionsAreListedAndEnded() {
    opening.open(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
    String here = door.signIn(name, PASSWORD, "/").session();
    String there = door.signIn(name, PASSWORD, "/").session();
    var page = door.page("/account", here);
    assertThat(page.page().select("tbody tr")).hasSize(2);

    String action = page.page().select("tbody form").attr("action");
    assertThat(door.form(action, here, Map.of("csrfToken", page.formToken())).code())
        .isEqualTo(303);

    assertThat(door.page("/companies", there).code()).isEqualTo(303);
    assertThat(door.page("/companies", here).code()).isEqualTo(200);
  }

  @Test
  void nobodyEndsTheSessionsOfOthers() {
    opening.open(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
    String mine = door.signIn(name, PASSWORD, "/").session();
    door.signIn(name, PASSWORD, "/");
    String action = door.page("/account", mine).page().select("tbody form").attr("action");
    String other = "v" + name;
    opening.open(NewAccount.of(other, Role.OFFICE, "320682", "别人"), PASSWORD);
    String theirs = door.signIn(other, PASSWORD, "/").session();
    String token = door.page("/account", theirs).formToken();

    assertThat(door.form(action, theirs, Map.of("csrfToken", token)).code()).isEqualTo(404);
  }

  private Authenticator setUp(Role role) {
    opening.open(NewAccount.of(name, role, "320682", "测试"), PASSWORD);
    return enrol(door.signIn(name, PASSWORD, "/").session());
  }

  private Authenticator enrol(String session) {
    var page = door.page("/account/second-factor", session);
    var phone = new Authenticator(page.page().select("code").text());
    var answer =
        door.form(
            "/account/second-factor",
            session,
            Map.of(
                "csrfToken",
                page.formToken(),
                "sealed",
                page.page().select("[name=sealed]").attr("value"),
                "code",
                phone.code(clock.instant())));
    assertThat(answer.code()).isEqualTo(303);
    return phone;
  }

  private Door.Answer give(String half, String code) {
    return code(half, door.page("/sign-in/second-factor", half).formToken(), code);
  }

  private Door.Answer code(String half, String token, String code) {
    return door.form(
        "/sign-in/second-factor",
        half,
        Map.of("csrfToken", token, "code", code, "to", "/companies"));
  }
}
