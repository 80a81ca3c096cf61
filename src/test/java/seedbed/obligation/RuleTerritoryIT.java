package seedbed.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import seedbed.access.Role;
import seedbed.reminder.ReminderPeople;

@MicronautTest(transactional = false)
@DisplayName("规则适用的地区")
final class RuleTerritoryIT {

  @Inject RuleTerritory territory;
  @Inject ReminderPeople people;

  @Test
  @DisplayName("有培育办账号的地区，每个一次，只有别的角色的不算")
  void regionsThatHaveAnOffice() {
    people.settle();
    people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
    people.session(Role.TOWNSHIP, ReminderPeople.TOWN, null);

    assertThat(territory.offices())
        .containsOnlyOnce(ReminderPeople.COUNTY)
        .doesNotContain(ReminderPeople.TOWN);
  }
}
