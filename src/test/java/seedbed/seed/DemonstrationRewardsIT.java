package seedbed.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import seedbed.startup.TestDatabase;

/// The demonstration's rewards, all over the county.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@Property(name = "seedbed.account.demo-password", value = DemonstrationPeople.PASSWORD)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DemonstrationRewardsIT {

  @Inject BeanContext context;
  @Inject DemoRewards examples;
  @Inject DemoPlaces places;

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
  void severalTownsHaveThemAndTheTownshipSeesSeveral() throws SQLException {
    List<String> towns =
        words(
            "SELECT DISTINCT c.id, c.region_code FROM reward x JOIN company c ON c.id ="
                + " x.company_id");
    String home = places.first().orElseThrow().townCode();

    assertThat(new HashSet<>(towns)).hasSizeGreaterThan(5);
    assertThat(towns).filteredOn(home::equals).hasSizeGreaterThan(2);
  }

  private static List<String> words(String select) throws SQLException {
    List<String> words = new ArrayList<>();
    try (var owner = TestDatabase.asOwner();
        var statement = owner.createStatement();
        ResultSet row = statement.executeQuery(select)) {
      while (row.next()) {
        words.add(row.getString(2));
      }
    }
    return words;
  }
}
