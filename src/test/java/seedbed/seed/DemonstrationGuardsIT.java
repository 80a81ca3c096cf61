package seedbed.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micronaut.test.annotation.TransactionMode;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.account.Accounts;
import seedbed.account.NewAccount;
import seedbed.account.Opening;
import seedbed.admission.Casework;

/// On a database that people work with, demonstrations are left out and nothing stands in the way
/// of a start.
@MicronautTest(transactionMode = TransactionMode.SINGLE_TRANSACTION)
class DemonstrationGuardsIT {

  @Inject DemoAccounts demoAccounts;
  @Inject DemoApplications demoApplications;
  @Inject Seeding seeding;
  @Inject Accounts accounts;
  @Inject Opening opening;
  @Inject Casework casework;
  @Inject Connection connection;

  @BeforeEach
  void noApplicationsAndNoDemonstrationAccounts() throws SQLException {
    seeding.fill();
    for (String table :
        List.of(
            "application_fault",
            "application_objection",
            "application_check",
            "application_step",
            "application_answer",
            "application")) {
      execute("DELETE FROM " + table);
    }
    for (Role role : Role.values()) {
      execute(
          "UPDATE account SET username = CONCAT('was-', id) WHERE username = '%s'"
              .formatted(role.code()));
    }
  }

  @Test
  void withoutDemonstrationCompaniesNobodyIsOpened() throws SQLException {
    execute("UPDATE company SET origin = 'IMPORT' WHERE origin = 'DEMO'");

    assertThatCode(demoAccounts::open).doesNotThrowAnyException();

    assertThat(accounts.existsByUsername("office")).isFalse();
  }

  @Test
  void withoutDemonstrationAccountsNoApplicationIsMade() {
    assertThatCode(demoApplications::open).doesNotThrowAnyException();

    assertThat(casework.any()).isFalse();
  }

  @Test
  void withoutDemonstrationCompaniesNoApplicationIsMade() throws SQLException {
    demoAccounts.open();
    assertThat(accounts.existsByUsername("office")).isTrue();
    execute("UPDATE company SET origin = 'IMPORT' WHERE origin = 'DEMO'");

    assertThatCode(demoApplications::open).doesNotThrowAnyException();

    assertThat(casework.any()).isFalse();
  }

  @Test
  void whereANameIsTakenNoneIsOpened() {
    opening.open(NewAccount.of("leader", Role.OFFICE, "320682", "别人"), "Gute-Reise-2026");

    assertThatCode(demoAccounts::open).doesNotThrowAnyException();

    assertThat(accounts.existsByUsername("office")).isFalse();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
