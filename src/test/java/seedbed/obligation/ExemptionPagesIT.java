package seedbed.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.annotation.Property;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import io.micronaut.transaction.TransactionStatus;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

  @Inject ReminderPeople people;
  @Inject VisibleCompanies companies;
  @Inject CompanyNames companyNames;
  @Inject Exemptions exemptions;
  @Inject TransactionOperations<Connection> transactions;
  @Inject Kinds kinds;
  @Inject Rules rules;
  @Inject Obligations obligations;
  @Inject Owing owing;
  @Inject Permissions permissions;
  @Inject Clock clock;
  @Inject Door door;

  private Company company;
  private String office;

  @BeforeEach
  void settle() {
    people.settle();
    company = people.company(ReminderPeople.TOWN);
    people.enrol(company, LONG_AGO, null);
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

  @Test
  @DisplayName("所属期写成“2026 年第三季度”“2025 年度”")
  void periodsAreWrittenInWords() {
    assertThat(choose("operating-sheet", "2026-Q3").page().select(".head").text())
        .contains("运行情况表，2026 年第三季度");
    excuse("operating-sheet", "2026-Q3");
    excuse("sheet", "2025");

    assertThat(
            door.page(PAGE, office)
                .page()
                .select("tr:contains(" + company.name() + ") td[data-label=所属期]")
                .eachText())
        .containsExactly("2025 年度", "2026 年第三季度");
  }

  @Test
  @DisplayName("已经报送的不能免报，说明原因")
  void whatWasHandedInIsNotExcused() {
    people.handIn(company, 2026, 9, LocalDate.of(2026, 10, 8));

    var refused = excuse("operating-sheet", "2026-Q3");

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("main").text())
        .contains(company.name(), "2026 年第三季度", "已经报送，不能免报");
    assertThat(refused.page().select(".acts a[href=" + PAGE + "]")).as("the way back").hasSize(1);
    assertThat(refused.page().select(".kept textarea").eachText()).containsExactly("停产整顿");
    assertThat(choose("operating-sheet", "2026-Q3").code()).isEqualTo(422);
    assertThat(excuse("operating-sheet", "2026-Q2").code()).as("is still open").isEqualTo(303);
  }

  @Test
  @DisplayName("不应报的不必免报，说明原因")
  void whatIsNotOwedIsNotExcused() {
    company = people.company(ReminderPeople.TOWN);

    var refused = excuse("sheet", "2025");

    assertThat(refused.code()).isEqualTo(422);
    assertThat(refused.page().select("main").text()).contains("2025 年度：不应报，不必免报");
  }

  private Door.Answer choose(String kind, String period) {
    return door.page(PAGE + "/new?item=" + kind + "/" + period + "/" + company.id(), office);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sheet/2026-Q3", "operating-sheet/2026", "operating-sheet/2026-09"})
  @DisplayName("没有这一期的不能免报")
  void aPeriodThatTheKindHasNotIsRefused(String item) {
    int slash = item.indexOf('/');

    assertThat(excuse(item.substring(0, slash), item.substring(slash + 1)).code()).isEqualTo(422);
  }

  @Test
  @DisplayName("免报的核对和登记一气呵成：登记时企业不能同时报送")
  void nobodyHandsInWhileTheCompanyIsLetOff() throws Exception {
    var handedIn = new AtomicBoolean(true);
    var watched =
        (Exemptions)
            Proxy.newProxyInstance(
                Exemptions.class.getClassLoader(),
                new Class<?>[] {Exemptions.class},
                (_, method, given) -> {
                  if (method.getName().equals("save")) {
                    handedIn.set(canHandIn());
                  }
                  return method.invoke(exemptions, given);
                });
    var exempting = new Exempting(transactions, watched, obligations, owing, rules, clock);

    exempting.excuse(
        new Exempting.Wanted(
            kinds.find("operating-sheet").orElseThrow(), Period.of("2026-Q3"), company),
        "停产整顿",
        new Caller(0, 0, "试验", Role.OFFICE, ReminderPeople.COUNTY, null, null));

    assertThat(handedIn).isFalse();
    assertThat(canHandIn()).as("afterwards").isTrue();
  }

  // On a connection of its own, as a company that hands in at the same moment.
  private boolean canHandIn() throws Exception {
    try (var other = Executors.newSingleThreadExecutor()) {
      return other.submit(() -> transactions.executeWrite(this::lock)).get();
    }
  }

  private boolean lock(TransactionStatus<Connection> status) throws SQLException {
    try (var select =
        status
            .getConnection()
            .prepareStatement("SELECT id FROM company WHERE id = ? FOR UPDATE NOWAIT")) {
      select.setLong(1, company.id());
      return select.executeQuery().next();
    } catch (SQLException _) {
      return false;
    }
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
                  return method.getReturnType() == List.class ? List.of() : false;
                });
    var exempting = new Exempting(transactions, lost, obligations, owing, rules, clock);
    var pages = new ExemptionPages(lost, companies, companyNames, kinds, exempting, clock);
    var caller = new Caller(0, 0, "试验", Role.OFFICE, ReminderPeople.COUNTY, null, null);
    var form = new ExemptionPages.NewForm("operating-sheet/2026-Q3/" + company.id(), "停产整顿");

    assertThatThrownBy(() ->
            pages.excuse(
                form, permissions.of(caller, Act.EXCUSE_OBLIGATION).orElseThrow(), new Deed()))
        .isInstanceOf(DataAccessException.class);
  }
}
