package seedbed.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.flyway.FlywayConfigurationProperties;
import io.micronaut.flyway.event.MigrationFinishedEvent;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rights that a version has given which did not know that a table is only added to.
@MicronautTest(transactional = false)
class GrantingIT {

  private static final List<String> CHANGES =
      List.of(
          "UPDATE review_entry SET note = '' WHERE id < 0",
          "DELETE FROM review_entry WHERE id < 0");

  @Inject Granting granting;
  @Inject Granting.Pool pool;

  @Inject
  @Named("default")
  FlywayConfigurationProperties flyway;

  @AfterEach
  void takeBack() {
    granting.onMigrated(new MigrationFinishedEvent(flyway));
  }

  @Test
  void areTakenBackByTheNextStart() throws SQLException {
    try (Connection owner = TestDatabase.asOwner();
        Statement statement = owner.createStatement()) {
      statement.execute("GRANT UPDATE, DELETE ON review_entry TO " + user());
    }
    assertThat(CHANGES).as("given").allMatch(this::allowed);

    granting.onMigrated(new MigrationFinishedEvent(flyway));

    assertThat(CHANGES).as("taken back").noneMatch(this::allowed);
    assertThat(List.of("SELECT COUNT(*) FROM review_entry")).allMatch(this::allowed);
  }

  private boolean allowed(String sql) {
    try (Connection connection =
            new DatabaseAddress(pool.url(), pool.username(), pool.password()).connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
      return true;
    } catch (SQLException e) {
      assertThat(e.getSQLState()).isEqualTo("42000");
      return false;
    }
  }

  private String user() throws SQLException {
    try (Connection connection =
            new DatabaseAddress(pool.url(), pool.username(), pool.password()).connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SELECT CURRENT_USER()")) {
      row.next();
      return "'" + row.getString(1).replace("@", "'@'") + "'";
    }
  }
}
