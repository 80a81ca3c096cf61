package seedbed.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import seedbed.startup.TestDatabase;

/// The demonstration's files: one of every standing, all marked, made once.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemonstrationEvidenceIT {

  @Inject BeanContext context;
  @Inject DemoEvidence examples;
  @Inject Clock clock;

  @BeforeAll
  void loadThePool() throws SQLException {
    DemonstrationPeople.open(context);
    examples.open();
  }

  @AfterAll
  void clearThePool() throws SQLException {
    DemonstrationPeople.clear(context);
  }

  @Test
  void thereIsOneOfEveryStanding() throws SQLException {
    LocalDate today = LocalDate.now(clock);

    assertThat(count("v.expires_on < ?", today)).isEqualTo(1);
    assertThat(count("v.expires_on >= ? AND v.expires_on < ? + INTERVAL 30 DAY", today, today))
        .isEqualTo(1);
    assertThat(count("v.number = 2")).isEqualTo(1);
    assertThat(count("v.format = 'TEXT'")).isEqualTo(2);
  }

  @Test
  void allAreMarkedAndReady() throws SQLException {
    assertThat(count("e.name NOT LIKE '示例%'")).isZero();
    assertThat(count("v.cleared_at IS NULL")).isZero();
    assertThat(count("v.bytes > 10000")).isZero();
  }

  @Test
  void openingAgainAddsNothing() throws SQLException {
    long before = count("TRUE");

    examples.open();

    assertThat(before).isPositive();
    assertThat(count("TRUE")).isEqualTo(before);
  }

  private static long count(String condition, Object... values) throws SQLException {
    try (var owner = TestDatabase.asOwner();
        PreparedStatement select =
            owner.prepareStatement(
                """
                SELECT COUNT(*)
                FROM evidence e
                JOIN evidence_version v ON v.evidence_id = e.id
                WHERE\s
                """
                    + condition)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }
}
