package seedbed.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Account;
import seedbed.account.NewAccount;
import seedbed.account.Opening;

/// What is kept of sign-ins, and for how long.
@MicronautTest(transactional = false)
final class ForgettingIT {

  private static final Duration HOUR = Duration.ofHours(1);

  @Inject SessionRows rows;
  @Inject Opening opening;
  @Inject Forgetting forgetting;
  @Inject Clock clock;

  private long account;

  @BeforeEach
  void somebody() {
    Account opened =
        opening.open(
            NewAccount.of("f" + UUID.randomUUID(), Role.OFFICE, "320682", "试验"), "Gute-Reise-2026");
    account = opened.id();
  }

  @Test
  void whereAnEndedSessionWasFromIsForgottenAfterAMonth() {
    Session old = expired(Forgetting.PLACE_KEPT.plus(HOUR));
    Session recent = expired(Forgetting.PLACE_KEPT.minus(HOUR));

    forgetting.forget();

    assertThat(rows.findByTokenHash(old.tokenHash()).orElseThrow().address()).isNull();
    assertThat(rows.findByTokenHash(recent.tokenHash()).orElseThrow().address())
        .isEqualTo("10.1.2.3");
  }

  @Test
  void aSessionGoesWithTheTrailAndTheNewestStays() {
    Session first = expired(Forgetting.SESSION_KEPT.plus(HOUR));
    Session last = expired(Forgetting.SESSION_KEPT.plus(HOUR));

    forgetting.forget();

    assertThat(rows.findByTokenHash(first.tokenHash())).isEmpty();
    assertThat(rows.findByTokenHash(last.tokenHash())).isPresent();
  }

  private Session expired(Duration ago) {
    Instant end = clock.instant().minus(ago);
    return rows.save(
        new Session(
            0,
            UUID.randomUUID().toString().replace("-", "").repeat(2),
            account,
            Session.Kind.BROWSER,
            null,
            false,
            true,
            end.minus(HOUR),
            end.minus(HOUR),
            end,
            null,
            "10.1.2.3",
            "试验"));
  }
}
