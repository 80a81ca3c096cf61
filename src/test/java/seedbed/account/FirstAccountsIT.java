package seedbed.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import seedbed.startup.StartFailure;

/// The administrator of an empty database.
@MicronautTest(transactional = false)
final class FirstAccountsIT {

  @Inject Accounts accounts;
  @Inject Opening opening;
  @Inject Passwords passwords;
  @Inject AccountSettings settings;

  @Test
  void aNodeThatComesSecondGoesOn() {
    FirstAccounts node = first("Gute-Reise-2026");
    node.openAdministrator();
    Account there = accounts.findByUsername("admin").orElseThrow();

    node.openAdministrator();
    first(null).openAdministrator();

    assertThat(accounts.findByUsername("admin")).contains(there);
  }

  @Test
  void aPasswordThatTheRulesRefuseIsNotTheFirst() {
    assertThatThrownBy(() -> first("admin").openAdministrator())
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("SEEDBED_ADMIN_PASSWORD", "至少 10 位", "不能包含登录名")
        .hasMessageNotContaining("\n");
  }

  private FirstAccounts first(@Nullable String password) {
    return new FirstAccounts(
        accounts,
        opening,
        passwords,
        new AccountSettings(
            settings.passwordRules(),
            settings.passwordAge(),
            settings.secondFactor(),
            settings.invitationLife(),
            password,
            null,
            settings.region()));
  }
}
