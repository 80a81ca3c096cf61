package seedbed.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import seedbed.access.Act;
import seedbed.access.Caller;
import seedbed.access.Permissions;
import seedbed.access.Role;
import seedbed.audit.Deed;
import seedbed.company.Company;
import seedbed.company.CompanyNames;
import seedbed.company.VisibleCompanies;
import seedbed.reminder.ReminderPeople;
import seedbed.signin.Door;

/// Letting a company off a period.
@MicronautTest(transactional = false)
@Property(name = "seedbed.test.office", value = "false")
@DisplayName("免报")
final class ExemptionPagesIT {

  private static final String PAGE = "/obligations/exemptions";

  @Inject ReminderPeople people;
  @Inject VisibleCompanies companies;
  @Inject CompanyNames companyNames;
  @Inject Kinds kinds;
  @Inject Rules rules;
  @Inject Permissions permissions;
  @Inject Clock clock;
  @Inject Door door;

  private Company company;
  private String office;

  @BeforeEach
  void settle() {
    people.settle();
    company = people.company(ReminderPeople.TOWN);
    office = people.session(Role.OFFICE, ReminderPeople.COUNTY, null);
  }

  private Door.Answer excuse(String kind, String period) {
    return door.form(
        PAGE,
        office,
        Map.of(
            "csrfToken",
            door.page("/account", office).formToken(),
            "item",
            kind + "/" + period + "/" + company.id(),
            "reason",
            "停产整顿"));
  }

  @Test
  @DisplayName("免报一次；再办的被告知已经免报")
  void onceIsEnough() {
    assertThat(excuse("operating-sheet", "2026-Q3").code()).isEqualTo(303);
    assertThat(excuse("operating-sheet", "2026-Q3").code()).isEqualTo(409);
    assertThat(door.page(PAGE, office).body()).contains(company.name(), "停产整顿");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sheet/2026-Q3", "operating-sheet/2026", "operating-sheet/2026-09"})
  @DisplayName("没有这一期的不能免报")
  void aPeriodThatTheKindHasNotIsRefused(String item) {
    int slash = item.indexOf('/');

    assertThat(excuse(item.substring(0, slash), item.substring(slash + 1)).code()).isEqualTo(422);
  }

  @Test
  @DisplayName("数据库出错不说成已经免报")
  void aLostDatabaseIsNotTakenForAnExemption() {
    var lost =
        (Exemptions)
            Proxy.newProxyInstance(
                Exemptions.class.getClassLoader(),
                new Class<?>[] {Exemptions.class},
                (_, method, _) -> {
                  if (method.getName().equals("save")) {
                    throw new DataAccessException("lost");
                  }
                  return false;
                });
    var pages = new ExemptionPages(lost, companies, companyNames, kinds, rules, clock);
    var caller = new Caller(0, 0, "试验", Role.OFFICE, ReminderPeople.COUNTY, null, null);
    var form = new ExemptionPages.NewForm("operating-sheet/2026-Q3/" + company.id(), "停产整顿");

    assertThatThrownBy(() ->
            pages.excuse(
                form, permissions.of(caller, Act.EXCUSE_OBLIGATION).orElseThrow(), new Deed()))
        .isInstanceOf(DataAccessException.class);
  }
}
