package seedbed.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.AccountSettings;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.account.Passwords;
import seedbed.secret.Keys;
import seedbed.secret.Sealing;
import seedbed.web.Origin;

/// How long a lock and a session last, by a clock that is put forward.
@MicronautTest(transactional = false)
final class LimitsIT {

  private static final String PASSWORD = "Gute-Reise-2026";
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Origin HERE = new Origin("10.0.0.1", null);

  @Inject TransactionOperations<Connection> transactions;
  @Inject Keys keys;
  @Inject Sealing sealing;
  @Inject LockRows locks;
  @Inject SessionRows rows;
  @Inject Accounts accounts;
  @Inject Passwords passwords;
  @Inject AccountSettings accountSettings;
  @Inject SessionSettings settings;
  @Inject Opening opening;

  private final MovedClock clock = new MovedClock();
  private Throttle throttle;
  private Sessions sessions;

  @BeforeEach
  void begin() {
    locks.forgetAll();
    throttle = new Throttle(transactions, clock, sealing, keys);
    sessions = new Sessions(rows, accounts, passwords, accountSettings, settings, clock);
  }

  @Test
  void aLockGrowsFromOneMinuteToAnHour() {
    for (int i = 0; i < Throttle.FREE_TRIES; i++) {
      assertThat(throttle.take("wang", "10.0.0." + i)).isPresent();
    }
    for (int minutes : List.of(1, 2, 4, 8, 16, 32, 60, 60)) {
      Duration lock = Duration.ofMinutes(minutes);
      clock.pass(lock.minus(SECOND));
      assertThat(throttle.take("wang", "10.1.0.1")).as("%d minutes", minutes).isEmpty();
      clock.pass(SECOND);
      assertThat(throttle.take("wang", "10.1.0." + minutes)).isPresent();
    }
  }

  @Test
  void aLockedNameIsNamedAndReleased() {
    Account li = anOfficer();
    for (int i = 0; i < Throttle.FREE_TRIES; i++) {
      throttle.take(li.username(), "10.0.0." + i);
      throttle.takeCode(li.username(), "10.0.1." + i);
    }
    assertThat(throttle.locked(List.of(li.username(), "wang"))).containsExactly(li.username());

    throttle.release(li);

    assertThat(throttle.locked(List.of(li.username()))).isEmpty();
    assertThat(throttle.take(li.username(), "10.0.0.9")).isPresent();
    assertThat(throttle.takeCode(li.username(), "10.0.0.9")).isPresent();
  }

  @Test
  void whoIsLockedAtTheSecondFactorIsNamedToo() {
    Account li = anOfficer();
    for (int i = 0; i < Throttle.FREE_TRIES; i++) {
      throttle.takeCode(li.username(), "10.0.1." + i);
    }

    assertThat(throttle.locked(List.of(li.username(), "wang"))).containsExactly(li.username());
  }

  @Test
  void whereOneFailedFiveTimesTheOthersStillComeInOneAfterTheOther() {
    var secondFactor = new SecondFactor(accounts, sealing, clock);
    var signIn = new SignIn(accounts, passwords, secondFactor, throttle, sessions);
    String secret = secondFactor.fresh();
    Account li = accounts.update(anOfficer().withSecondFactor(secret));
    failFromHere(Throttle.FREE_TRIES);
    clock.pass(Duration.ofMinutes(1));
    String code = new Authenticator(secondFactor.typed(secret)).code(clock.instant());

    var half = signIn.withPassword(li.username(), PASSWORD, Session.Kind.PROGRAM, HERE);
    assertThat(half).isInstanceOf(SignIn.Outcome.Admitted.class);
    var found = new Sessions.Found(((SignIn.Outcome.Admitted) half).opened().session(), li);
    assertThat(signIn.withCode(found, code, HERE)).isInstanceOf(SignIn.Outcome.Admitted.class);
    assertThat(signIn.withPassword(anOfficer().username(), PASSWORD, Session.Kind.BROWSER, HERE))
        .isInstanceOf(SignIn.Outcome.Admitted.class);
  }

  @Test
  void successesDoNotKeepFailuresFromBeingForgotten() {
    failFromHere(Throttle.FREE_TRIES - 1);
    clock.pass(Duration.ofHours(23));
    throttle.giveBack(throttle.take("zhao", HERE.address()).orElseThrow());
    clock.pass(Duration.ofHours(2));

    failFromHere(Throttle.FREE_TRIES);
  }

  @Test
  void aFailureOfSomebodyElseStaysWhenATryIsGivenBack() {
    var zhao = throttle.take("zhao", HERE.address()).orElseThrow();
    failFromHere(Throttle.FREE_TRIES - 1);
    throttle.giveBack(zhao);

    failFromHere(1);

    assertThat(throttle.take("sun", HERE.address())).isEmpty();
  }

  @Test
  void theRightPasswordGivesTheTryBack() {
    for (int i = 0; i < 20; i++) {
      throttle.giveBack(throttle.take("zhao", "10.0.0.1").orElseThrow());
    }

    assertThat(throttle.take("zhao", "10.0.0.1")).isPresent();
  }

  @Test
  void aSessionEndsHalfAnHourAfterItsLastUse() {
    String token = sessions.open(anOfficer(), Session.Kind.BROWSER, HERE).token().text();

    clock.pass(settings.idle().minus(SECOND));
    assertThat(sessions.find(token)).isPresent();
    clock.pass(settings.idle().minus(SECOND));
    assertThat(sessions.find(token)).isPresent();
    clock.pass(settings.idle());
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void aSessionEndsAfterItsLifeHoweverMuchItIsUsed() {
    String token = sessions.open(anOfficer(), Session.Kind.BROWSER, HERE).token().text();
    Duration step = Duration.ofMinutes(20);
    for (Duration used = step; used.compareTo(settings.life()) < 0; used = used.plus(step)) {
      clock.pass(step);
      assertThat(sessions.find(token)).isPresent();
    }
    clock.pass(step);

    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void aHalfWayOpenDoorShutsAfterFiveMinutes() {
    Account half = accounts.update(anOfficer().withSecondFactor("x"));
    String token = sessions.open(half, Session.Kind.BROWSER, HERE).token().text();

    clock.pass(Duration.ofMinutes(5).minus(SECOND));
    assertThat(sessions.find(token)).isPresent();
    clock.pass(SECOND);
    assertThat(sessions.find(token)).isEmpty();
  }

  private Account anOfficer() {
    String name = "u" + UUID.randomUUID().toString().substring(0, 8);
    return opening.open(NewAccount.of(name, Role.OFFICE, "320682", "测试"), PASSWORD);
  }

  private void failFromHere(int times) {
    for (int i = 0; i < times; i++) {
      String somebody = UUID.randomUUID().toString();
      assertThat(throttle.take(somebody, HERE.address())).as("try %d", i).isPresent();
    }
  }
}
