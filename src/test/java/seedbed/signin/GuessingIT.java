package seedbed.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.account.Passwords;
import seedbed.secret.Keys;
import seedbed.secret.Sealing;
import seedbed.web.Origin;

/// Guessing gets five tries by every way in: ten thousand at the act itself, by a clock that stands
/// still, and a few hundred at once at the door.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
final class GuessingIT {

  private static final String PASSWORD = "Gute-Reise-2026";
  private static final Origin HERE = new Origin("10.0.0.1", null);
  private static final int AT_THE_ACT = 10_000;
  private static final int AT_THE_DOOR = 300;

  @Inject TransactionOperations<Connection> transactions;
  @Inject Keys keys;
  @Inject Sealing sealing;
  @Inject LockRows locks;
  @Inject Accounts accounts;
  @Inject Passwords passwords;
  @Inject SecondFactor secondFactor;
  @Inject Sessions sessions;
  @Inject Opening opening;
  @Inject Door door;

  private Throttle throttle;
  private SignIn signIn;
  private Account account;

  @BeforeEach
  void begin() {
    locks.forgetAll();
    throttle = new Throttle(transactions, new MovedClock(), sealing, keys);
    signIn = new SignIn(accounts, passwords, secondFactor, throttle, sessions);
    account = anOfficer();
  }

  @Test
  void tenThousandGuessesAtOneNameGetFiveTries() throws InterruptedException {
    String name = account.username();

    assertThat(
            tries(
                AT_THE_ACT,
                i -> looked(signIn.withPassword(name, "Falsch-" + i, kind(i), from(i)))))
        .isEqualTo(5);
  }

  @Test
  void tenThousandNamesFromOneAddressGetFiveTries() throws InterruptedException {
    String name = account.username();

    assertThat(
            tries(
                AT_THE_ACT,
                i -> looked(signIn.withPassword(name + i, "Falsch-2026", kind(i), HERE))))
        .isEqualTo(5);
  }

  @Test
  void tenThousandCodesGetFiveTries() throws InterruptedException {
    account = accounts.update(account.withSecondFactor(secondFactor.fresh()));
    var half =
        new Sessions.Found(sessions.open(account, Session.Kind.BROWSER, HERE).session(), account);

    assertThat(tries(AT_THE_ACT, i -> looked(signIn.withCode(half, "%06d".formatted(i), from(i)))))
        .isEqualTo(5);
  }

  @Test
  void tenThousandGuessesAtTheOwnPasswordGetFiveTries() throws InterruptedException {
    var proof = new PasswordProof(passwords, throttle);

    assertThat(
            tries(
                AT_THE_ACT,
                i -> proof.ask(account, "Falsch-" + i, from(i)) != PasswordProof.Answer.LOCKED))
        .isEqualTo(5);
  }

  @Test
  void tenThousandLinksFromOneAddressGetFiveTries() throws InterruptedException {
    assertThat(tries(AT_THE_ACT, _ -> throttle.takeFrom("10.0.0.1", "invitation").isPresent()))
        .isEqualTo(5);
  }

  @Test
  void theSignInPageLooksAtFive() throws InterruptedException {
    assertThat(atTheDoor(i -> door.signIn(account.username(), "Falsch-" + i, "/"))).isEqualTo(5);

    assertThat(door.signIn(account.username(), PASSWORD, "/").code()).isEqualTo(429);
  }

  @Test
  void theProgramsSignInLooksAtFive() throws InterruptedException {
    assertThat(atTheDoor(i -> program("Falsch-" + i))).isEqualTo(5);

    assertThat(program(PASSWORD).code()).isEqualTo(429);
  }

  @Test
  void theSecondFactorLooksAtFive() throws InterruptedException {
    accounts.update(account.withSecondFactor(secondFactor.fresh()));
    String half = door.signIn(account.username(), PASSWORD, "/").session();
    String token = door.page("/sign-in/second-factor", half).formToken();

    assertThat(
            atTheDoor(i ->
                door.form(
                    "/sign-in/second-factor",
                    half,
                    Map.of("csrfToken", token, "code", "%06d".formatted(i)))))
        .isEqualTo(5);
  }

  /// Who found a session open does not guess its password there, and not once more at the sign-in.
  @Test
  void theOwnPasswordIsLookedAtFiveTimesTogetherWithTheSignIn() throws InterruptedException {
    String session = door.signIn(account.username(), PASSWORD, "/").session();
    String token = door.page("/account/password", session).formToken();

    assertThat(atTheDoor(i -> changed(session, token, "Falsch-" + i))).isEqualTo(5);

    assertThat(changed(session, token, PASSWORD).code()).isEqualTo(429);
    assertThat(door.signIn(account.username(), PASSWORD, "/").code()).isEqualTo(429);
  }

  @Test
  void givingUpTheSecondFactorLooksAtFivePasswords() throws InterruptedException {
    String session = door.signIn(account.username(), PASSWORD, "/").session();
    String token = door.page("/account/second-factor", session).formToken();

    assertThat(
            atTheDoor(i ->
                door.form(
                    "/account/second-factor/removal",
                    session,
                    Map.of("csrfToken", token, "password", "Falsch-" + i))))
        .isEqualTo(5);
  }

  @Test
  void linksAreLookedAtFiveTimesToOpenAndToAnswer() throws InterruptedException {
    assertThat(
            atTheDoor(i ->
                i % 2 == 0
                    ? door.page("/invitations/guess-" + i, null)
                    : door.form("/invitations/guess-" + i, null, Map.of("password", "x"))))
        .isEqualTo(5);
  }

  private Door.Answer program(String password) {
    return door.program(
        "POST",
        "/api/v1/sessions",
        null,
        "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(account.username(), password));
  }

  private Door.Answer changed(String session, String token, String current) {
    return door.form(
        "/account/password",
        session,
        Map.of(
            "csrfToken",
            token,
            "current",
            current,
            "password",
            "Frische-Luft-2027",
            "again",
            "Frische-Luft-2027"));
  }

  private Account anOfficer() {
    String name = "u" + UUID.randomUUID().toString().substring(0, 8);
    return opening.open(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
  }

  private static Session.Kind kind(int i) {
    return i % 2 == 0 ? Session.Kind.BROWSER : Session.Kind.PROGRAM;
  }

  private static Origin from(int i) {
    return new Origin("10.%d.%d.%d".formatted(i >> 16, (i >> 8) & 255, i & 255), null);
  }

  private static boolean looked(SignIn.Outcome outcome) {
    return !(outcome instanceof SignIn.Outcome.Locked);
  }

  private interface Knock {
    Door.Answer at(int i);
  }

  private static long atTheDoor(Knock knock) throws InterruptedException {
    return tries(AT_THE_DOOR, i -> knock.at(i).code() != 429);
  }

  /// How many of the guesses were looked at, eight at a time.
  private static long tries(int guesses, IntPredicate guess) throws InterruptedException {
    List<Callable<Boolean>> all =
        IntStream.range(0, guesses).<Callable<Boolean>>mapToObj(i -> () -> guess.test(i)).toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      return threads.invokeAll(all).stream().filter(Future::resultNow).count();
    }
  }
}
